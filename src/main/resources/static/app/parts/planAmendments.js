// @ts-check
import {address, get} from '../lib/api.js';
import {el, load} from '../lib/dom.js';
import {day, moment, number} from '../lib/format.js';
import {measureName, wordOf} from '../lib/plan.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import {amendAgain} from './planAmend.js';
import {choicesOf} from './planForm.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */
/** @import {Choices, Measure, Target} from '../lib/plan.js' */

/** @type {[status: string, name: string][]} */
const STATUSES = [
  ['SUBMITTED', t('Đang trình duyệt', 'Submitted')], ['APPROVED', t('Đã duyệt', 'Approved')],
  ['RETURNED', t('Trả lại để sửa', 'Returned')], ['REJECTED', t('Từ chối', 'Rejected')]
];
/** @type {Record<Target, Measure>} */
const TARGETS = {targetSurveys: 'SURVEY', targetMeetings: 'MEETING', targetUnions: 'UNION', targetCells: 'CELL', targetAdmissions: 'ADMISSION'};

/**
 * @typedef {{taxCode: string, responsibleMember?: string, unit?: string, startOn?: string, dueOn?: string}} RowChange
 * @typedef {{add?: RowChange[], remove?: string[], rows?: RowChange[], targets?: Partial<Record<Target, number | null>>, from?: string, to?: string}} Changes
 * @typedef {{id: number, status: string, applied: boolean, changes: Changes, reason: string, madeByName: string, madeAt: string,
 *   decidedByName: string | null, decidedAt: string | null, decisionReason: string | null}} Amendment
 */

/**
 * The amendments of a year's plan, the newest first: what each changes, why, and what was decided; what was returned is proposed again here.
 * @param {{year: number, writes?: boolean, reload?: () => void}} plan
 */
export default function planAmendments({year, writes = false, reload = () => {}}) {
  const place = el('div', {class: 'ou-plan-amendments'});
  /** @type {() => Promise<[{items: Amendment[]}, Choices]>} */
  const fetching = () => Promise.all([get(`/api/v1/plans/${year}/amendments`), choicesOf(year)]);
  load(place, fetching, ([{items}, known]) => items.length > 0 && [
    el('h2', {}, t('Đề nghị điều chỉnh', 'Amendments')),
    el('ul', {class: 'ou-plan-parts'}, items.map(amendment => one(amendment, known, writes && amendment.status === 'RETURNED' && !amendment.applied && (() => amendAgain({year, amendment, done: reload})))))
  ]);
  return place;
}

/** @type {(amendment: Amendment, known: Choices, again: false | (() => void)) => HTMLElement} */
function one({id, status, applied, changes, reason, madeByName, madeAt, decidedByName, decidedAt, decisionReason}, known, again) {
  return el('li', {'data-amendment': id},
    el('p', {}, el('strong', {}, t(`Điều chỉnh số ${id}: `, `Amendment no. ${id}: `)), el('span', {class: 'ou-plan-badge'}, wordOf(STATUSES, status)), ' ',
      t(`${madeByName} đề nghị lúc ${moment(madeAt)}`, `proposed by ${madeByName} at ${moment(madeAt)}`),
      decidedAt && t(`; ${decidedByName} quyết định lúc ${moment(decidedAt)}`, `; decided by ${decidedByName} at ${moment(decidedAt)}`)),
    el('p', {class: 'ou-plan-text'}, t('Lý do: ', 'Reason: '), reason),
    decisionReason && el('p', {class: 'ou-plan-text'}, t('Ý kiến: ', 'Answer: '), decisionReason),
    applied && el('p', {class: 'ou-hint'}, t('Việc bàn giao đã làm khi đề nghị.', 'The rows were handed over when it was proposed.')),
    el('ul', {}, lines(changes, known).map(line => el('li', {}, line))),
    again && el('div', {class: 'ou-actions'},
      el('button', {type: 'button', class: 'ou-button', 'data-action': 'again', on: {click: again}}, t('Đề nghị lại…', 'Propose again…'))));
}

/** What an amendment changes, a line for each enterprise or target. @type {(changes: Changes, known: Choices) => Child[][]} */
function lines({add = [], remove = [], rows = [], targets = {}, from, to}, {members, units}) {
  const name = (/** @type {Named[]} */ all, /** @type {string | undefined} */ value) => all.find(one => one.id === value)?.name ?? value;
  const link = (/** @type {string} */ taxCode) => el('a', {href: address(enterprisePath(taxCode))}, taxCode);
  const said = (/** @type {RowChange} */ {responsibleMember, unit, startOn, dueOn}) => [
    responsibleMember !== undefined && t(`người phụ trách ${name(members, responsibleMember)}`, `responsible ${name(members, responsibleMember)}`),
    unit !== undefined && t(`bộ phận ${name(units, unit)}`, `unit ${name(units, unit)}`),
    startOn !== undefined && t(`bắt đầu ${day(startOn)}`, `starts ${day(startOn)}`),
    dueOn !== undefined && t(`hạn ${day(dueOn)}`, `due ${day(dueOn)}`)
  ].filter(Boolean).join(', ');
  return [
    ...from ? [[t(`Bàn giao từ ${name(members, from)} sang ${name(members, to)}: ${number(rows.length)} doanh nghiệp`,
      `Handed over from ${name(members, from)} to ${name(members, to)}: ${number(rows.length)} enterprises`)]] : [],
    ...add.map(row => [t('Đưa vào: ', 'Added: '), link(row.taxCode), ' ', said(row)]),
    ...remove.map(taxCode => [t('Đưa ra: ', 'Taken out: '), link(taxCode)]),
    ...rows.filter(row => row.taxCode).map(row => [link(row.taxCode), ': ', said(row)]),
    ...Object.entries(targets).map(([target, value]) => [`${measureName(TARGETS[/** @type {Target} */ (target)])}: ${number(value)}`])
  ];
}
