import {FORM, hold} from './open-form.js';

/** form-js completes the task when a browser submits its form, as ENTER in a text field makes it do. */
export function stopEnter() {
  document.addEventListener('submit', event => event.target.closest?.(FORM) && hold(event), true);
}
