/**
 * A choice is taken where the mouse was pressed. form-js writes “Bắt buộc nhập.” below the field that is left, all that
 * stands under it moves down between the press and the release, and the browser makes no click of the two.
 */

const CHOICE = '.fjs-container :is(input[type=radio], input[type=checkbox], label)';
/** A hand that holds still, in pixels. */
const STILL = 4;

let pressed = null;

window.addEventListener('mousedown', event => {
  const choice = event.target.closest?.(CHOICE);
  pressed = choice && {choice, x: event.clientX, y: event.clientY};
}, true);

window.addEventListener('mouseup', event => {
  const {choice, x, y} = pressed ?? {};
  pressed = null;
  if (choice?.isConnected && !choice.contains(event.target)
    && Math.abs(event.clientX - x) < STILL && Math.abs(event.clientY - y) < STILL) {
    choice.click();
  }
}, true);
