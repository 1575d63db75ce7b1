// @ts-check
import {address, get} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {el, fill, load} from '../lib/dom.js';
import {day, number, today} from '../lib/format.js';
import {GROUPINGS, MEASURES, PERIODS, groupQuestion, measureName, partOf, reachedText, resultSentence, whyMissing, wordOf} from '../lib/plan.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import planTable from './planTable.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Page} from '../lib/api.js' */
/** @import {Asking, Go, Line, Link, Measure, Question, Result, Standing} from '../lib/plan.js' */

const PART = 50;
/** What stands behind the numbers of enterprises that are not in the plan. */
const OUTSIDE = 'OUTSIDE';

/**
 * @typedef {{key: string, name: string | null, enterprises: number, measures: Result[]}} Group
 * @typedef {Result & {key: string, enterprises: number}} GroupResult
 * @typedef {{period: string, by: string, from: string, until: string, items: Group[], outsidePlan: {measure: Measure, reached: number}[]}} Answer
 * @typedef {Line & {creditedMember: string | null, creditedMemberName: string | null, creditedUnit: string | null,
 *   creditedUnitName: string | null}} Credited
 * @typedef {{taxCode: string, name: string, zone: string | null, responsibleMember: string | null, responsibleMemberName: string | null}} Enterprise
 * @typedef {Standing & Enterprise & {unit: string | null, unitName: string | null, measures: Credited[]}} Behind
 * @typedef {Enterprise & {reached: number, reachedOn: string | null, outsideCase: boolean, doneBy: string | null,
 *   doneByName: string | null}} Other
 */

/**
 * @template R
 * @typedef {import('./planTable.js').Column<R>} Column
 */

/** What a year promised and reached. Each number is a link to the enterprises behind it, which then stand below the table. @param {Asking} asking */
export default function planResults({question, link, go}) {
  const {year, period = 'YEAR', by = 'TOTAL', cutOff} = question;
  const root = el('section', {class: 'ou-part ou-plan-results', 'aria-label': t('Kết quả', 'Results')});
  const place = el('div');
  const rows = el('div', {class: 'ou-plan-behind'});
  fill(root, controls({question, link, go}), place);
  load(place, () => get(`/api/v1/plans/${year}/results?${asked({period, by, cutOff})}`), (/** @type {Answer} */ answer) => {
    showRows(rows, question, link, true);
    return [
      el('p', {class: 'ou-hint'}, t(`Tính theo ngày làm được việc, từ ${day(answer.from)} đến hết ${day(answer.until)}.`,
        `Counted by the day of the act, from ${day(answer.from)} to ${day(answer.until)}.`)),
      by === 'TOTAL' ? total(answer, link) : groups(answer, question, link),
      rows,
      outside(answer.outsidePlan, link)
    ];
  });
  return {node: root, takes: (/** @type {Question} */ next, /** @type {string[]} */ changed) => {
    const behind = changed.every(name => BEHIND.includes(name)) && (by === 'TOTAL' || next.measure === question.measure);
    if (behind) {
      showRows(rows, next, link);
    }
    return behind;
  }};
}

/** What asks for the rows behind a number, and for nothing above them. */
const BEHIND = ['measure', 'state', 'unit', 'responsibleMember', 'zone'];

/** @param {Record<string, string | number | null | undefined>} question */
const asked = question => new URLSearchParams(Object.entries(question).flatMap(([name, value]) =>
  value === undefined || value === null ? [] : [[name, String(value)]])).toString();

/** @param {{question: Question, link: Link, go: Go}} asking */
function controls({question, link, go}) {
  const {period = 'YEAR', by = 'TOTAL', cutOff, year} = question;
  const group = el('select', {'aria-label': t('Xem theo', 'By'), on: {change: () => go({...CLOSED, by: group.value})}},
    GROUPINGS.map(([code, text]) => el('option', {value: code, selected: code === by}, text)));
  const until = dayField(t('Chốt số liệu đến hết ngày', 'Figures up to'), {name: 'cutOff', value: cutOff, min: `${year}-01-01`, max: today()});
  return el('div', {class: 'ou-plan-controls'},
    el('nav', {class: 'ou-chips', 'aria-label': t('Kỳ', 'Period')}, PERIODS.map(([code, text]) =>
      link({...CLOSED, period: code}, text, {class: 'ou-chip', 'aria-current': code === period ? 'true' : null}))),
    el('form', {class: 'ou-plan-tools', novalidate: true, on: {submit: event => {
      event.preventDefault();
      if (!until.isWrong()) {
        go({...CLOSED, cutOff: until.value || null});
      }
    }}},
    el('label', {class: 'ou-plan-choice'}, el('span', {}, t('Xem theo', 'By')), group),
    until.node,
    el('button', {class: 'ou-button'}, t('Xem', 'Show'))));
}

