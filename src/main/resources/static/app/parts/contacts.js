// @ts-check
import {get, post} from '../lib/api.js';
import {dialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {colleagueText, kindText, nothingLogged, onChanged, pathOf, readinessScale, recent, tellChanged} from '../lib/contacts.js';
import {day, moment} from '../lib/format.js';
import {me} from '../lib/session.js';
import {t} from '../lib/text.js';
import contactForm, {hasDraft} from './contactForm.js';
import {newContactForm} from './newContact.js';

/** @import {Page} from '../lib/api.js' */
/** @import {Colleague, Contact, Recent, Scale} from '../lib/contacts.js' */
/** @import {Person} from '../lib/session.js' */

stylesheet(new URL('./contacts.css', import.meta.url));

const PAGE = 20;

/** The contact log of an enterprise: the warning, a form to add to it, and what is in it, newest first. @param {{taxCode: string}} of */
export default function contacts({taxCode}) {
  const root = el('section', {class: 'ou-part ou-contacts', 'aria-label': t('Liên hệ', 'Contacts')});
  const fetching = () => Promise.all([recent(taxCode), readinessScale(), me()]);
  load(root, fetching, ([before, scale, person]) => log({taxCode, before, scale, person}));
  return root;
}

/** @typedef {{taxCode: string, before: Recent, scale: Scale, person: Person}} Log */

/** @param {Log} of */
function log({taxCode, before, scale, person}) {
  const warning = el('p', {class: 'ou-contact-warning', role: 'status'});
  const place = el('div');
  const rows = list({taxCode, scale, person, before});
  /** @type {(colleague: Colleague | null) => void} */
  const warn = colleague => {
    warning.hidden = !colleague;
    warning.textContent = colleagueText(colleague) ?? '';
  };
  warn(before.colleagueWithin7Days);
  const closed = () => fill(place, el('button', {type: 'button', class: 'ou-button ou-primary ou-contact-add', on: {click: open}},
    t('Ghi liên hệ', 'Log a contact')));
  const open = () => {
    const form = newContactForm({taxCode, scale, ended: () => {
      closed();
      place.querySelector('button')?.focus();
    }});
    fill(place, form);
    form.begin();
  };
  if (before.may.write) {
    closed();
    if (hasDraft(taxCode)) {
      open();
    }
  }
  onChanged(place, taxCode, () => recent(taxCode).then(answer => warn(answer.colleagueWithin7Days)).catch(() => {}));
  return [warning, place, rows];
}

/** The rows that stand, and on request those that were corrected or taken back too. @param {Log} of */
function list({taxCode, scale, person, before: {lastMet, may}}) {
  const place = el('div');
  let trace = false;
  let size = PAGE;
  const show = () => load(place, () => get(`${pathOf(taxCode)}?trace=${trace}&size=${size}`), (/** @type {Page<Contact>} */ page) => page.total === 0 && !trace
    ? [el('p', {class: 'ou-empty'}, `${nothingLogged(lastMet)}.`)]
    : [
      el('ol', {class: 'ou-contact-list'}, page.items.map(contact =>
        row({contact, scale, mayCorrect: may.write && (may.correctOthers || [contact.madeBy, contact.recordedBy].includes(person.id))}))),
      page.total > page.items.length && size < 500 && el('button', {type: 'button', class: 'ou-button', on: {click: () => {
        size = Math.min(500, size + 5 * PAGE);
        show();
      }}}, t('Xem thêm', 'Show more'))
    ]);
  const toggle = el('input', {type: 'checkbox', on: {change: () => {
    trace = toggle.checked;
    show();
  }}});
  show();
  onChanged(place, taxCode, show);
  return el('div', {},
    el('h3', {}, t('Đã liên hệ', 'Contacts so far')),
    place,
    el('label', {class: 'ou-contact-trace'}, toggle, t('Hiện cả dòng đã sửa, đã rút', 'Show corrected and withdrawn rows too')));
}

/** @param {{contact: Contact, scale: Scale, mayCorrect: boolean}} shown */
function row({contact, scale, mayCorrect}) {
  const {day: on, kind, withWhom, said, nextStep, nextDay, readiness, madeByName, current, withdrawn, corrects, reason} = contact;
  return el('li', {class: current ? 'ou-contact' : 'ou-contact ou-contact-past'},
    el('p', {class: 'ou-contact-head'},
      el('span', {}, el('strong', {}, day(on)), ` · ${kindText(kind)} · ${withWhom}`),
      readiness && el('span', {class: `ou-level ou-level-${readiness}`, title: scale.levels[readiness - 1].meaning},
        `${readiness}/5 ${scale.levels[readiness - 1].name}`)),
    el('p', {}, said),
    nextStep && el('p', {}, el('strong', {}, t('Tiếp theo: ', 'Next: ')), nextStep, ` (${day(nextDay)})`),
    el('p', {class: 'ou-hint'}, madeByName, ' · ', t('ghi lúc ', 'recorded at '), moment(contact.recordedAt),
      corrects && ` · ${withdrawn ? t('đã rút', 'withdrawn') : t('đã sửa', 'corrected')}: ${reason}`,
      !current && !withdrawn && ` · ${t('không còn dùng', 'no longer stands')}`),
    current && mayCorrect && el('p', {class: 'ou-contact-tools'},
      el('button', {type: 'button', class: 'ou-button', on: {click: () => correct(contact, scale)},
        'aria-label': t(`Sửa liên hệ ngày ${day(on)}`, `Correct the contact of ${day(on)}`)}, t('Sửa', 'Correct')),
      el('button', {type: 'button', class: 'ou-button', on: {click: () => withdraw(contact)},
        'aria-label': t(`Rút liên hệ ngày ${day(on)}`, `Withdraw the contact of ${day(on)}`)}, t('Rút', 'Withdraw'))));
}

/** @type {(contact: Contact, scale: Scale) => Promise<void>} */
function correct(contact, scale) {
  return dialog(t('Sửa liên hệ', 'Correct the contact'), close => contactForm({
    scale,
    contact,
    planned: plannedOn => plannedOn === contact.nextDay
      ? null
      : recent(contact.taxCode, plannedOn).then(answer => answer.colleagueWithin7Days),
    send: values => post(`${pathOf(contact.taxCode)}/${contact.id}/corrections`, values),
    done: () => {
      close();
      toast(t('Đã sửa. Dòng cũ vẫn được lưu.', 'Corrected. The old row is kept.'));
      tellChanged(contact.taxCode);
    },
    cancel: () => close()
  }));
}

/** @type {(contact: Contact) => Promise<void>} */
function withdraw(contact) {
  return dialog(t('Rút liên hệ', 'Withdraw the contact'), close => {
    const reason = el('input', {name: 'reason', maxlength: 300, required: true});
    /** @type {(event: SubmitEvent) => Promise<void>} */
    const send = async event => {
      event.preventDefault();
      try {
        await post(`${pathOf(contact.taxCode)}/${contact.id}/withdrawal`, {reason: reason.value});
        close();
        toast(t('Đã rút. Dòng cũ vẫn được lưu.', 'Withdrawn. The old row is kept.'));
        tellChanged(contact.taxCode);
      } catch (failure) {
        reason.showError(failure.message);
      }
    };
    return el('form', {class: 'ou-part', novalidate: true, on: {submit: send}},
      el('p', {}, `${day(contact.day)} · ${kindText(contact.kind)} · ${contact.withWhom}: ${contact.said}`),
      field(t('Lý do rút', 'Reason'), reason),
      el('div', {class: 'ou-actions'}, el('button', {class: 'ou-button ou-primary'}, t('Rút', 'Withdraw')),
        el('button', {type: 'button', class: 'ou-button', on: {click: () => close()}}, t('Hủy', 'Cancel'))));
  });
}
