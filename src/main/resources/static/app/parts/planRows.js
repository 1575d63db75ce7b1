// @ts-check
import {address, get, getAll} from '../lib/api.js';
import {el, fill, load} from '../lib/dom.js';
import {day, number, today} from '../lib/format.js';
import {MEASURES, ROW_CLOSINGS, ROW_STATUSES, measureName, wordOf} from '../lib/plan.js';
import {enterprisePath, workersText} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';
import {isDraft} from './planHead.js';
import planAmend from './planAmend.js';
import planChanges from './planChange.js';
import planClose from './planClose.js';
import planLoad from './planLoad.js';
import {planTools} from './planTools.js';
import planTable, {nextPages} from './planTable.js';

/** @import {Page} from '../lib/api.js' */
/** @import {Asking, Go, PlanRow, Question} from '../lib/plan.js' */

const PAGE = 100;
const AT_ONCE = 500;
/** @typedef {[code: string, name: string]} Option */
/** @typedef {'q' | 'unit' | 'responsibleMember' | 'zone' | 'priority' | 'status' | 'measure'} Filter */

/** @type {Filter[]} */
const FILTERS = ['q', 'unit', 'responsibleMember', 'zone', 'priority', 'status', 'measure'];

/** The enterprises of a year's plan, each with whom and what it is given. @param {Asking} asking */
export default function planRows({question, go, link, head, writes, heads, reload}) {
  const {year, sort = 'priority'} = question;
  const changes = writes && isDraft(head);
  const withTicked = !writes ? null : changes ? planChanges : head?.status !== 'APPROVED' ? null : year < Number(today().slice(0, 4)) ? planClose : planAmend;
  /** @type {Map<string, PlanRow>} */
  const ticked = new Map();
  /** @type {Map<string, PlanRow>} */
  const shown = new Map();
  const place = el('div');
  const bar = el('div', {class: 'ou-plan-bar-place'});
  const status = el('p', {class: 'ou-unseen', role: 'status'});
  const path = (/** @type {number} */ page, size = PAGE) => `/api/v1/plans/${year}/rows?${new URLSearchParams([...asked(question), ['sort', sort], ['page', String(page)], ['size', String(size)]])}`;
  const work = el('div');
  const list = el('div', {}, head && filters(question, go), bar, place);

  const tell = () => fill(bar, ticked.size > 0 && withTicked?.({year, rows: [...ticked.values()], done: reload}));
  const tick = (/** @type {PlanRow} */ row, /** @type {boolean} */ on) => on ? ticked.set(row.taxCode, row) : ticked.delete(row.taxCode);
  const everyRow = async () => (await getAll(page => path(page, AT_ONCE))).forEach((/** @type {PlanRow} */ row) => ticked.set(row.taxCode, row));

  load(place, () => get(path(0)), (/** @type {Page<PlanRow>} */ first) => {
    if (first.total === 0) {
      return el('p', {class: 'ou-empty'}, asked(question).length > 0 ? t('Không có doanh nghiệp nào như vậy trong kế hoạch.', 'No such enterprise in the plan.')
        : t(`Kế hoạch năm ${year} chưa có doanh nghiệp nào.`, `The plan of ${year} has no enterprise yet.`));
    }
    const all = el('input', {type: 'checkbox', 'aria-label': t('Chọn tất cả dòng đang hiện', 'Select all that are shown'), on: {change: () => {
      // Told once: a hundred clicks would draw the bar a hundred times.
      boxes().forEach(box => {
        box.checked = all.checked;
      });
      shown.forEach(row => tick(row, all.checked));
      tell();
    }}});
    /** @type {() => NodeListOf<HTMLInputElement>} */
    const boxes = () => table.node.querySelectorAll('tbody input[type=checkbox]');
    const table = planTable({
      caption: t(`Danh sách kế hoạch năm ${year}`, `Plan of ${year}`), rows: first.items, sort, sorted: by => go({sort: by}), key: ({taxCode}) => taxCode, walk: true,
      columns: [
        withTicked && {key: 'tick', title: t('Chọn', 'Select'), head: el('label', {class: 'ou-plan-box'}, all), cell: (/** @type {PlanRow} */ row) => {
          shown.set(row.taxCode, row);
          return el('label', {class: 'ou-plan-box'}, el('input', {type: 'checkbox', checked: ticked.has(row.taxCode), 'aria-label': t(`Chọn: ${row.name}`, `Select: ${row.name}`), on: {change: event => {
            tick(row, event.currentTarget.checked);
            tell();
          }}}));
        }},
        ...COLUMNS
      ]
    });
    const count = el('p', {class: 'ou-hint'});
    const told = (/** @type {number} */ rows, /** @type {number} */ total) => {
      status.textContent = t(`${number(total)} doanh nghiệp; đang hiện ${number(rows)}.`, `${number(total)} enterprises; ${number(rows)} are shown.`);
      fill(count, status.textContent, withTicked && rows < total && [' ', el('button', {type: 'button', class: 'ou-plan-sort', on: {click: async () => {
        await everyRow();
        boxes().forEach(box => {
          box.checked = true;
        });
        tell();
      }}}, t(`Chọn cả ${number(total)} dòng`, `Select all ${number(total)}`))]);
    };
    return [count, table.node, nextPages({first, path, table, told})];
  });

  const loads = head && el('details', {class: 'ou-plan-load', open: matchMedia('(min-width: 1400px)').matches},
    el('summary', {}, t('Khối lượng của từng người', 'Load of each member')),
    planLoad({year, link}));
  fill(work, el('div', {class: 'ou-plan-columns'}, list, loads));
  return {node: el('section', {class: 'ou-part ou-plan-rows', 'aria-label': t('Danh sách', 'List')}, status,
    planTools({year, head, changes, amends: withTicked === planAmend, heads, work, reload}), work)};
}

