// @ts-check
import {post, put, remove} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialogForm} from '../lib/dialogForm.js';
import {confirmDialog, dialog, el, field, toast} from '../lib/dom.js';
import {day, number} from '../lib/format.js';
import {t} from '../lib/text.js';
import planTable from './planTable.js';

/**
 * @typedef {{day: string, name: string, source: string, sure: boolean, kind: 'OFF' | 'WORKING', pairedWith: string | null}} Day
 */

export const OFF = 'OFF';

const WORKING = 'WORKING';
const HOLIDAYS = '/api/v1/holidays';

/** Which field of the form a refused row is: the second row is the worked day. */
const FIELDS = new Map([['rows[0].day', 'day'], ['rows[0].name', 'name'], ['rows[0].source', 'source'], ['rows[0].pairedWith', 'pairedWith'],
  ['rows[1].day', 'pairedWith'], ['rows[1].pairedWith', 'day']]);

/** @param {Day} one */
export const shownName = ({name, kind}) => `${name}, ${kind === OFF ? t('ngày nghỉ', 'day off') : t('làm bù', 'worked')}`;

/** The buttons for who keeps the days. @type {(year: () => number, again: () => void) => HTMLElement} */
export function newDays(year, again) {
  return el('div', {class: 'ou-actions ou-cal-new'},
    el('button', {type: 'button', class: 'ou-button ou-primary', 'data-act': 'off', on: {click: () => open(null, null, false, again)}},
      t('Thêm ngày nghỉ', 'Add a day off')),
    el('button', {type: 'button', class: 'ou-button', 'data-act': 'pair', on: {click: () => open(null, null, true, again)}},
      t('Thêm ngày nghỉ và ngày làm bù', 'Add a day off and its worked day')));
}

/**
 * The days of a year as a table, with what can be done to each.
 * @param {{year: number, days: Day[], keeps: boolean, again: () => void}} about
 */
export default function calendarDays({year, days, keeps, again}) {
  const title = t(`Ngày nghỉ và ngày làm bù năm ${year}`, `Days off and worked days of ${year}`);
  return el('section', {}, el('h2', {}, title), days.length === 0 ? el('p', {class: 'ou-empty'}, t('Chưa có ngày nào.', 'No day yet.')) : planTable({
    caption: title,
    rows: days,
    key: (/** @type {Day} */ one) => one.day,
    columns: [
      {key: 'day', title: t('Ngày', 'Day'), cell: (/** @type {Day} */ one) => day(one.day)},
      {key: 'kind', title: t('Loại', 'Kind'), cell: (/** @type {Day} */ one) => [
        one.kind === OFF ? t('Nghỉ', 'Off') : t('Làm bù', 'Worked'),
        one.pairedWith && el('span', {class: 'ou-plan-more'}, one.kind === OFF
          ? t(`làm bù ngày ${day(one.pairedWith)}`, `worked on ${day(one.pairedWith)}`)
          : t(`thay ngày ${day(one.pairedWith)}`, `in place of ${day(one.pairedWith)}`))]},
      {key: 'name', title: t('Tên ngày', 'Name'), cell: (/** @type {Day} */ one) => [one.name, el('span', {class: 'ou-plan-more'}, one.source)]},
      {key: 'sure', title: t('Chắc chắn', 'Certain'), cell: (/** @type {Day} */ one) => one.sure ? t('Đã xác nhận', 'Confirmed')
        : el('strong', {class: 'ou-cal-ask'}, t('Chưa: văn phòng, ban tổ chức hoặc ban chỉ đạo xác nhận', 'Not yet: the office, the organisation or the steering board confirms'))},
      keeps && {key: 'acts', title: t('Sửa, bỏ', 'Change'), cell: (/** @type {Day} */ one) => acts(one, days, again)}
    ]
  }).node);
}

/** @type {(one: Day, days: Day[], again: () => void) => HTMLElement} */
function acts(one, days, again) {
  const other = days.find(({day: date}) => date === one.pairedWith) ?? null;
  return el('div', {class: 'ou-cal-acts'},
    el('button', {type: 'button', class: 'ou-button', 'aria-label': t(`Sửa ngày ${day(one.day)}`, `Change ${day(one.day)}`), on: {click: () => one.kind === OFF
      ? open(one, other, !!one.pairedWith, again) : open(other, one, true, again)}}, t('Sửa', 'Change')),
    el('button', {type: 'button', class: 'ou-button', 'aria-label': t(`Bỏ ngày ${day(one.day)}`, `Remove ${day(one.day)}`), on: {click: () => drop(one, again)}},
      t('Bỏ', 'Remove')));
}

