// @ts-check
import {address, get, post} from '../lib/api.js';
import {el, load} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import {wholeField} from './planForm.js';
import planTable, {nextPages} from './planTable.js';

/** @import {Page} from '../lib/api.js' */
/** @import {Asking, Head, PlanRow} from '../lib/plan.js' */

const PAGE = 100;
const MOVED = 100;

/**
 * @typedef {{priority: number, place: number}} RankPlace
 * @typedef {{taxCode: string, name: string | null, from: RankPlace, to: RankPlace, reason: string}} Move
 */

/** Why each row stands where it stands, and what would move if something else were true. @param {Asking} asking */
export default function planRanks({question, go, head}) {
  const {year, sort = 'priority'} = question;
  const place = el('div');
  const tried = el('div', {class: 'ou-plan-tried'});
  /** @type {Map<string, PlanRow>} */
  const unions = new Map();
  const path = (/** @type {number} */ page) => `/api/v1/plans/${year}/rows?sort=${encodeURIComponent(sort)}&page=${page}&size=${PAGE}`;
  const form = trial({year, head, unions, tried});
  load(place, () => get(path(0)), (/** @type {Page<PlanRow>} */ first) => {
    if (first.total === 0) {
      return el('p', {class: 'ou-empty'}, t(`Kế hoạch năm ${year} chưa có doanh nghiệp nào.`, `The plan of ${year} has no enterprise yet.`));
    }
    const table = planTable({caption: t('Thứ tự trong kế hoạch', 'Order of the plan'), rows: first.items, sort, sorted: by => go({sort: by}), key: ({taxCode}) => taxCode,
      walk: true, columns: columns(unions, form.tell)});
    return [table.node, nextPages({first, path, table})];
  });
  return {node: el('section', {class: 'ou-part ou-plan-ranks', 'aria-label': t('Thứ tự', 'Order')},
    el('p', {class: 'ou-hint'}, t('Đã khảo sát trước; dễ trước, khó sau; có công đoàn trước; đông lao động trước. Trong một hạng: nhiều lao động đứng trước.',
      'Surveyed first; easy before hard; with a union before without; many workers before few. Within a rank more workers come first.')),
    form.node, tried, place)};
}

/**
 * @param {Map<string, PlanRow>} unions
 * @param {() => void} tell
 * @returns {import('./planTable.js').Column<PlanRow>[]}
 */
function columns(unions, tell) {
  return [
    {key: 'tick', title: t('Giả định có công đoàn', 'Pretend a union'), head: el('span', {class: 'ou-unseen'}, t('Giả định có công đoàn', 'Pretend a union')),
      cell: row => el('label', {class: 'ou-plan-box'}, el('input', {type: 'checkbox', 'aria-label': t(`Giả định có công đoàn: ${row.name}`, `Pretend a union: ${row.name}`),
        on: {change: event => {
          if (event.currentTarget.checked) {
            unions.set(row.taxCode, row);
          } else {
            unions.delete(row.taxCode);
          }
          tell();
        }}}))},
    {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), sort: 'name', cell: row => [
      el('a', {href: address(enterprisePath(row.taxCode))}, row.name ?? row.taxCode), el('span', {class: 'ou-plan-more'}, row.zone)]},
    {key: 'priority', title: t('Hạng', 'Rank'), sort: 'priority', number: true, cell: row => number(row.priority)},
    {key: 'why', title: t('Vì sao', 'Why'), cell: row => row.priorityReason ?? (row.priority ? null : t('Chưa xếp hạng', 'Not ranked yet'))},
    {key: 'today', title: t('Hạng hôm nay', 'Today’s rank'), cell: row => row.priorityToday && row.priorityToday !== row.priority ? [
      t(`Hạng ${row.priorityToday}`, `Rank ${row.priorityToday}`), el('span', {class: 'ou-plan-more'}, row.priorityTodayReason)] : null}
  ];
}

/**
 * Another threshold, unknown taken for easy, unions that there are not: nothing is saved.
 * @param {{year: number, head: Head | null, unions: Map<string, PlanRow>, tried: HTMLElement}} about
 */
function trial({year, head, unions, tried}) {
  const many = wholeField(t('Từ bao nhiêu lao động là đông', 'From how many workers on it is large'), {name: 'manyWorkers', value: head?.manyWorkers ?? 500});
  const easy = el('input', {type: 'checkbox', name: 'unknownIsEasy'});
  const count = el('p', {class: 'ou-hint', role: 'status'});
  const tell = () => {
    count.textContent = unions.size === 0 ? t('Đánh dấu doanh nghiệp trong bảng để giả định có công đoàn.', 'Tick enterprises in the table to pretend a union.')
      : t(`Giả định ${number(unions.size)} doanh nghiệp có công đoàn.`, `${number(unions.size)} enterprises are taken to have a union.`);
  };
  /** @type {(event: SubmitEvent) => Promise<void>} */
  const send = async event => {
    event.preventDefault();
    if (many.wrong()) {
      return;
    }
    await load(tried, () => post(`/api/v1/plans/${year}/ranking:preview`, {manyWorkers: many.read() ?? undefined, unknownIsEasy: easy.checked, withUnion: [...unions.keys()]}), shown);
  };
  tell();
  return {tell, node: el('details', {class: 'ou-plan-load'}, el('summary', {}, t('Thử xem', 'Try out')),
    el('form', {class: 'ou-plan-tools', novalidate: true, on: {submit: send}}, many.node,
      el('label', {class: 'ou-work-mine'}, easy, t('Chưa rõ mức độ tiếp cận thì coi là dễ', 'Take unknown accessibility for easy')),
      el('button', {class: 'ou-button ou-primary'}, t('Thử xem', 'Try out'))), count)};
}

/** @param {{rows: number, moved: Move[]}} trial */
function shown({rows, moved}) {
  const ranks = moved.filter(({from, to}) => from.priority !== to.priority);
  const heading = el('h2', {tabindex: '-1'}, moved.length === 0 ? t('Không doanh nghiệp nào đổi chỗ', 'Nobody moves')
    : t(`${number(ranks.length)} doanh nghiệp đổi hạng, ${number(moved.length - ranks.length)} đổi thứ tự trong hạng`, `${number(ranks.length)} change their rank, ${number(moved.length - ranks.length)} their place within it`));
  requestAnimationFrame(() => heading.focus());
  const sorted = [...ranks, ...moved.filter(one => !ranks.includes(one))];
  const place = (/** @type {RankPlace} */ {priority, place: at}) => t(`Hạng ${priority}, thứ ${number(at)}`, `Rank ${priority}, no. ${number(at)}`);
  return [
    heading,
    el('p', {class: 'ou-hint'}, t(`Thử trên ${number(rows)} dòng; chưa lưu gì.`, `Tried with ${number(rows)} rows; nothing is saved.`)),
    moved.length > 0 && planTable({
      caption: t('Đổi chỗ', 'Moves'), rows: sorted.slice(0, MOVED), key: ({taxCode}) => taxCode,
      columns: [
        {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: ({name, taxCode}) => name ?? taxCode},
        {key: 'from', title: t('Đang ở', 'Now'), cell: ({from}) => place(from)},
        {key: 'to', title: t('Sẽ ở', 'Then'), cell: ({to}) => place(to)},
        {key: 'why', title: t('Vì sao', 'Why'), cell: ({reason}) => reason}
      ]
    }).node,
    sorted.length > MOVED && el('p', {class: 'ou-hint'}, t(`Hiện ${MOVED} dòng đầu.`, `The first ${MOVED} are shown.`))
  ];
}
