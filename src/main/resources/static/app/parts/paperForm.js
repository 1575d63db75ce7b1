// @ts-check
import {get, upload} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {el, field, fill} from '../lib/dom.js';
import {sizeText} from '../lib/files.js';
import {today} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Paper, PaperType} from './papers.js' */

/** A file that was chosen, with what is known of it, until it is sent. Tasklist draws its tabs anew whenever it likes; this stays. */

/**
 * @typedef {{file: File, camera?: boolean, replaces?: Paper, type?: string, number?: string, date?: string}} PaperDraft
 */

/** @type {Map<string, PaperDraft>} */
const drafts = new Map();

/** @param {string} name */
export const draftOf = name => drafts.get(name);
/** @type {(name: string, draft: PaperDraft) => unknown} */
export const keepDraft = (name, draft) => drafts.set(name, {...drafts.get(name), ...draft});
/** @param {string} name */
export const forgetDraft = name => drafts.delete(name);

/**
 * Shows the form of a draft in its place; a draft that is on its way shows how far it is.
 *
 * @param {object} form
 * @param {PaperDraft} form.draft
 * @param {string} form.path
 * @param {string} [form.taskId]
 * @param {string[]} form.needed
 * @param {HTMLElement} form.place
 * @param {() => void} form.done
 * @param {() => void} form.cancel
 */
export default function paperForm({draft, path, taskId, needed, place, done, cancel}) {
  const {file, replaces} = draft;
  // What is photographed at a gate is a photo, unless the step asks for one paper alone.
  const type = typeSelect(draft.type ?? replaces?.type ?? (draft.camera && needed.length !== 1 ? 'PHOTO' : undefined), needed);
  const number = el('input', {name: 'number', maxlength: 100, autocomplete: 'off', enterkeyhint: 'next', value: draft.number ?? replaces?.number});
  const date = dayField(t('Ngày của giấy tờ (nếu có)', 'Date of the paper (if any)'), {name: 'date', max: today(), value: draft.date ?? replaces?.date});
  const bar = el('progress', {max: 100, 'aria-label': t('Đang gửi tệp', 'Sending the file')});
  const state = el('p', {class: 'ou-paper-state', role: 'status'});
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const submit = el('button', {class: 'ou-button ou-primary'}, t('Lưu', 'Save'));
  const controls = {type, number, date};

  const remember = () => Object.assign(draft, {type: type.value, number: number.value, date: date.value});
  const progress = (/** @type {number} */ part) => {
    bar.hidden = false;
    bar.value = part * 100;
    state.textContent = part < 1
      ? t(`Đang gửi ${Math.round(part * 100)} %`, `Sending ${Math.round(part * 100)} %`)
      : t('Đã gửi, đang kiểm tra tệp…', 'Sent, the file is being looked at…');
    submit.disabled = true;
  };
  /** @type {(event: SubmitEvent) => Promise<void>} */
  const send = async event => {
    event.preventDefault();
    remember();
    failed.textContent = '';
    Object.values(controls).forEach(control => control.showError(''));
    if (!type.value) {
      type.showError(t('Chọn loại giấy tờ.', 'Choose a type.'));
      return;
    }
    if (date.isWrong()) {
      return;
    }
    const known = {type: type.value, number: number.value.trim(), date: date.value, fileName: file.name, taskId, replaces: replaces?.id};
    const query = new URLSearchParams(Object.entries(known).flatMap(([name, value]) => value ? [[name, String(value)]] : []));
    progress(0);
    try {
      await upload(`${path}?${query}`, file, progress);
      done();
    } catch (failure) {
      bar.hidden = true;
      state.textContent = '';
      submit.disabled = false;
      sayRefusal(failure, controls, failed);
    }
  };

  bar.hidden = true;
  fill(place, el('form', {class: 'ou-paper-form', novalidate: true, on: {submit: send, input: remember, change: remember}},
    replaces && el('p', {}, el('strong', {}, t('Bản mới của: ', 'New version of: ')), `${replaces.label} (${replaces.fileName})`),
    el('div', {class: 'ou-paper-chosen'}, thumb(file), el('p', {}, file.name, el('br'), el('span', {class: 'ou-hint'}, sizeText(file.size)))),
    field(t('Loại giấy tờ', 'Type'), type),
    field(t('Số, ký hiệu (nếu có)', 'Number (if any)'), number),
    date.node,
    bar, state, failed,
    el('div', {class: 'ou-actions'}, submit,
      el('button', {type: 'button', class: 'ou-button', on: {click: cancel}}, t('Hủy', 'Cancel')))));
  place.scrollIntoView({block: 'nearest'});
  type.focus({preventScroll: true});
}

/** A picture that was just taken, from the browser's memory. @param {File} file */
function thumb(file) {
  if (!file.type.startsWith('image/')) {
    return null;
  }
  const url = URL.createObjectURL(file);
  return el('img', {src: url, alt: t('Ảnh vừa chọn', 'The picture'), on: {load: () => URL.revokeObjectURL(url)}});
}

/**
 * The catalogue, asked once; what a step needs comes first.
 *
 * @param {string | undefined} chosen
 * @param {string[]} [needed]
 */
export function typeSelect(chosen, needed = []) {
  const select = el('select', {name: 'type', required: true}, el('option', {value: ''}, t('Chọn loại giấy tờ…', 'Choose a type…')));
  types().then(({items}) => {
    const rank = (/** @type {PaperType} */ {code}) => needed.includes(code) ? 0 : 1;
    [...items].sort((one, other) => rank(one) - rank(other)).forEach(({code, label}) => select.append(el('option', {value: code}, label)));
    select.value = chosen ?? (needed.length === 1 ? needed[0] : '');
    select.dispatchEvent(new Event('change'));
  }).catch(failure => select.showError(failure.message));
  return select;
}

/** @type {Promise<{items: PaperType[]}> | undefined} */
let catalogue;

/** @returns {Promise<{items: PaperType[]}>} */
function types() {
  catalogue ??= get('/api/v1/papers/types').catch(failure => {
    catalogue = undefined;
    throw failure;
  });
  return catalogue;
}