/** No rows are looked at. */
const CLOSED = Object.fromEntries(BEHIND.map(name => [name, null]));

/** @type {(answer: Answer, link: Link) => Child} */
function total({items: [whole], period}, link) {
  return [
    el('ul', {class: 'ou-plan-sentences'}, whole.measures.map(result =>
      el('li', {'data-measure': result.measure}, resultSentence(result, period, whole.enterprises)))),
    planTable({
      caption: t('Chỉ tiêu và kết quả', 'Targets and results'), rows: whole.measures, key: ({measure}) => measure,
      columns: [
        {key: 'what', title: t('Chỉ tiêu', 'Measure'), cell: result => [measureName(result.measure), bar(result)]},
        ...numbers(link, result => ({measure: result.measure}), () => whole.enterprises)
      ]
    }).node
  ];
}

/** One measure, a line for each unit, member or zone. @type {(answer: Answer, question: Question, link: Link) => Child} */
function groups({items, by}, question, link) {
  const measure = question.measure ?? MEASURES[0][0];
  const rows = items.flatMap(({key, name, enterprises, measures}) =>
    measures.filter(one => one.measure === measure).map(one => ({...one, key, enterprises, name: name ?? ''})));
  return [
    el('nav', {class: 'ou-chips', 'aria-label': t('Chỉ tiêu', 'Measure')}, MEASURES.map(([code, text]) =>
      link({...CLOSED, measure: code}, text, {class: 'ou-chip', 'aria-current': code === measure ? 'true' : null}))),
    planTable({
      caption: `${wordOf(GROUPINGS, by)}: ${measureName(measure)}`, rows, key: ({key}) => key,
      columns: [
        {key: 'what', title: wordOf(GROUPINGS, by), cell: group => [group.name || t('Chưa ghi', 'None named'), bar(group)]},
        {key: 'enterprises', title: t('Doanh nghiệp', 'Enterprises'), number: true, cell: group => number(group.enterprises)},
        ...numbers(link, (/** @type {GroupResult} */ group) => ({measure, ...groupQuestion(by, group.key)}), group => group.enterprises)
      ]
    }).node
  ];
}

/** Beside each bar stand the numbers that it is drawn from. @param {{reached: number, promised: number | null}} result */
function bar({reached, promised}) {
  const line = el('span', {class: 'ou-plan-bar', 'aria-hidden': 'true'});
  line.style.setProperty('--part', `${partOf(reached, promised)}%`);
  return line;
}

/**
 * @template {Result} R
 * @param {Link} link
 * @param {(result: R) => Record<string, string>} rowsOf
 * @param {(result: R) => number} enterprises
 * @returns {Column<R>[]}
 */
function numbers(link, rowsOf, enterprises) {
  const to = (/** @type {R} */ result, /** @type {string} */ state, /** @type {number | null} */ value, /** @type {string} */ text) => value
    ? link({...CLOSED, ...rowsOf(result), state}, number(value), {'aria-label': `${measureName(result.measure)}, ${text}: ${number(value)}`, 'data-state': state})
    : number(value);
  return [
    {key: 'promised', title: t('Được giao', 'Promised'), number: true, cell: result => to(result, 'PROMISED', result.promised, t('được giao', 'promised'))},
    {key: 'reached', title: t('Đạt trong kỳ', 'Reached'), number: true, cell: result => to(result, 'REACHED', result.reached, t('đạt trong kỳ', 'reached'))},
    {key: 'percent', title: t('Tỷ lệ', 'Percent'), number: true, cell: result => result.percent === null ? '' : `${result.percent} %`},
    {key: 'missing', title: t('Còn thiếu', 'Missing'), number: true, cell: result => to(result, 'MISSING', result.missing, t('còn thiếu', 'missing'))},
    {key: 'overdue', title: t('Quá hạn', 'Overdue'), number: true, cell: result => to(result, 'OVERDUE', result.overdue, t('quá hạn', 'overdue'))},
    {key: 'standing', title: t('Lũy kế', 'Standing'), number: true, cell: result => result.measure === 'ADMISSION'
      ? [to(result, 'STANDING', result.standing, t('lũy kế', 'standing')), ' ', t('người', 'people')]
      : [to(result, 'STANDING', result.standing, t('lũy kế đã có', 'have it')), `/${number(enterprises(result))}`]},
    {key: 'without', title: t('Chưa có', 'Without'), number: true, cell: result => result.measure === 'ADMISSION' ? null
      : to(result, 'NOT_STANDING', enterprises(result) - result.standing, t('chưa có', 'without it'))},
    {key: 'before', title: t('Cùng kỳ năm trước', 'Last year'), number: true, cell: result => number(result.lastYear)}
  ];
}

