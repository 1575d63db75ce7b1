// @ts-check
import {get} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialog, el, field} from '../lib/dom.js';
import {dialogForm} from '../lib/dialogForm.js';
import {MEASURES} from '../lib/plan.js';
import {t} from '../lib/text.js';
import {wholeOf} from '../lib/whole.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */
/** @import {Choices, PlanRow} from '../lib/plan.js' */

/** @type {Map<number, Promise<Choices>>} */
const choices = new Map();

/** @typedef {Partial<PlanRow> & {amendmentReason?: string | null}} RowValues */
/** @typedef {import('../lib/dialogForm.js').Refusable} Refusable */
/** @typedef {{name: string, node: Node, control: Refusable, read: () => unknown, wrong?: () => boolean}} RowField */

/** Who may be responsible and which units there are. @type {(year: number) => Promise<Choices>} */
export function choicesOf(year) {
  const known = choices.get(year) ?? get(`/api/v1/plans/${year}/choices`).catch(failure => {
    choices.delete(year);
    throw failure;
  });
  choices.set(year, known);
  return known;
}

/**
 * A choice of one of these, or of none.
 *
 * @param {Named[]} all
 * @param {string | null | undefined} value
 * @param {string} none
 * @param {Record<string, string>} [props]
 */
export const choiceOf = (all, value, none, props = {}) => el('select', props, el('option', {value: ''}, none),
  all.map(({id, name}) => el('option', {value: id, selected: id === value}, name)),
  // Who may not be chosen any more is still named.
  value && !all.some(({id}) => id === value) && el('option', {value, selected: true}, value));

/**
 * A whole number, or nothing: {node, control, read(), wrong()}.
 *
 * @param {string} label
 * @param {{name?: string, value?: number | null, hint?: string}} options
 */
export function wholeField(label, {name, value, hint}) {
  const control = el('input', {name, inputmode: 'numeric', autocomplete: 'off', maxlength: 12, value: value ?? ''});
  return {node: field(label, control, hint), control, ...wholeOf(control)};
}

/** @type {(label: string, name: string, control: HTMLSelectElement) => RowField} */
const selectField = (label, name, control) => ({name, node: field(label, control), control, read: () => control.value || null});

/**
 * What can be said of a row of the plan; each {name, node, control, read(), wrong()}.
 * @type {Record<string, (row: RowValues, known: Choices, year: number) => RowField>}
 */
const FIELDS = {
  responsibleMember: (row, {members}) => selectField(t('Người phụ trách (phân công)', 'Responsible'), 'responsibleMember',
    choiceOf(members, row.responsibleMember, t('Chưa phân công', 'Nobody yet'), {name: 'responsibleMember'})),
  unit: (row, {units}) => selectField(t('Bộ phận tham mưu (phân nhiệm)', 'Advisory unit'), 'unit',
    choiceOf(units, row.unit, t('Chưa phân nhiệm', 'None yet'), {name: 'unit'})),
  partners: (row, {units}) => boxes('partners', t('Đơn vị phối hợp', 'Partners'), units.map(({id, name}) => /** @type {[string, string]} */ ([id, name])), row.partners ?? [],
    chosen => chosen),
  measures: row => boxes('measures', t('Nội dung giao trong năm', 'Promised this year'), MEASURES, row.measures ?? [],
    // A row that promises nothing says nothing: then the plan does not say it row by row.
    chosen => chosen.length > 0 ? chosen : null),
  admissionTarget: row => ({name: 'admissionTarget', ...wholeField(t('Số người kết nạp', 'Admissions'), {name: 'admissionTarget', value: row.admissionTarget})}),
  startOn: (row, known, year) => dayOf('startOn', t('Bắt đầu từ', 'Starts on'), row.startOn, year),
  dueOn: (row, known, year) => dayOf('dueOn', t('Hoàn thành trước', 'Due on'), row.dueOn, year),
  product: row => textOf('product', t('Sản phẩm', 'Product'), row.product, 500),
  note: row => textOf('note', t('Ghi chú', 'Note'), row.note, 1000),
  reason: row => textOf('reason', t('Lý do', 'Reason'), row.amendmentReason ?? '', 2000)
};

/** @type {(name: string, label: string, value: string | null | undefined, year: number) => RowField} */
function dayOf(name, label, value, year) {
  const day = dayField(label, {name, value, min: `${year}-01-01`, max: `${year}-12-31`});
  return {name, node: day.node, control: day, read: () => day.value || null, wrong: () => day.isWrong()};
}

/** @type {(name: string, label: string, value: string | null | undefined, maxlength: number) => RowField} */
function textOf(name, label, value, maxlength) {
  const control = el('textarea', {name, rows: 2, maxlength, value});
  return {name, node: field(label, control), control, read: () => control.value.trim() || null};
}

/**
 * @type {(name: string, legend: string, all: [code: string, name: string][], chosen: string[], read: (chosen: string[]) => string[] | null) => RowField}
 */
function boxes(name, legend, all, chosen, read) {
  const inputs = all.map(([code]) => el('input', {type: 'checkbox', name, value: code, checked: chosen.includes(code)}));
  const error = el('p', {class: 'ou-error', role: 'alert'});
  return {
    name,
    node: el('fieldset', {class: 'ou-plan-boxes'}, el('legend', {}, legend), all.map(([, text], i) => el('label', {}, inputs[i], text)), error),
    control: {showError: sentence => {
      error.textContent = sentence ?? '';
    }},
    read: () => read(inputs.filter(input => input.checked).map(input => input.value))
  };
}

/**
 * A dialog that asks for some fields of a row, or of many rows at once.
 *
 * @param {object} form
 * @param {string} form.title
 * @param {number} form.year
 * @param {string[]} form.names fields of FIELDS, in their order
 * @param {RowValues} [form.row]
 * @param {Choices} [form.known]
 * @param {string | false} [form.hint]
 * @param {(answers: Record<string, any>) => Promise<unknown>} form.send given what was answered; what it refuses is said at its field
 * @param {() => void} form.done
 * @param {string} [form.yes]
 * @returns {Promise<void>}
 */
export function askRow({title, year, names, row = {}, known = {members: [], units: []}, hint, send, done, yes = t('Lưu', 'Save')}) {
  return dialog(title, close => {
    const fields = names.map(name => FIELDS[name](row, known, year));
    return dialogForm({
      close, again: done, yes,
      fields: [hint && el('p', {class: 'ou-hint'}, hint), fields.map(({node}) => node)],
      controls: Object.fromEntries(fields.map(({name, control}) => [name, control])),
      ready: () => !fields.some(one => one.wrong?.()),
      send: () => send(Object.fromEntries(fields.map(one => [one.name, one.read()])))
    });
  });
}
