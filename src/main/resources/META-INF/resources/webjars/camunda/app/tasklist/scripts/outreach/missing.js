import {el} from '../../../../../../app/lib/dom.js';
import {t} from '../../../../../../app/lib/text.js';

/** Tasklist sends nothing as long as a field is missing or wrong, and does not say which: here they are named at the button. */

const SEND = '.form-pane .form-actions .btn-primary, .modal-footer .btn-primary';
const SAID = '.ou-missing';

document.addEventListener('click', event => {
  const button = event.target.closest(SEND);
  if (button) {
    // The form marks its fields with its next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => say(button)));
  }
});
document.addEventListener('input', () => document.querySelectorAll(SAID).forEach(said => said.remove()));

function say(button) {
  const form = button.closest('.modal-content, .form-pane');
  form?.querySelector(SAID)?.remove();
  const wrong = [...form?.querySelectorAll('.fjs-form-field:has(> .fjs-form-field-error)') ?? []];
  if (!wrong.length) {
    return;
  }
  const names = wrong.map(label).filter(Boolean).map(name => `“${name}”`).join(', ');
  button.parentElement.prepend(el('p', {class: 'ou-error ou-missing', role: 'alert'},
    t(`Chưa gửi được: còn thiếu hoặc chưa đúng ${names}.`, `Not sent: missing or wrong: ${names}.`)));
  wrong[0].scrollIntoView({block: 'center'});
  wrong[0].querySelector('input, textarea, select, [tabindex]')?.focus({preventScroll: true});
}

function label(field) {
  const words = field.querySelector('.fjs-form-field-label')?.cloneNode(true);
  words?.querySelectorAll('.fjs-asterix').forEach(mark => mark.remove());
  return words?.textContent.trim();
}