/** What the list is narrowed to; an empty unit or member asks for the rows that name none. @type {(question: Question) => [Filter, string][]} */
const asked = question => FILTERS.flatMap(name => {
  const value = question[name];
  return value !== undefined && (value !== '' || ['unit', 'responsibleMember'].includes(name)) ? [[name, value]] : [];
});

/** @type {(question: Question, go: Go) => HTMLElement} */
function filters(question, go) {
  const words = el('input', {type: 'search', value: question.q ?? '', placeholder: t('Tên hoặc mã số thuế', 'Name or tax code'), 'aria-label': t('Tên hoặc mã số thuế', 'Name or tax code')});
  const narrowed = asked(question).length > 0;
  /** @type {(name: Filter, label: string, options: Option[]) => HTMLSelectElement} */
  const choice = (name, label, options) => {
    const select = el('select', {name, 'aria-label': label, on: {change: () => go({[name]: select.value === ALL ? null : select.value})}},
      el('option', {value: ALL}, label), options.map(([code, text]) => el('option', {value: code, selected: question[name] === code}, text)));
    return select;
  };
  /** @type {(name: Filter, label: string, fetching: Promise<Option[]>, none?: string | null) => HTMLSelectElement} */
  const fetched = (name, label, fetching, none = null) => {
    const chosen = question[name];
    const select = choice(name, label, [...chosen ? [/** @type {Option} */ ([chosen, chosen])] : [], ...none ? [/** @type {Option} */ (['', none])] : []]);
    fetching.then(options => fill(select, el('option', {value: ALL}, label), none && el('option', {value: '', selected: question[name] === ''}, none),
      options.filter(([code]) => code).map(([code, text]) => el('option', {value: code, selected: question[name] === code}, text))), () => {
      // A filter that cannot be filled offers what it is set to.
    });
    return select;
  };
  /** @type {(by: string) => Promise<Option[]>} */
  const sums = by => get(`/api/v1/plans/${question.year}/sums?by=${by}`).then((/** @type {{items: {key: string, name: string}[]}} */ {items}) => items.map(({key, name}) => [key, name]));
  return el('details', {class: 'ou-work-narrow', open: narrowed || matchMedia('(min-width: 861px)').matches},
    el('summary', {}, t('Lọc danh sách', 'Filter the list')),
    el('form', {class: 'ou-plan-tools', role: 'search', on: {submit: event => {
      event.preventDefault();
      go({q: words.value.trim() || null});
    }}},
    words,
    fetched('responsibleMember', t('Mọi người phụ trách', 'Everybody'), sums('member'), t('Chưa phân công', 'Nobody yet')),
    fetched('unit', t('Mọi bộ phận', 'All units'), sums('unit'), t('Chưa phân nhiệm', 'None yet')),
    fetched('zone', t('Mọi khu công nghiệp', 'All zones'), get('/api/v1/zones').then((/** @type {string[]} */ zones) => zones.map(zone => /** @type {Option} */ ([zone, zone])))),
    choice('priority', t('Mọi hạng', 'All ranks'), Array.from({length: 9}, (_, i) => /** @type {Option} */ ([String(i + 1), t(`Hạng ${i + 1}`, `Rank ${i + 1}`)]))),
    choice('measure', t('Mọi nội dung', 'All measures'), MEASURES),
    choice('status', t('Mọi tình trạng', 'All states'), ROW_STATUSES),
    el('button', {class: 'ou-button'}, t('Tìm', 'Search')),
    narrowed && el('button', {type: 'button', class: 'ou-button', on: {click: () => go(Object.fromEntries(FILTERS.map(name => [name, null])))}}, t('Bỏ lọc', 'Clear'))));
}

