// @ts-check
import {address, get} from '../lib/api.js';
import {el, fill, load, stylesheet} from '../lib/dom.js';
import {day, due, number} from '../lib/format.js';
import {enterprisePath, taskPath} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */

export const title = t('Việc quá hạn', 'Overdue tasks');

stylesheet(new URL('../parts/worklist.css', import.meta.url));

const PAGE = 50;
/** As many are counted; there may be more. */
const MOST_COUNTED = 1000;

/**
 * @typedef {{id: string | null, stepName: string, phase: string, units: Named[], enterprise: {taxCode: string, name: string, zone: string | null} | null,
 *   holder: Named | null, dueAt: string, daysLate: number, daysOffUnknown: number | null, toldSince: string | null}} Line
 * @typedef {{items: Line[], page: number, hasMore: boolean, total: number, units: (Named & {overdue: number})[]}} Found
 */

/** @type {{key: string, title: string, cell: (line: Line) => Child}[]} */
const COLUMNS = [
  {key: 'name', title: t('Việc', 'Task'), cell: ({id, stepName}) => id
    ? el('a', {class: 'ou-work-task', href: address(taskPath(id))}, named(stepName)) : el('span', {class: 'ou-work-task'}, named(stepName))},
  {key: 'enterprise', title: t('Doanh nghiệp', 'Enterprise'), cell: ({enterprise}) => enterprise && [
    el('a', {href: address(enterprisePath(enterprise.taxCode))}, enterprise.name),
    enterprise.zone && el('span', {class: 'ou-work-more'}, enterprise.zone)]},
  {key: 'unit', title: t('Đơn vị', 'Unit'), cell: ({units}) => units.map(({name}) => name).join(', ')},
  {key: 'who', title: t('Người giữ', 'Holder'), cell: ({holder, phase}) => holder?.name
    ?? (phase === 'memberAdmission' ? null : t('Chưa ai nhận', 'Unclaimed'))},
  {key: 'due', title: t('Quá hạn', 'Overdue'), cell: ({dueAt, daysLate, daysOffUnknown}) => el('span', {class: 'ou-due ou-late'},
    el('span', {class: 'ou-due-day'}, `${day(dueAt)} · `), due(-daysLate, daysOffUnknown))},
  {key: 'told', title: t('Đã báo lên từ', 'Told since'), cell: ({toldSince}) => toldSince && day(toldSince)}
];

/**
 * What is late, and with whom: one's own, that of the units one heads, or all. The unit that is asked for stands in the address.
 *
 * @param {HTMLElement} main
 */
export default function overdue(main) {
  const place = el('div');
  let unit = new URLSearchParams(location.search).get('unit') ?? '';
  const show = () => load(place, () => get(path(unit, 0)), (/** @type {Found} */ found) => [chips(found), list(found)]);
  const chips = (/** @type {Found} */ {units}) => (units.length > 1 || unit) && el('div', {class: 'ou-chips', role: 'group', 'aria-label': t('Lọc theo đơn vị', 'By unit')},
    chip('', t('Mọi đơn vị', 'All units')), units.map(({id, name, overdue: late}) => chip(id, `${name} (${number(late)})`)));
  const chip = (/** @type {string} */ id, /** @type {string} */ text) => el('button', {type: 'button', class: 'ou-chip', 'aria-pressed': String(id === unit), on: {click: () => {
    unit = id;
    history.replaceState(null, '', id ? `?unit=${encodeURIComponent(id)}` : location.pathname);
    show();
  }}}, text);
  const list = (/** @type {Found} */ found) => {
    if (found.items.length === 0) {
      return el('p', {class: 'ou-empty'}, t('Không có việc quá hạn.', 'Nothing is overdue.'));
    }
    const body = el('tbody', {role: 'rowgroup'}, found.items.map(line));
    const more = el('div', {class: 'ou-work-next'});
    const next = (/** @type {Found} */ {hasMore, page}) => fill(more, hasMore && el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
      const part = await get(path(unit, page + 1));
      const before = body.children.length;
      body.append(...part.items.map(line));
      next(part);
      body.children[before]?.querySelector('a')?.focus();
    }}}, t('Xem thêm', 'Show more')));
    next(found);
    const count = found.total < MOST_COUNTED ? number(found.total) : t(`từ ${number(MOST_COUNTED)}`, `${number(MOST_COUNTED)} or more`);
    return el('section', {class: 'ou-part ou-work', 'aria-label': title},
      el('p', {role: 'status'}, t(`${count} việc, quá hạn lâu nhất trước. Quá hạn không hủy việc nào.`, `${count} tasks, the longest overdue first. Nothing is cancelled by it.`)),
      el('table', {role: 'table'}, el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'}, COLUMNS.map(column =>
        el('th', {role: 'columnheader', class: `ou-work-${column.key}`}, column.title)))), body), more);
  };
  fill(main, el('h1', {}, title), place);
  return show();
}

/** @param {Line} task */
const line = task => el('tr', {role: 'row', class: 'ou-work-late'}, COLUMNS.map(column =>
  el('td', {role: 'cell', class: `ou-work-${column.key}`, 'data-title': column.title}, column.cell(task) || null)));

/** @type {(unit: string, page: number) => string} */
const path = (unit, page) => `/api/v1/overdue?count=true&page=${page}&size=${PAGE}${unit ? `&unit=${encodeURIComponent(unit)}` : ''}`;
