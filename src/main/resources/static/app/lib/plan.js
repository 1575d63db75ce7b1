// @ts-check
import {day, number} from './format.js';
import {named, t} from './text.js';

/** What the pages of a year's plan have in common: its words, the question in the address, and why something is missing. */

/** @typedef {'SURVEY' | 'MEETING' | 'UNION' | 'CELL' | 'ADMISSION'} Measure admissions count people, the others enterprises */

/** @type {[Measure, string][]} */
export const MEASURES = [
  ['SURVEY', t('Khảo sát doanh nghiệp', 'Surveys')],
  ['MEETING', t('Gặp chủ doanh nghiệp', 'Meetings with owners')],
  ['UNION', t('Thành lập công đoàn', 'Unions founded')],
  ['CELL', t('Thành lập chi bộ', 'Party cells founded')],
  ['ADMISSION', t('Kết nạp đảng viên', 'Members admitted')]
];

/** @type {[string, string][]} */
export const PERIODS = [
  ['YEAR', t('Cả năm', 'Whole year')], ['Q1', t('Quý I', 'Quarter 1')], ['Q2', t('Quý II', 'Quarter 2')],
  ['Q3', t('Quý III', 'Quarter 3')], ['Q4', t('Quý IV', 'Quarter 4')]
];

/** @type {[string, string][]} */
export const GROUPINGS = [
  ['TOTAL', t('Toàn kế hoạch', 'Whole plan')], ['UNIT', t('Bộ phận tham mưu', 'Advisory unit')],
  ['MEMBER', t('Người phụ trách', 'Responsible')], ['ZONE', t('Khu công nghiệp', 'Industrial zone')]
];

/** What became of a row of an approved plan. @type {[string, string][]} */
export const ROW_STATUSES = [
  ['PLANNED', t('Chưa bắt đầu', 'Not started')], ['STARTED', t('Đã bắt đầu', 'Started')],
  ['CARRIED_OVER', t('Tiếp tục từ năm trước', 'Goes on from last year')], ['REFUSED', t('Không bắt đầu được', 'Could not start')]
];

/** How the year ended for a row. @type {[string, string][]} */
export const ROW_CLOSINGS = [
  ['REACHED', t('Đã đạt', 'Reached')], ['CARRIED', t('Chuyển sang năm sau', 'Carried into the next year')],
  ['DROPPED', t('Không chuyển', 'Given up')]
];

/** @type {[string, string][]} */
export const PLAN_STATUSES = [
  ['DRAFT', t('Dự thảo', 'Draft')], ['SUBMITTED', t('Đang trình duyệt', 'Submitted')],
  ['APPROVED', t('Đã phê duyệt', 'Approved')], ['CLOSED', t('Đã khép lại', 'Closed')]
];

/** The word for a code; the code itself where there is none. @type {(words: [string, string][], code: string) => string} */
export const wordOf = (words, code) => words.find(([one]) => one === code)?.[1] ?? code;

/** @param {string} code */
export const measureName = code => wordOf(MEASURES, code);

/** Everything that a page of the plan can be asked for; what is empty is not asked. */
const ASKED = ['year', 'tab', 'period', 'by', 'cutOff', 'measure', 'state', 'unit', 'responsibleMember', 'zone', 'priority', 'status', 'q', 'sort', 'taxCode'];

/**
 * The question that stands in the address.
 * @param {string} search such as '?year=2026&tab=results'
 * @returns {Record<string, string>}
 */
export function questionIn(search) {
  const address = new URLSearchParams(search);
  return Object.fromEntries(ASKED.filter(name => address.has(name)).map(name => [name, address.get(name) ?? '']));
}

/**
 * As it stands in an address. What is null is not asked; an empty unit, member or zone asks for the rows that name none.
 * @param {Record<string, string | number | null | undefined>} question
 */