/** No filter; an empty value is one. */
const ALL = '*';

/** @type {import('./planTable.js').Column<PlanRow>[]} */
export const COLUMNS = [
  {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), sort: 'name', cell: row => [
    el('a', {href: address(enterprisePath(row.taxCode))}, row.name ?? row.taxCode),
    el('span', {class: 'ou-plan-more'}, [row.taxCode, row.zone, row.workers && workersText(row.workers),
      row.stageName && named(row.stageName)].filter(Boolean).join(' · '))]},
  {key: 'priority', title: t('Hạng', 'Rank'), sort: 'priority', number: true, cell: row => number(row.priority)},
  {key: 'who', title: t('Người phụ trách', 'Responsible'), sort: 'responsibleMember', cell: row =>
    row.responsibleMemberName ?? row.responsibleMember ?? el('span', {class: 'ou-plan-none'}, t('Chưa phân công', 'Nobody yet'))},
  {key: 'unit', title: t('Bộ phận tham mưu', 'Advisory unit'), sort: 'unit', cell: row => [
    row.unitName ?? row.unit ?? el('span', {class: 'ou-plan-none'}, t('Chưa phân nhiệm', 'None yet')),
    row.partnerNames?.length ? el('span', {class: 'ou-plan-more'}, t(`Phối hợp: ${row.partnerNames.join(', ')}`, `With: ${row.partnerNames.join(', ')}`)) : null]},
  {key: 'measures', title: t('Nội dung giao', 'Promised'), cell: row => [
    row.measures?.map(measureName).join(', '),
    Number(row.admissionTarget) > 0 && el('span', {class: 'ou-plan-more'}, t(`Kết nạp: ${number(row.admissionTarget)} người`, `Admissions: ${number(row.admissionTarget)}`))]},
  {key: 'time', title: t('Bắt đầu – hoàn thành', 'Start – due'), sort: 'startOn', cell: row => [
    day(row.startOn), row.dueOn && el('span', {class: 'ou-plan-more'}, t(`hạn ${day(row.dueOn)}`, `due ${day(row.dueOn)}`))]},
  {key: 'status', title: t('Tình trạng', 'State'), sort: 'status', cell: row => [
    row.removedBy ? t('Đã đưa ra khỏi kế hoạch', 'Taken out of the plan') : wordOf(ROW_STATUSES, row.status),
    row.carriedFrom && el('span', {class: 'ou-plan-more'}, t(`Chuyển từ năm ${row.carriedFrom}`, `From ${row.carriedFrom}`)),
    row.closing && el('span', {class: 'ou-plan-more'}, [wordOf(ROW_CLOSINGS, row.closing), row.closingReason].filter(Boolean).join(': ')),
    row.reason && el('span', {class: 'ou-plan-more'}, row.reason)]}
];
