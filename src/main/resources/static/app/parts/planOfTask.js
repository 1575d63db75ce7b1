// @ts-check
import {address, get, getAll} from '../lib/api.js';
import {el, load, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {differences} from '../lib/plan.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import drafts from './drafts.js';
import planAmendments from './planAmendments.js';
import planHead from './planHead.js';
import planLoad from './planLoad.js';
import planTable from './planTable.js';
import {COLUMNS} from './planRows.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Head, PlanRow, Row} from '../lib/plan.js' */

stylesheet(new URL('./plan.css', import.meta.url));

/** @typedef {number | null | undefined} Amount */

const AT_ONCE = 500;
const FIRST = 50;

/**
 * What a task of a yearly plan is about: targets, who gets how much, what differs from last year, the rows and the draft as Word.
 * @param {{taskId: string, year: number}} of
 */
export default function planOfTask({taskId, year}) {
  const root = el('div', {class: 'ou-part ou-plan-task'});
  load(root, () => Promise.all([headOf(year), headOf(year - 1), rowsOf(year), rowsOf(year - 1)]), ([head, before, rows, rowsBefore]) => [
    el('p', {}, el('a', {href: address(`/app/plan?year=${year}&tab=rows`)}, t(`Mở trang Kế hoạch năm ${year}`, `Open the plan of ${year}`))),
    planHead({year, head, open: true}),
    head && planAmendments({year}),
    el('h3', {}, t('Dự thảo văn bản', 'Drafts')), drafts({taskId}),
    el('h3', {}, t('Theo bộ phận tham mưu', 'By advisory unit')), head && planLoad({year, by: 'unit'}),
    el('h3', {}, t('Theo người phụ trách', 'By responsible member')), head && planLoad({year, by: 'member'}),
    el('h3', {}, t(`Khác với năm ${year - 1}`, `What differs from ${year - 1}`)),
    before || rowsBefore.length > 0 ? differs({year, head, before, rows, rowsBefore}) : el('p', {class: 'ou-empty'}, t(`Năm ${year - 1} không có kế hoạch.`, `There was no plan of ${year - 1}.`)),
    el('h3', {}, t(`Các doanh nghiệp (${number(rows.length)})`, `Enterprises (${number(rows.length)})`)),
    list(rows)
  ]);
  return root;
}

/**
 * @param {number} year
 * @returns {Promise<Head | null>}
 */
const headOf = year => get(`/api/v1/plans/${year}`).catch(failure => {
  if (failure.status === 404) {
    return null;
  }
  throw failure;
});

/** @type {(year: number) => Promise<PlanRow[]>} */
const rowsOf = year => getAll(page => `/api/v1/plans/${year}/rows?sort=priority&page=${page}&size=${AT_ONCE}`);

/**
 * Rows that are not in last year's plan, rows that are gone, and rows of another member.
 * @param {{year: number, head: Head | null, before: Head | null, rows: PlanRow[], rowsBefore: PlanRow[]}} plans
 */
function differs({year, head, before, rows, rowsBefore}) {
  const {added, gone, moved} = differences(rows, rowsBefore);
  const change = (/** @type {Amount} */ now, /** @type {Amount} */ then) => now === null || now === undefined || then === null || then === undefined ? '' : `${now > then ? '+' : ''}${number(now - then)}`;
  /** @type {[measure: string, now: Amount, then: Amount][]} */
  const figures = [
    [t('Doanh nghiệp', 'Enterprises'), rows.length, rowsBefore.length],
    [t('Khảo sát', 'Surveys'), head?.targetSurveys, before?.targetSurveys],
    [t('Gặp chủ doanh nghiệp', 'Meetings'), head?.targetMeetings, before?.targetMeetings],
    [t('Công đoàn', 'Unions'), head?.targetUnions, before?.targetUnions],
    [t('Chi bộ', 'Cells'), head?.targetCells, before?.targetCells],
    [t('Kết nạp', 'Admissions'), head?.targetAdmissions, before?.targetAdmissions]
  ];
  /** @type {<R extends Row>(text: string, some: R[], more?: (row: R) => Child) => Child} */
  const names = (text, some, more = () => null) => some.length > 0 && el('details', {class: 'ou-plan-parts'}, el('summary', {}, text),
    el('ul', {}, some.map(row => el('li', {}, el('a', {href: address(enterprisePath(row.taxCode))}, row.name ?? row.taxCode), more(row)))));
  return [
    planTable({
      caption: t(`So với năm ${year - 1}`, `Compared with ${year - 1}`), rows: figures, key: ([name]) => name,
      columns: [
        {key: 'what', title: t('Nội dung', 'Measure'), cell: ([name]) => name},
        {key: 'now', title: String(year), number: true, cell: ([, now]) => number(now)},
        {key: 'then', title: String(year - 1), number: true, cell: ([, , then]) => number(then)},
        {key: 'change', title: t('Tăng, giảm', 'Change'), number: true, cell: ([, now, then]) => change(now, then)}
      ]
    }).node,
    names(t(`${number(added.length)} doanh nghiệp mới`, `${number(added.length)} new enterprises`), added),
    names(t(`${number(gone.length)} doanh nghiệp không còn trong kế hoạch`, `${number(gone.length)} enterprises are no longer in the plan`), gone),
    names(t(`${number(moved.length)} doanh nghiệp đổi người phụ trách`, `${number(moved.length)} enterprises have another member`), moved,
      row => t(`: ${row.before ?? 'chưa ai'} → ${row.responsibleMemberName ?? 'chưa ai'}`, `: ${row.before ?? 'nobody'} → ${row.responsibleMemberName ?? 'nobody'}`))
  ];
}

/** @param {PlanRow[]} rows */
function list(rows) {
  if (rows.length === 0) {
    return el('p', {class: 'ou-empty'}, t('Chưa có doanh nghiệp nào.', 'None yet.'));
  }
  const table = planTable({caption: t('Các doanh nghiệp', 'Enterprises'), columns: COLUMNS, rows: rows.slice(0, FIRST), key: ({taxCode}) => taxCode});
  const more = rows.length > FIRST && el('button', {type: 'button', class: 'ou-button', on: {click: event => {
    table.add(rows.slice(FIRST));
    event.currentTarget.remove();
  }}}, t(`Xem cả ${number(rows.length)} doanh nghiệp`, `Show all ${number(rows.length)}`));
  return [table.node, more];
}
