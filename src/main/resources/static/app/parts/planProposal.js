// @ts-check
import {post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {el, load, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import {choiceOf, choicesOf} from './planForm.js';
import {changeRows} from './planRun.js';
import planTable from './planTable.js';

/** @import {Choices} from '../lib/plan.js' */

/** So many are saved at once: a second's work, after which the bar goes on. */
const MOST = 100;

/**
 * @typedef {{taxCode: string, name: string, priority: number, responsibleMember: string | null, unit: string | null, startOn: string | null,
 *   why: string}} Proposed
 */

/**
 * Members, units and months that the server proposes for rows without: looked at, changed and taken by a person; until then
 * nothing is saved.
 *
 * @param {object} plan
 * @param {number} plan.year
 * @param {() => void} plan.done called when rows were taken, or the proposal was laid aside
 */
export default function planProposal({year, done}) {
  const place = el('div');
  /** @type {() => Promise<[{items: Proposed[]}, Choices]>} */
  const fetching = () => Promise.all([post(`/api/v1/plans/${year}/rows:propose`), choicesOf(year)]);
  load(place, fetching, ([{items}, known]) => {
    if (items.length === 0) {
      toast(t('Dòng nào cũng đã có người, bộ phận và ngày bắt đầu.', 'Each row has its member, unit and start.'));
      done();
      return null;
    }
    return proposal({year, items, known, done});
  });
  return place;
}

/** @param {{year: number, items: Proposed[], known: Choices, done: () => void}} plan */
function proposal({year, items, known, done}) {
  const rows = items.map(item => fieldsOf(item, known, year));
  const count = el('p', {class: 'ou-bulk-count', role: 'status'});
  const take = el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => send()}});
  const tell = () => {
    const ticked = rows.filter(({box}) => box.checked).length;
    count.textContent = t(`Đề xuất cho ${number(rows.length)} dòng, chưa lưu. Xem, sửa rồi nhận.`, `A proposal for ${number(rows.length)} rows, nothing is saved yet.`);
    take.textContent = t(`Nhận ${number(ticked)} dòng`, `Take ${number(ticked)} rows`);
    take.disabled = ticked === 0;
  };
  const send = async () => {
    const chosen = rows.filter(({box}) => box.checked);
    if (chosen.some(({start}) => start.isWrong())) {
      return;
    }
    await changeRows({
      title: t('Nhận đề xuất', 'Take the proposal'), year, rows: chosen.map(({item, read}) => ({taxCode: item.taxCode, name: item.name, read})), most: MOST,
      body: part => ({rows: part.map(({taxCode, read}) => ({taxCode, ...read()}))})
    });
    done();
  };
  const all = el('input', {type: 'checkbox', checked: true, 'aria-label': t('Chọn tất cả', 'Select all'), on: {change: () => {
    rows.forEach(({box}) => {
      box.checked = all.checked;
    });
    tell();
  }}});
  rows.forEach(({box}) => box.addEventListener('change', tell));
  tell();
  return el('section', {class: 'ou-plan-proposal', 'aria-label': t('Đề xuất', 'Proposal')},
    el('div', {class: 'ou-bulk'}, count, el('div', {class: 'ou-bulk-actions'}, take,
      el('button', {type: 'button', class: 'ou-button', on: {click: () => done()}}, t('Bỏ đề xuất', 'Lay it aside')))),
    planTable({
      caption: t('Đề xuất', 'Proposal'), rows, key: ({item}) => item.taxCode,
      columns: [
        {key: 'tick', title: t('Nhận', 'Take'), head: el('label', {class: 'ou-plan-box'}, all), cell: ({box}) => el('label', {class: 'ou-plan-box'}, box)},
        {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: ({item}) => [item.name, el('span', {class: 'ou-plan-more'}, t(`Hạng ${item.priority}`, `Rank ${item.priority}`))]},
        {key: 'who', title: t('Người phụ trách', 'Responsible'), cell: ({member}) => member},
        {key: 'unit', title: t('Bộ phận tham mưu', 'Advisory unit'), cell: ({unit}) => unit},
        {key: 'start', title: t('Bắt đầu từ', 'Starts on'), cell: ({start}) => start.node},
        {key: 'why', title: t('Vì sao', 'Why'), cell: ({item}) => item.why}
      ]
    }).node);
}

/**
 * @param {Proposed} item
 * @param {Choices} known
 * @param {number} year
 */
function fieldsOf(item, {members, units}, year) {
  const box = el('input', {type: 'checkbox', checked: true, 'aria-label': t(`Nhận: ${item.name}`, `Take: ${item.name}`)});
  const member = choiceOf(members, item.responsibleMember, t('Chưa phân công', 'Nobody yet'), {'aria-label': t(`Người phụ trách: ${item.name}`, `Responsible: ${item.name}`)});
  const unit = choiceOf(units, item.unit, t('Chưa phân nhiệm', 'None yet'), {'aria-label': t(`Bộ phận tham mưu: ${item.name}`, `Advisory unit: ${item.name}`)});
  const start = dayField(t(`Bắt đầu từ: ${item.name}`, `Starts on: ${item.name}`), {value: item.startOn, min: `${year}-01-01`, max: `${year}-12-31`});
  return {item, box, member, unit, start, read: () => ({responsibleMember: member.value || null, unit: unit.value || null, startOn: start.value || null})};
}
