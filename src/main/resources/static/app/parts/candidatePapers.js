// @ts-check
import {get, post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialogForm} from '../lib/dialogForm.js';
import {dialog, el, field, load} from '../lib/dom.js';
import {day, moment, today} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {PaperType, Required} from './papers.js' */

/**
 * @typedef {{id: number, type: string, label: string, number: string | null, date: string | null, keptAt: string, recordedBy: string,
 *   recordedAt: string, withdrawnAt: string | null, withdrawnReason: string | null}} Entry
 */

/**
 * Which papers a candidate's file holds. There is no upload, on purpose: what stands in them stays on paper.
 * @param {{candidateRef: string, required: Required[]}} file
 */
export default function candidatePapers({candidateRef, required}) {
  const root = el('div', {class: 'ou-candidate-papers'});
  const path = `/api/v1/candidates/${encodeURIComponent(candidateRef)}/papers`;
  const again = () => load(root, () => get(path), (/** @type {{items: Entry[], mayAdd: boolean, types: PaperType[]}} */ folder) => [
    el('p', {class: 'ou-hint'}, t('Chỉ ghi loại, số, ngày và nơi giữ giấy tờ; không tải nội dung lên.',
      'Type, number, date and place only; contents are not uploaded.')),
    required.filter(one => !one.there).length > 0 && el('p', {class: 'ou-late'}, t('Bước này cần: ', 'This step needs: '),
      required.filter(one => !one.there && !folder.items.some(row => row.type === one.type && !row.withdrawnAt)).map(one => one.label).join('; ')),
    folder.mayAdd && el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => add(path, folder.types, again)}},
      t('Ghi giấy tờ', 'Write down a paper')),
    folder.items.length === 0
      ? el('p', {class: 'ou-empty'}, t('Chưa ghi giấy tờ nào.', 'No paper is written down yet.'))
      : el('ol', {class: 'ou-paper-list'}, folder.items.map(paper => row({paper, path, again, mayChange: folder.mayAdd})))
  ]);
  again();
  return root;
}

/** @param {{paper: Entry, path: string, again: () => void, mayChange: boolean}} shown */
function row({paper, path, again, mayChange}) {
  const {id, label, number, date, keptAt, recordedBy, recordedAt, withdrawnAt, withdrawnReason} = paper;
  return el('li', {class: withdrawnAt ? 'ou-paper ou-paper-withdrawn' : 'ou-paper'},
    el('p', {class: 'ou-paper-head'}, el('strong', {}, label)),
    (number || date) && el('p', {}, number && t(`Số ${number}`, `No. ${number}`), number && date && ', ', date && t(`ngày ${day(date)}`, `of ${day(date)}`)),
    el('p', {}, t('Nơi giữ: ', 'Kept at: '), keptAt),
    el('p', {class: 'ou-hint'}, `${recordedBy}, ${moment(recordedAt)}`),
    withdrawnAt && el('p', {class: 'ou-late'}, t(`Đã rút: ${withdrawnReason}`, `Withdrawn: ${withdrawnReason}`)),
    mayChange && !withdrawnAt && el('div', {class: 'ou-paper-tools'},
      el('button', {type: 'button', class: 'ou-button', on: {click: () => withdraw(paper, `${path}/${id}/withdrawal`, again)}}, t('Rút', 'Withdraw'))));
}

/** @type {(path: string, types: PaperType[], again: () => void) => Promise<void>} */
function add(path, types, again) {
  return dialog(t('Ghi giấy tờ', 'Write down a paper'), close => {
    const type = el('select', {name: 'type'}, el('option', {value: ''}, t('Chọn loại giấy tờ…', 'Choose a type…')),
      types.map(({code, label}) => el('option', {value: code}, label)));
    const number = el('input', {name: 'number', maxlength: 100, autocomplete: 'off'});
    const date = dayField(t('Ngày của giấy tờ', 'Date of the paper'), {name: 'date', max: today()});
    const keptAt = el('input', {name: 'keptAt', maxlength: 255, autocomplete: 'off'});
    const send = () => post(path, {type: type.value || null, number: number.value || null, date: date.value || null, keptAt: keptAt.value || null});
    return dialogForm({send, close, again, controls: {type, number, date, keptAt}, ready: () => !date.isWrong(), yes: t('Lưu', 'Save'), fields: [
      field(t('Loại giấy tờ', 'Type'), type), field(t('Số', 'Number'), number), date.node,
      field(t('Nơi giữ', 'Kept at'), keptAt, t('Ví dụ: Tủ hồ sơ số 3, Ban Tổ chức. Không ghi họ tên.', 'Such as: cabinet 3, organisation board. No names.'))]});
  });
}

/** @type {(paper: Entry, path: string, again: () => void) => Promise<void>} */
function withdraw(paper, path, again) {
  return dialog(t('Rút giấy tờ', 'Withdraw the paper'), close => {
    const reason = el('input', {name: 'reason', maxlength: 500, autocomplete: 'off'});
    return dialogForm({close, again, controls: {reason}, yes: t('Rút', 'Withdraw'), send: () => post(path, {reason: reason.value}),
      fields: [el('p', {}, paper.label), field(t('Lý do rút', 'Reason'), reason)]});
  });
}
