// @ts-check
import {t} from './text.js';

/**
 * The bubble at a field that is missing or wrong speaks the browser's language; here it speaks the chosen one. What the
 * field is told is taken back as soon as the person changes it.
 */
export function speakOfFields() {
  const field = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target);
  document.addEventListener('invalid', event => say(field(event)), true);
  ['input', 'change'].forEach(changed => document.addEventListener(changed, event => field(event).setCustomValidity?.(''), true));
}

/** A field that was filled in by a script meanwhile has nothing wrong but what it was told. @param {HTMLInputElement} field */
function say(field) {
  field.setCustomValidity('');
  if (!field.validity.valid) {
    field.setCustomValidity(sentence(field.validity));
  }
}

/** @param {ValidityState} validity */
function sentence(validity) {
  return validity.valueMissing ? t('Bắt buộc nhập.', 'Please fill in this field.') : t('Giá trị không hợp lệ.', 'This value is not valid.');
}