export function queryOf(question) {
  const asked = ASKED.filter(name => question[name] !== null && question[name] !== undefined)
    .map(name => [name, String(question[name])]);
  return new URLSearchParams(asked).toString();
}

/** @type {Record<string, string>} */
const KEY_OF_GROUP = {UNIT: 'unit', MEMBER: 'responsibleMember', ZONE: 'zone'};

/** What the rows of a group are asked by: of units the rows have the unit's id. @type {(by: string, key: string) => Record<string, string>} */
export const groupQuestion = (by, key) => KEY_OF_GROUP[by] ? {[KEY_OF_GROUP[by]]: key} : {};

/**
 * What was promised, reached and stands of one measure, as the server says it.
 * @typedef {{measure: Measure, name: string, promised: number | null, reached: number, standing: number, percent: number | null,
 *   missing: number | null, overdue: number, lastYear: number | null, summary: string}} Result
 */

/** The result in one sentence. @type {(result: Result, period: string, enterprises: number) => string} */
export function resultSentence(result, period, enterprises) {
  const {promised, reached, standing, missing} = result;
  const compared = !promised ? `${number(reached)}, the plan sets no target`
    : `${number(reached)} of ${number(promised)}, ${reached < promised ? `missed so far, ${number(missing)} left`
      : reached === promised ? 'reached' : `${number(reached - promised)} more than promised`}`;
  return t(result.summary, `${measureName(result.measure)}, ${wordOf(PERIODS, period).toLowerCase()}: ${compared}. Standing: `
    + (result.measure === 'ADMISSION' ? `${number(standing)} people.` : `${number(standing)} of ${number(enterprises)} enterprises.`));
}

/**
 * What one row of the plan promised and reached of one measure.
 * @typedef {{measure: Measure, promised: number | null, reached: number, standing: number, dueOn: string, overdue: boolean,
 *   firstOn: string | null, inYearOn: string | null, outsideCase: boolean, doneBy: string | null, doneByName: string | null}} Line
 * @typedef {{status: string, reason: string | null, startOn: string | null, stageName: string | null}} Standing
 */

/** Since when it is reached, and how one knows; empty where it is not. @param {Line} line */
export function reachedText({measure, reached, standing, firstOn, inYearOn, outsideCase}) {
  if (standing === 0) {
    return '';
  }
  const what = measure === 'ADMISSION' ? t(`${number(reached)} người trong kỳ, lũy kế ${number(standing)}`,
    `${number(reached)} in the period, ${number(standing)} in all`) : day(inYearOn ?? firstOn);
  return [what, outsideCase && t('ngoài vụ việc', 'outside a case')].filter(Boolean).join(' · ');
}

/**
 * Why a row has not reached a measure, as far as the plan and the case say it.
 * @param {Standing} row
 * @param {Line} line
 * @returns {string[]} sentences without a full stop
 */
export function whyMissing({status, reason, startOn, stageName}, {promised, reached, dueOn, overdue}) {
  const all = [
    status === 'REFUSED' && (reason ? t(`Không bắt đầu được: ${reason}`, `Could not start: ${reason}`) : wordOf(ROW_STATUSES, status)),
    status === 'PLANNED' && (startOn ? t(`Bắt đầu từ ${day(startOn)}`, `Starts on ${day(startOn)}`) : wordOf(ROW_STATUSES, status)),
    stageName && t(`Đang ở: ${stageName}`, `Stage: ${named(stageName)}`),
    promised === 0 && t('Không giao trong năm nay', 'Not promised this year'),
    Boolean(promised) && reached < (promised ?? 0)
      && (overdue ? t(`Quá hạn từ ${day(dueOn)}`, `Overdue since ${day(dueOn)}`) : t(`Hạn ${day(dueOn)}`, `Due ${day(dueOn)}`))
  ];
  return all.filter(one => typeof one === 'string');
}

/** Which part of the way is done, from 0 to 100; cut, and never more than the whole. @type {(reached: number, promised: number | null) => number} */
export const partOf = (reached, promised) => promised ? Math.min(100, Math.floor(100 * reached / promised)) : 0;

