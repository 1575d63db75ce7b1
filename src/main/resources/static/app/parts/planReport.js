// @ts-check
import {get, patch, post} from '../lib/api.js';
import {el, field, load, toast} from '../lib/dom.js';
import {day, number, today} from '../lib/format.js';
import {GROUPINGS, PERIODS, measureName, resultSentence, wordOf} from '../lib/plan.js';
import {t} from '../lib/text.js';
import planTable from './planTable.js';

/** @import {Asking, Result} from '../lib/plan.js' */

/** The fourth quarter is in the year's report. */
const REPORTED = ['Q1', 'Q2', 'Q3', 'YEAR'];
const LONGEST = 20000;

/** @typedef {'advantages' | 'difficulties' | 'causes' | 'results' | 'tasks' | 'proposals'} Text */
/** @typedef {Result & {by: string, key: string}} Figure */
/** @typedef {{year: number, period: string, status: string, cutOff: string, returnedReason: string | null, figures: Figure[],
 *   texts?: Record<Text, string | null>}} Report */

/** @type {[Text, string][]} */
const TEXTS = [
  ['advantages', t('Thuận lợi, ưu điểm', 'What went well')], ['difficulties', t('Khó khăn, hạn chế', 'Difficulties')],
  ['causes', t('Nguyên nhân', 'Causes')], ['results', t('Kết quả nổi bật', 'What was reached')],
  ['tasks', t('Nhiệm vụ kỳ tới', 'What comes next')], ['proposals', t('Đề xuất, kiến nghị', 'Proposals')]
];

/** @type {[status: string, name: string][]} */
const STATUSES = [
  ['DRAFT', t('Đang viết', 'Being written')], ['FROZEN', t('Đã chốt số liệu', 'Figures frozen')], ['SUBMITTED', t('Đang trình duyệt', 'Submitted')],
  ['APPROVED', t('Đã duyệt', 'Approved')], ['RETURNED', t('Trả lại để sửa', 'Returned')]
];

/** The report of a quarter or of the year: figures that are kept once it is handed in, and what people write. @param {Asking} asking */
export default function planReport({question, go, head, writes}) {
  const {year} = question;
  const period = REPORTED.find(one => one === question.period) ?? usual(year);
  const choice = el('select', {'aria-label': t('Kỳ báo cáo', 'Period'), on: {change: () => go({period: choice.value})}},
    REPORTED.map(one => el('option', {value: one, selected: one === period}, wordOf(PERIODS, one))));
  const place = el('div');
  load(place, () => get(path(year, period)), report => shown(report, {writes, again: () => go({period}), enterprises: head?.rows ?? 0}));
  return {node: el('section', {class: 'ou-part ou-plan-report', 'aria-label': t('Báo cáo', 'Report')},
    el('label', {class: 'ou-plan-choice'}, el('span', {}, t('Kỳ báo cáo', 'Period')), choice), place)};
}

/** @type {(year: number, period: string) => string} */
const path = (year, period) => `/api/v1/plans/${year}/reports/${period}`;

/** The quarter that has begun last; of a year that is over the year. @param {number} year */
function usual(year) {
  const [now, month] = today().split('-').map(Number);
  return year < now ? 'YEAR' : REPORTED[Math.min(Math.floor((month - 1) / 3), 3)];
}

/**
 * @param {Report} report
 * @param {{writes: boolean, again: () => void, enterprises: number}} about
 */
function shown(report, {writes, again, enterprises}) {
  const live = report.status === 'DRAFT' || report.status === 'RETURNED';
  const open = live || report.status === 'FROZEN';
  const total = report.figures.filter(({by}) => by === 'TOTAL');
  return [
    el('p', {class: 'ou-plan-state'}, el('span', {class: 'ou-plan-badge'}, wordOf(STATUSES, report.status)), ' ', t(`Số liệu đến ngày ${day(report.cutOff)}`, `Figures until ${day(report.cutOff)}`),
      live ? t(', tính lại cho đến khi chốt hoặc trình.', ', counted anew until they are frozen or handed in.') : t(', giữ nguyên từ khi chốt.', ', as they were when they were frozen.')),
    report.returnedReason && report.status === 'RETURNED' && el('div', {class: 'ou-failure'}, el('strong', {}, t('Trả lại để sửa: ', 'Returned: ')), report.returnedReason),
    el('ul', {class: 'ou-plan-sentences'}, total.map(figure => el('li', {}, t(figure.summary, resultSentence(figure, report.period, enterprises))))),
    ['UNIT', 'MEMBER', 'ZONE'].map(by => el('details', {}, el('summary', {}, wordOf(GROUPINGS, by)), figures(report.figures.filter(figure => figure.by === by), wordOf(GROUPINGS, by)))),
    writes && live && today() > report.cutOff && el('div', {class: 'ou-actions'}, el('button', {type: 'button', class: 'ou-button', 'data-action': 'freeze', on: {click: event => freeze(report, event.currentTarget, again)}},
      t('Chốt số liệu', 'Freeze the figures'))),
    report.texts && (writes && open ? form(report, report.texts, again) : texts(report.texts))
  ];
}

/** @type {(report: Report, button: HTMLButtonElement, again: () => void) => Promise<void>} */
async function freeze(report, button, again) {
  button.disabled = true;
  try {
    await post(`${path(report.year, report.period)}/freeze`);
    toast(t('Đã chốt số liệu.', 'The figures are frozen.'));
    again();
  } catch (failure) {
    button.disabled = false;
    toast(failure.message, 'error');
  }
}

/**
 * @param {Figure[]} rows
 * @param {string} caption
 */
const figures = (rows, caption) => planTable({
  caption, rows, key: ({key, measure}) => `${key} ${measure}`,
  columns: [
    {key: 'what', title: caption, cell: ({key, name}) => name || key || t('Chưa ghi', 'None')},
    {key: 'measure', title: t('Chỉ tiêu', 'Measure'), cell: ({measure}) => measureName(measure)},
    {key: 'promised', title: t('Giao', 'Promised'), number: true, cell: ({promised}) => number(promised)},
    {key: 'reached', title: t('Đạt trong kỳ', 'Reached'), number: true, cell: ({reached}) => number(reached)},
    {key: 'standing', title: t('Lũy kế', 'Standing'), number: true, cell: ({standing}) => number(standing)}
  ]
}).node;

/** @param {Record<Text, string | null>} said */
const texts = said => TEXTS.filter(([name]) => said[name]).map(([name, label]) => el('div', {}, el('h2', {}, label), el('p', {class: 'ou-plan-text'}, said[name])));

/** @type {(report: Report, said: Record<Text, string | null>, again: () => void) => HTMLElement} */
function form(report, said, again) {
  const controls = Object.fromEntries(TEXTS.map(([name]) => [name, el('textarea', {name, rows: 5, maxlength: LONGEST, value: said[name]})]));
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const save = el('button', {class: 'ou-button ou-primary'}, t('Lưu báo cáo', 'Save the report'));
  return el('form', {class: 'ou-part', novalidate: true, on: {submit: async event => {
    event.preventDefault();
    save.disabled = true;
    failed.textContent = '';
    try {
      await patch(path(report.year, report.period), Object.fromEntries(TEXTS.map(([name]) => [name, controls[name].value.trim() || null])));
      toast(t('Đã lưu báo cáo.', 'The report is saved.'));
      again();
    } catch (failure) {
      failed.textContent = failure.message;
      controls[failure.field]?.showError(failure.message);
    } finally {
      save.disabled = false;
    }
  }}}, TEXTS.map(([name, label]) => field(label, controls[name])), failed, el('div', {class: 'ou-actions'}, save));
}
