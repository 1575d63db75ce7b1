import {el} from '../../../../../../app/lib/dom.js';
import {t} from '../../../../../../app/lib/text.js';

/** Tasklist sends nothing as long as a field is missing or wrong, and does not say which: here they are named at the button. */

const SEND = '.form-pane .form-actions .btn-primary, .modal-footer .btn-primary';
const SAID = '.ou-missing';

document.addEventListener('click', event => {
  const button = event.target.closest(SEND);
  if (button) {
    drawn(() => lead(say(button)));
  }
});
document.addEventListener('input', event => {
  document.querySelectorAll(SAID).forEach(said => said.remove());
  // A field that was emptied switches the button off, and a button that is off hears no click.
  drawn(() => {
    const button = formOf(event.target)?.querySelector(SEND);
    if (button?.disabled) {
      say(button);
    }
  });
});

/** The form marks its fields with its next drawing. */
function drawn(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

const formOf = node => node.closest?.('.modal-content, .form-pane');

/** Names at the button what is missing or wrong; returns those fields. */
function say(button) {
  const form = formOf(button);
  form?.querySelector(SAID)?.remove();
  const wrong = [...form?.querySelectorAll('.fjs-form-field:has(> .fjs-form-field-error)') ?? []];
  if (wrong.length) {
    const names = wrong.map(label).filter(Boolean).map(name => `“${name}”`).join(', ');
    button.parentElement.prepend(el('p', {class: 'ou-error ou-missing', role: 'alert'},
      t(`Chưa gửi được: còn thiếu hoặc chưa đúng ${names}.`, `Not sent: missing or wrong: ${names}.`)));
  }
  return wrong;
}

function lead([first]) {
  first?.scrollIntoView({block: 'center'});
  first?.querySelector('input, textarea, select, [tabindex]')?.focus({preventScroll: true});
}

function label(field) {
  const words = field.querySelector('.fjs-form-field-label')?.cloneNode(true);
  words?.querySelectorAll('.fjs-asterix').forEach(mark => mark.remove());
  return words?.textContent.trim();
}