/** @type {(measures: {measure: Measure, reached: number}[], link: Link) => HTMLElement} */
function outside(measures, link) {
  return el('section', {class: 'ou-plan-outside'},
    el('h2', {}, t('Đạt được ngoài kế hoạch', 'Reached outside the plan')),
    el('p', {class: 'ou-hint'}, t('Doanh nghiệp không có trong kế hoạch năm: không tính vào chỉ tiêu nào.',
      'By enterprises that are not in this year’s plan: counts for no target.')),
    measures.every(({reached}) => reached === 0) ? el('p', {class: 'ou-empty'}, t('Trong kỳ không có.', 'Nothing in the period.')) : planTable({
      caption: t('Đạt được ngoài kế hoạch', 'Reached outside the plan'), rows: measures, key: ({measure}) => measure,
      columns: [
        {key: 'what', title: t('Chỉ tiêu', 'Measure'), cell: ({measure}) => measureName(measure)},
        {key: 'reached', title: t('Đạt trong kỳ', 'Reached'), number: true, cell: ({measure, reached}) => reached === 0 ? number(reached)
          : link({...CLOSED, measure, state: OUTSIDE}, number(reached), {'data-state': OUTSIDE,
            'aria-label': `${measureName(measure)}, ${t('ngoài kế hoạch', 'outside the plan')}: ${number(reached)}`})}
      ]
    }).node);
}

/**
 * The enterprises behind a number, with their names and why; nothing while no number is looked at.
 * @type {(place: HTMLElement, question: Question, link: Link, arrived?: boolean) => void}
 */
function showRows(place, question, link, arrived = false) {
  const {year, period = 'YEAR', cutOff, measure, state, unit, responsibleMember, zone} = question;
  if (!state || !measure) {
    fill(place);
    return;
  }
  if (state === OUTSIDE) {
    /** @type {(page: number) => Promise<Page<Other>>} */
    const asking = page => get(`/api/v1/plans/${year}/results/outside?${asked({measure, period, cutOff, page, size: PART})}`);
    load(place, () => asking(0), answer => shownRows({question, link, arrived, columns: ofOthers(measure), whole: answer.items,
      heading: t(`${measureName(measure)}: ${number(answer.total)} doanh nghiệp đạt ngoài kế hoạch`,
        `${measureName(measure)}: ${number(answer.total)} enterprises reached it outside the plan`),
      total: answer.total, next: from => asking(from / PART).then(({items}) => items)}));
    return;
  }
  load(place, () => get(`/api/v1/plans/${year}/results?${asked({by: 'ROW', period, cutOff, measure, state, unit, responsibleMember, zone})}`), (/** @type {{items: Behind[], until: string}} */ answer) => {
    const whole = answer.items.flatMap(row => row.measures.filter(one => one.measure === measure).map(line => ({...row, line})));
    return shownRows({question, link, arrived, columns: behind(state), whole: whole.slice(0, PART), heading: headingOf(state, measure, answer),
      total: whole.length, next: async from => whole.slice(from, from + PART)});
  });
}

/**
 * @template {{taxCode: string}} R
 * @param {object} list
 * @param {Question} list.question
 * @param {Link} list.link
 * @param {boolean} list.arrived
 * @param {(Column<R> | false)[]} list.columns
 * @param {string} list.heading
 * @param {R[]} list.whole
 * @param {number} list.total
 * @param {(from: number) => Promise<R[]>} list.next answers the rows that follow so many
 */
function shownRows({question, link, arrived, columns, heading: words, whole, total, next}) {
  const heading = el('h2', {tabindex: '-1'}, words);
  const shown = planTable({caption: words, rows: whole, key: ({taxCode}) => taxCode, columns});
  const more = el('div', {class: 'ou-plan-next'});
  let there = whole.length;
  const offer = () => fill(more, there < total && el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
    const rows = await next(there);
    shown.add(rows);
    there += rows.length;
    offer();
  }}}, t(`Xem thêm (còn ${number(total - there)})`, `Show more (${number(total - there)})`)));
  offer();
  requestAnimationFrame(() => {
    heading.focus({preventScroll: true});
    heading.scrollIntoView({block: arrived ? 'nearest' : 'start'});
  });
  return [
    el('div', {class: 'ou-plan-behind-head'}, heading, link({...CLOSED, measure: question.by && question.by !== 'TOTAL' && question.measure || null}, t('Đóng danh sách', 'Close the list'), {class: 'ou-button'})),
    total > 0 ? shown.node : el('p', {class: 'ou-empty'}, t('Không có doanh nghiệp nào.', 'None.')), more
  ];
}

