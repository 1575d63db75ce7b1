// @ts-check
import {el, fill, stylesheet} from '../lib/dom.js';
import {colleagueText, kindText, nothingLogged, onChanged, readinessScale, recent} from '../lib/contacts.js';
import {day} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Recent} from '../lib/contacts.js' */

stylesheet(new URL('./contacts.css', import.meta.url));

/** On a phone the form comes first; whoever opened or closed the strip finds it so at the next task. @type {boolean | undefined} */
let open;

/**
 * What to have read before a survey or a meeting: the last three contacts in short, and whether a colleague was just there,
 * as it is known already.
 * @param {{taxCode: string, known?: Recent}} of
 */
export default function recentContacts({taxCode, known}) {
  const root = el('div', {class: 'ou-part ou-recent'});
  open ??= matchMedia('(min-width: 700px)').matches;
  const show = async (/** @type {Recent | undefined} */ contacts = undefined) => {
    try {
      const [{last, lastMet, colleagueWithin7Days}, scale] = await Promise.all([contacts ?? recent(taxCode), readinessScale()]);
      const lines = el('details', {open, on: {toggle: () => {
        open = lines.open;
      }}},
      el('summary', {}, last.length
        ? t(`${last.length} lần liên hệ gần nhất`, `Last ${last.length} contacts`)
        : nothingLogged(lastMet)),
      el('ol', {class: 'ou-contact-list'}, last.map(contact => el('li', {},
        el('strong', {}, day(contact.day)), ` · ${kindText(contact.kind)} · ${contact.withWhom}`,
        contact.readiness && ` · ${contact.readiness}/5 ${scale.levels[contact.readiness - 1].name}`,
        ` · ${contact.madeByName}: ${contact.said}`,
        contact.nextStep && ` → ${contact.nextStep} (${day(contact.nextDay)})`))));
      fill(root,
        colleagueWithin7Days && el('p', {class: 'ou-contact-warning', role: 'status'}, colleagueText(colleagueWithin7Days)),
        lines);
    } catch (failure) {
      fill(root, el('p', {class: 'ou-failure', role: 'alert'}, failure.message));
    }
  };
  show(known);
  onChanged(root, taxCode, () => show());
  return root;
}
