// @ts-check
import {get, post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {dialog, el, field, fill, load, toast} from '../lib/dom.js';
import {isTaxCode} from '../lib/folded.js';
import {today} from '../lib/format.js';
import {named, t} from '../lib/text.js';
import {readWhole, wholeSentence} from '../lib/whole.js';
import search from './search.js';

/** @import {Person} from '../lib/session.js' */

const FORM = '/camunda/api/engine/engine/default/process-definition/key/caseEvent';
const OF_CANDIDATES = ['candidateWithdrew', 'consentWithdrawn', 'candidateMoved'];
const INTRODUCED = 'candidateIntroduced';

/**
 * @typedef {{key: string, type: string, label?: string, dateLabel?: string, description?: string, values: {value: string, label: string}[],
 *   validate?: {required?: boolean, maxLength?: number, pattern?: string}, conditional?: {hide: string}}} Component
 * @typedef {HTMLSelectElement | HTMLTextAreaElement | HTMLInputElement | ReturnType<typeof dayField>} Control
 * @typedef {{key: string, label: string, component: Component, control: Control, events: string[] | null, node: HTMLElement}} Field
 */

/** Whether the person reports events at all; what exactly is the server's to judge. @param {Person} person */
export function mayReport(person) {
  return person.groups.some(group => ['outreachOfficers', 'organisationBoard'].includes(group) || isCell(group));
}

/** Asks for an event in a dialog; resolves to whether one was reported. @param {{person: Person, taxCode?: string}} about */
export async function openEvent({person, taxCode}) {
  return await dialog(t('Báo sự việc', 'Report an event'), close => event({person, taxCode, done: () => close(true), cancel: () => close(false)})) === true;
}

/**
 * The form of the process caseEvent, as it is deployed: its fields, its words and which of them an event asks for.
 * @param {{person: Person, taxCode?: string, done?: () => void, cancel: () => void}} about
 */
export default function event({person, taxCode, done = () => {}, cancel}) {
  const root = el('div', {class: 'ou-part ou-event-form'});
  load(root, () => get(`${FORM}/deployed-start-form`), ({components}) => form({components, person, taxCode, done, cancel}));
  return root;
}

/** @type {(about: {components: Component[], person: Person, taxCode?: string, done: () => void, cancel: () => void}) => HTMLElement} */
function form({components, person, taxCode, done, cancel}) {
  const fields = components.filter(component => component.key).map(component => fieldOf(component, person));
  /** What the process's form has. @type {(key: string) => Field} */
  const byKey = key => /** @type {Field} */ (fields.find(one => one.key === key));
  byKey('occurredOn').control.value = today();
  const type = /** @type {HTMLSelectElement} */ (byKey('eventType').control);
  const all = [...type.options];
  const about = async (/** @type {string} */ code) => {
    byKey('enterpriseCode').control.value = code;
    const possible = code ? await get(`/api/v1/enterprises/${encodeURIComponent(code)}/events`) : [];
    const before = type.value;
    // What no case of this enterprise waits for would only be refused.
    fill(type, all.filter(({value}) => !code || value === '' || possible.includes(value)));
    type.value = [...type.options].some(({value}) => value === before) ? before : '';
    fit();
  };
  const fit = () => fields.forEach(one => {
    // Whose enterprise it is comes first: it says which events there may be.
    one.node.hidden = one.events !== null && !one.events.includes(type.value) && !(one.key === 'enterpriseCode' && type.value === '');
  });
  type.addEventListener('change', fit);
  fit();
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const ask = (/** @type {string} */ code) => about(code).catch(failure => {
    error.textContent = failure.message;
  });
  if (taxCode) {
    ask(taxCode);
  } else {
    findByName(byKey('enterpriseCode'), ask);
  }
  const button = el('button', {class: 'ou-button ou-primary'}, t('Báo sự việc', 'Report'));
  /** @type {(submitted: SubmitEvent) => Promise<void>} */
  const send = async submitted => {
    submitted.preventDefault();
    const asked = fields.filter(one => !one.node.hidden);
    error.textContent = '';
    asked.forEach(one => one.control.showError(null));
    if (!asked.every(filled)) {
      return;
    }
    button.disabled = true;
    try {
      await post(`${FORM}/submit-form`, {variables: variables(asked)});
      toast(t('Đã báo sự việc.', 'The event is reported.'));
      done();
    } catch (failure) {
      sayRefusal(failure, Object.fromEntries(asked.map(one => [one.key, one.control])), error);
    } finally {
      button.disabled = false;
    }
  };
  return el('form', {novalidate: true, on: {submit: send}},
    fields.map(one => one.node),
    error,
    el('div', {class: 'ou-actions'}, button,
      cancel && el('button', {type: 'button', class: 'ou-button', on: {click: cancel}}, t('Hủy', 'Cancel'))));
}

/**
 * The tax code is found by the enterprise's name; whoever has the code types it into the same field.
 * @type {(code: Field, ask: (taxCode: string) => void) => void}
 */
function findByName(code, ask) {
  const found = search({chosen: enterprise => enterprise ? ask(enterprise.taxCode) : ask('')});
  const control = /** @type {HTMLInputElement} */ (code.control);
  const typed = /** @type {HTMLInputElement} */ (found.querySelector('input'));
  typed.addEventListener('change', () => {
    if (!control.value && isTaxCode(typed.value)) {
      ask(typed.value.trim());
    }
  });
  const label = /** @type {HTMLLabelElement} */ (code.node.querySelector('label'));
  label.htmlFor = typed.id;
  label.textContent = t('Doanh nghiệp: tên hoặc mã số thuế', 'Enterprise: name or tax code');
  control.type = 'hidden';
  control.before(found);
}

/** One field of the form; `events` are those that ask for it, null where all do. @type {(component: Component, person: Person) => Field} */
function fieldOf(component, person) {
  const condition = component.conditional?.hide;
  const label = named(component.label ?? component.dateLabel ?? component.key);
  const events = condition ? [...condition.matchAll(/eventType = "(\w+)"/g)].map(match => match[1]) : null;
  if (component.type === 'datetime') {
    const control = dayField(label, {name: component.key, max: today(), hint: component.description});
    return {key: component.key, label, component, control, events, node: control.node};
  }
  const control = controlOf(component, person);
  return {key: component.key, label, component, control, events, node: field(label, control, component.description)};
}

/** @type {(component: Component, person: Person) => HTMLSelectElement | HTMLTextAreaElement | HTMLInputElement} */
function controlOf({type, key, validate = {}, values}, person) {
  const name = {name: key, required: validate.required};
  switch (type) {
    case 'select':
      return el('select', name, el('option', {value: ''}, t('– chọn –', '– choose –')),
        values.filter(choice => mayTell(choice.value, person)).map(choice => el('option', {value: choice.value}, named(choice.label))));
    case 'textarea':
      return el('textarea', {...name, rows: 3, maxlength: validate.maxLength});
    case 'number':
      return el('input', {...name, type: 'text', inputmode: 'numeric'});
    default:
      return el('input', {...name, type: 'text', maxlength: validate.maxLength, pattern: validate.pattern?.replace(/^\^|\$$/g, '')});
  }
}

/** @type {(code: string, person: Person) => boolean} */
function mayTell(code, person) {
  if (person.groups.includes('organisationBoard')) {
    return true;
  }
  const ofCandidate = OF_CANDIDATES.includes(code);
  return (ofCandidate || code === INTRODUCED) && person.groups.some(isCell)
    || !ofCandidate && person.groups.includes('outreachOfficers');
}

/** @param {string} group */
const isCell = group => group === 'mobileCell' || /^cell[0-9]{10}/.test(group);

/** @param {Field} asked */
function filled({control, component, label}) {
  if (!control.value.trim() && component.validate?.required) {
    control.showError(t(`Thiếu “${label}”.`, `“${label}” is missing.`));
    return false;
  }
  if ('isWrong' in control && control.isWrong()) {
    return false;
  }
  if (component.type === 'number' && control.value.trim() && readWhole(control.value) === null) {
    control.showError(wholeSentence(control.value));
    return false;
  }
  if ('checkValidity' in control && !control.checkValidity()) {
    control.showError(t(`“${label}” chưa đúng: ${component.description ?? ''}`, `“${label}” is not right: ${component.description ?? ''}`));
    return false;
  }
  return true;
}

/** @param {Field[]} asked */
function variables(asked) {
  const given = asked.filter(one => one.control.value.trim());
  return Object.fromEntries(given.map(({key, control, component}) =>
    [key, {value: component.type === 'number' ? Number(readWhole(control.value)) : control.value.trim()}]));
}
