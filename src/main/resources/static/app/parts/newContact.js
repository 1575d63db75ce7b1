// @ts-check
import {post} from '../lib/api.js';
import {dialog, el, stylesheet, toast} from '../lib/dom.js';
import {colleagueText, pathOf, readinessScale, recent, tellChanged} from '../lib/contacts.js';
import {t} from '../lib/text.js';
import contactForm from './contactForm.js';

/** @import {Scale} from '../lib/contacts.js' */

stylesheet(new URL('./contacts.css', import.meta.url));

/**
 * The form for a contact that is not in the log yet; `ended` is told when it is written or given up.
 * @param {{taxCode: string, scale: Scale, ended: () => void}} form
 */
export function newContactForm({taxCode, scale, ended}) {
  return contactForm({
    scale,
    draft: taxCode,
    planned: plannedOn => recent(taxCode, plannedOn).then(answer => answer.colleagueWithin7Days),
    send: values => post(pathOf(taxCode), values),
    done: () => {
      toast(t('Đã ghi liên hệ.', 'The contact is logged.'));
      ended();
      tellChanged(taxCode);
    },
    cancel: ended
  });
}

/**
 * A button that logs a contact where it comes to mind: over a list, or at the head of a page.
 *
 * @param {{taxCode: string, name: string}} enterprise
 * @param {() => void} [logged]
 */
export function logContactButton({taxCode, name}, logged = () => {}) {
  return el('button', {type: 'button', class: 'ou-button', 'aria-label': t(`Ghi liên hệ với ${name}`, `Log a contact with ${name}`),
    on: {click: async event => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        const [{colleagueWithin7Days}, scale] = await Promise.all([recent(taxCode), readinessScale()]);
        await dialog(t(`Ghi liên hệ: ${name}`, `Log a contact: ${name}`), close => {
          const form = newContactForm({taxCode, scale, ended: () => {
            close();
            logged();
          }});
          /** @type {HTMLInputElement} */ (form.querySelector('input')).autofocus = true;
          return el('div', {}, colleagueWithin7Days
            && el('p', {class: 'ou-contact-warning', role: 'status'}, colleagueText(colleagueWithin7Days)), form);
        });
      } catch (failure) {
        toast(failure.message, 'error');
      } finally {
        button.disabled = false;
      }
    }}}, t('Ghi liên hệ', 'Log a contact'));
}
