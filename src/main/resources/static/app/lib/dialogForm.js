// @ts-check
import {el} from './dom.js';
import {t} from './text.js';

/** @typedef {{showError?: (sentence: string) => void} | undefined} Refusable a field that can say what is wrong with it */

/**
 * Says what was refused at its field, or else in the place below the form.
 * @param {{message: string, field?: string | null}} failure
 * @param {Record<string, Refusable>} controls by the name of the field
 * @param {HTMLElement} below
 */
export function sayRefusal({message, field}, controls, below) {
  const control = controls[field ?? ''];
  if (control?.showError) {
    control.showError(message);
  } else {
    below.textContent = message;
  }
}

/**
 * A short form in a dialog: what the server refuses is said at its field, or else below.
 *
 * @param {object} parts
 * @param {() => Promise<unknown>} parts.send
 * @param {() => void} parts.close
 * @param {() => void} parts.again what is done after it was sent
 * @param {Record<string, Refusable>} parts.controls by the name of the field
 * @param {import('./dom.js').Child} parts.fields
 * @param {string} parts.yes
 * @param {() => boolean} [parts.ready]
 */
export function dialogForm({send, close, again, controls, fields, yes, ready = () => true}) {
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const submit = el('button', {class: 'ou-button ou-primary'}, yes);
  const submitted = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!ready()) {
      return;
    }
    submit.disabled = true;
    try {
      await send();
      close();
      again();
    } catch (failure) {
      sayRefusal(failure, controls, failed);
    } finally {
      submit.disabled = false;
    }
  };
  return el('form', {class: 'ou-part ou-paper-form', novalidate: true, on: {submit: submitted}}, fields, failed,
    el('div', {class: 'ou-actions'}, submit,
      el('button', {type: 'button', class: 'ou-button', on: {click: () => close()}}, t('Hủy', 'Cancel'))));
}