/** @type {(one: Day, again: () => void) => Promise<void>} */
async function drop(one, again) {
  try {
    const asked = await post(`${HOLIDAYS}:preview`, {remove: [one.day]});
    const both = one.pairedWith
      ? t(`Bỏ ngày ${day(one.day)} và ngày đi cùng ${day(one.pairedWith)}?`, `Remove ${day(one.day)} and ${day(one.pairedWith)}, which goes with it?`)
      : t(`Bỏ ngày ${day(one.day)}?`, `Remove ${day(one.day)}?`);
    if (await confirmDialog(`${both} ${moving(asked)}`, t('Bỏ', 'Remove'))) {
      await remove(`${HOLIDAYS}/${one.day}`);
      toast(t('Đã bỏ.', 'Removed.'));
      again();
    }
  } catch (failure) {
    toast(failure.message, 'error');
  }
}

/** @param {{moving: number, sentence: string}} preview */
const moving = ({moving: tasks, sentence}) => t(sentence, tasks === 0 ? 'No open task moves.' : `${number(tasks)} open tasks will be due on another day.`);

/**
 * A day off, or a pair; a day that is there keeps its date.
 * @type {(off: Day | null, worked: Day | null, pair: boolean, again: () => void) => Promise<void>}
 */
async function open(off, worked, pair, again) {
  const title = off ? t('Sửa ngày nghỉ', 'Change a day off') : pair ? t('Thêm ngày nghỉ và ngày làm bù', 'Add a day off and its worked day') : t('Thêm ngày nghỉ', 'Add a day off');
  await dialog(title, close => {
    const date = dayField(t('Ngày nghỉ', 'Day off'), {name: 'day', value: off?.day ?? worked?.pairedWith, hint: pair ? t('Một ngày từ thứ Hai đến thứ Sáu.', 'Monday to Friday.') : undefined});
    const replaced = dayField(t('Ngày làm bù', 'Worked day'), {name: 'pairedWith', value: worked?.day ?? off?.pairedWith, hint: t('Thứ Bảy hoặc Chủ nhật.', 'A Saturday or Sunday.')});
    const name = el('input', {name: 'name', maxlength: 100, value: off?.name});
    const source = el('input', {name: 'source', maxlength: 250, value: off?.source});
    const sure = el('input', {type: 'checkbox', name: 'sure', checked: off?.sure ?? true});
    if (off) {
      date.node.querySelectorAll('input, button').forEach(control => control.setAttribute('disabled', ''));
    }
    const items = () => {
      const common = {source: source.value.trim(), sure: sure.checked};
      /** @type {object[]} */
      const rows = [{...common, day: date.value, name: name.value.trim(), kind: OFF, ...pair ? {pairedWith: replaced.value} : {}}];
      if (pair) {
        const kept = worked && worked.day === replaced.value ? worked.name : `Làm bù ngày ${day(date.value)}`;
        rows.push({...common, day: replaced.value, name: kept, kind: WORKING, pairedWith: date.value});
      }
      return rows;
    };
    const send = async () => {
      try {
        const preview = await post(`${HOLIDAYS}:preview`, {items: items()});
        if (!await confirmDialog(moving(preview), t('Ghi', 'Save'))) {
          throw new Error(t('Chưa ghi gì.', 'Nothing was saved.'));
        }
        await put(HOLIDAYS, items());
        toast(t('Đã ghi. Hạn của các việc dời trong ít phút.', 'Saved. Due dates move within minutes.'));
      } catch (failure) {
        throw Object.assign(failure, {field: FIELDS.get(failure.field) ?? null});
      }
    };
    return dialogForm({send, close, again, yes: t('Xem việc dời hạn và ghi', 'See what moves, and save'),
      controls: {day: date, pairedWith: replaced, name, source},
      ready: () => !date.isWrong() && !(pair && replaced.isWrong()),
      fields: [date.node, pair && replaced.node, field(t('Tên ngày nghỉ', 'Name of the day'), name), field(t('Căn cứ', 'Source'), source, t('Văn bản, thông báo.', 'The paper that says so.')),
        el('label', {class: 'ou-cal-sure'}, sure, el('span', {}, t('Đã chắc chắn', 'Certain')))]});
  });
}