/** A list in parts of at most so many. @template T @param {T[]} all @param {number} most @returns {T[][]} */
export function inParts(all, most) {
  return Array.from({length: Math.ceil(all.length / most)}, (_, part) => all.slice(part * most, (part + 1) * most));
}

/** @typedef {{taxCode: string, name: string | null, responsibleMember: string | null, responsibleMemberName: string | null}} Row */

/**
 * A row of a year's plan.
 * @typedef {Row & {zone: string | null, workers: number | null, stageName: string | null, priority: number | null, priorityReason: string | null,
 *   priorityToday: number | null, priorityTodayReason: string | null, unit: string | null, unitName: string | null,
 *   partners: string[] | null, partnerNames: string[] | null, measures: Measure[] | null, admissionTarget: number | null,
 *   startOn: string | null, dueOn: string | null, product: string | null, note: string | null, status: string,
 *   carriedFrom: number | null, closing: string | null, closingReason: string | null, reason: string | null, removedBy: number | null}} PlanRow
 */

/**
 * What a year's plan is and wants to reach; what only who writes plans is told may be left out.
 * @typedef {'targetSurveys' | 'targetMeetings' | 'targetUnions' | 'targetCells' | 'targetAdmissions'} Target
 * @typedef {{year: number, status: string, title: string | null, basis: string | null, purpose: string | null, effectiveFrom: string | null,
 *   manyWorkers?: number | null, rows: number, namelessRows: number, returnedReason: string | null, draftedOn: string | null,
 *   draftedBy: string | null, draftedByName: string | null, approvedOn: string | null, approvedBy: string | null,
 *   approvedByName: string | null, amendments: number, promisedAdmissions?: number, promised?: Record<Measure, number>,
 *   quarterTargets?: {measure: Measure, quarter: number, target: number}[],
 *   unitTargets?: {measure: Measure, unit: string, unitName: string | null, target: number}[], paperNumber: string | null}
 *   & Record<Target, number | null>} Head
 */

/**
 * Who may be responsible and which units there are.
 * @typedef {{members: import('./api.js').Named[], units: import('./api.js').Named[]}} Choices
 */

/**
 * What a page of the plan is asked for, how it asks for something else, and the part of it that shows the answer.
 * @typedef {{year: number, tab?: string, period?: string, by?: string, cutOff?: string, measure?: Measure, state?: string, unit?: string,
 *   responsibleMember?: string, zone?: string, priority?: string, status?: string, q?: string, sort?: string, taxCode?: string}} Question
 * @typedef {Record<string, string | number | null>} Change
 * @typedef {(change: Change, text: import('./dom.js').Child, props?: Record<string, unknown>) => HTMLElement} Link
 * @typedef {(change: Change) => void} Go
 * @typedef {{node: HTMLElement, takes?: (next: Question, changed: string[]) => boolean}} Shown `takes` shows what is asked now, if it can
 * @typedef {{question: Question, link: Link, go: Go, head: Head | null, writes: boolean, heads: boolean, reload: () => void}} Asking
 */

/**
 * What differs between two years: rows that are new, rows that are gone, and rows of another member with who had them before.
 * @param {Row[]} now
 * @param {Row[]} then
 * @returns {{added: Row[], gone: Row[], moved: (Row & {before: string | null})[]}}
 */
export function differences(now, then) {
  const before = new Map(then.map(row => [row.taxCode, row]));
  const after = new Set(now.map(({taxCode}) => taxCode));
  return {
    added: now.filter(({taxCode}) => !before.has(taxCode)),
    gone: then.filter(({taxCode}) => !after.has(taxCode)),
    moved: now.flatMap(row => {
      const old = before.get(row.taxCode);
      return old && old.responsibleMember !== row.responsibleMember ? [{...row, before: old.responsibleMemberName}] : [];
    })
  };
}