/**
 * What others reached; of admissions only how many there are.
 *
 * @param {Measure} measure
 * @returns {Column<Other>[]}
 */
function ofOthers(measure) {
  return [
    {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: row => [
      el('a', {href: address(enterprisePath(row.taxCode))}, row.name), el('span', {class: 'ou-plan-more'}, row.zone)]},
    {key: 'who', title: t('Phụ trách', 'Responsible'), cell: row => row.responsibleMemberName ?? row.responsibleMember ?? t('Chưa phân công', 'Nobody yet')},
    {key: 'day', title: t('Đã có', 'Has it'), cell: row => measure === 'ADMISSION' ? t(`${number(row.reached)} người`, `${number(row.reached)} people`)
      : [day(row.reachedOn), row.outsideCase && t('ngoài vụ việc', 'outside a case')].filter(Boolean).join(' · ')},
    {key: 'by', title: t('Người thực hiện', 'Done by'), cell: row => row.doneByName ?? row.doneBy}
  ];
}

/**
 * What is missing has its reason, what is reached its day and who did it.
 *
 * @param {string} state
 * @returns {(Column<Behind & {line: Credited}> | false)[]}
 */
function behind(state) {
  const reached = ['REACHED', 'STANDING'].includes(state);
  return [
    {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: row => [
      el('a', {href: address(enterprisePath(row.taxCode))}, row.name), el('span', {class: 'ou-plan-more'}, row.zone)]},
    {key: 'who', title: t('Phụ trách', 'Responsible'), cell: row => [
      row.responsibleMemberName ?? row.responsibleMember ?? t('Chưa phân công', 'Nobody yet'), el('span', {class: 'ou-plan-more'}, row.unitName ?? row.unit),
      hadIt(row)]},
    state !== 'NOT_STANDING' && {key: 'day', title: t('Đã có', 'Has it'), cell: ({line}) => reachedText(line)},
    reached && {key: 'by', title: t('Người thực hiện', 'Done by'), cell: ({line}) => line.doneByName ?? line.doneBy},
    !reached && {key: 'why', title: t('Vì sao chưa đạt', 'Why not'), cell: row => row.line.reached >= Math.max(1, row.line.promised ?? 1)
      ? null : el('span', {class: row.line.overdue ? 'ou-late' : null}, whyMissing(row, row.line).join(' · '))}
  ];
}

/** Whose the row was on the day, where it is another's now. @param {Behind & {line: Credited}} row */
function hadIt({line, responsibleMember, unit}) {
  return line.reached > 0 && line.measure !== 'ADMISSION' && (line.creditedMember !== responsibleMember || line.creditedUnit !== unit)
    ? el('span', {class: 'ou-plan-more'}, t('Hôm ấy: ', 'That day: '),
      [line.creditedMemberName ?? line.creditedMember ?? t('Chưa phân công', 'Nobody yet'), line.creditedUnitName ?? line.creditedUnit].filter(Boolean).join(', '))
    : null;
}

/** @type {(state: string, measure: Measure, answer: {items: Behind[], until: string}) => string} */
function headingOf(state, measure, {items, until}) {
  const count = number(items.length);
  const what = measureName(measure);
  const on = day(until);
  /** @type {Record<string, string>} */
  const headings = {
    PROMISED: t(`${what}: ${count} doanh nghiệp được giao`, `${what}: ${count} enterprises were given it`),
    REACHED: t(`${what}: ${count} doanh nghiệp đạt trong kỳ`, `${what}: ${count} enterprises reached it in the period`),
    MISSING: t(`${what}: ${count} doanh nghiệp được giao mà chưa đạt trong kỳ`, `${what}: ${count} enterprises were given it and have not reached it`),
    OVERDUE: t(`${what}: ${count} doanh nghiệp quá hạn`, `${what}: ${count} enterprises are overdue`),
    STANDING: t(`${what}: ${count} doanh nghiệp đã có đến ${on}`, `${what}: ${count} enterprises have it on ${on}`),
    NOT_STANDING: t(`${what}: ${count} doanh nghiệp chưa có đến ${on}`, `${what}: ${count} enterprises do not have it on ${on}`)
  };
  return headings[state] ?? what;
}
