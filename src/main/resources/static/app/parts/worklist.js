// @ts-check
import {address, get} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {sortHead} from '../lib/sortHead.js';
import {contactText, dueBadge, enterprisePath, stageText, taskPath, whoText} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';
import {logContactButton} from './newContact.js';

/** @import {Part} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */
/** @import {Task} from '../lib/tasks.js' */

stylesheet(new URL('./worklist.css', import.meta.url));

const PAGE = 50;
const FEW = 6;

/**
 * @typedef {{filter: string, zone: string, q: string, whose: string, sort: string}} Asked
 * @typedef {Record<string, number>} Counts how many tasks each ready list has
 * @typedef {{logged: () => void}} Contacts
 * @typedef {{key: string, title: string, sort?: string, cell: (task: Task, contacts: Contacts | undefined) => Child}} Column
 * @typedef {(ticked: {selected: Task[], done: () => void}) => Child} Tools
 */

/** The ready lists, in the order of a day. @type {[filter: string, name: string][]} */
export const FILTERS = [
  ['mine', t('Việc của tôi', 'My tasks')],
  ['today', t('Hôm nay', 'Today')],
  ['overdue', t('Quá hạn', 'Overdue')],
  ['soon', t('Đến hạn trong 3 ngày', 'Due in 3 days')],
  ['unclaimed', t('Chưa ai nhận', 'Unclaimed')],
  ['unit', t('Việc của đơn vị tôi', 'My unit')],
  ['absent', t('Của người vắng mặt', 'Of who is away')],
  ['inactive', t('Người không còn làm việc', 'Of who no longer works')]
];

/** @type {Column[]} */
const COLUMNS = [
  {key: 'name', title: t('Việc', 'Task'), sort: 'name', cell: task => [
    el('a', {class: 'ou-work-task', href: address(taskPath(task.id))}, named(task.name)),
    el('span', {class: 'ou-work-more'}, named(task.phaseName))]},
  {key: 'enterprise', title: t('Doanh nghiệp', 'Enterprise'), sort: 'enterprise', cell: ({enterprise}) => enterprise && [
    el('a', {href: address(enterprisePath(enterprise.taxCode))}, enterprise.name),
    el('span', {class: 'ou-work-more'}, enterprise.zone)]},
  {key: 'workers', title: t('Lao động', 'Workers'), sort: 'workers', cell: ({enterprise}) => enterprise && number(enterprise.workers)},
  {key: 'stage', title: t('Giai đoạn', 'Stage'), cell: ({enterprise}) => enterprise && stageText(enterprise)},
  {key: 'due', title: t('Hạn', 'Due'), sort: 'dueAt', cell: dueBadge},
  {key: 'contact', title: t('Liên hệ gần nhất', 'Last contact'), cell: (task, contacts) => task.enterprise
    && [contactText(task), contacts && logContactButton(task.enterprise, contacts.logged)]},
  {key: 'who', title: t('Người làm', 'Who'), sort: 'assignee', cell: whoText}
];

/**
 * Open tasks: a table on a desk, cards on a phone. `filter`, `zone`, `q`, `whose` and `sort` are those of /api/v1/tasks.
 *
 * @param {object} list
 * @param {string} [list.filter]
 * @param {string} [list.zone]
 * @param {string} [list.q]
 * @param {string} [list.whose]
 * @param {string} [list.sort]
 * @param {boolean} [list.logsContacts] whether the person may log contacts, which each row then offers
 * @param {boolean} [list.compact] only the first rows, as cards, and the way to all of them
 * @param {number} [list.size]
 * @param {(question: Asked) => void} [list.changed] told of the question whenever the person asks another one, for the page's address
 * @param {Tools} [list.tools] gets the ticked tasks and gives what stands above the list while rows are ticked; without it there are no ticks
 */
export default function worklist({logsContacts = false, compact = false, size = compact ? FEW : PAGE, changed = () => {}, tools, ...question} = {}) {
  const asked = {filter: 'mine', zone: '', q: '', whose: '', sort: '', ...question};
  const root = el('section', {class: `ou-part ou-work${compact ? ' ou-work-compact' : ''}`, 'aria-label': t('Danh sách việc', 'Tasks')});
  const place = el('div', {class: 'ou-work-list'});
  const status = el('p', {class: 'ou-unseen', role: 'status'});
  const ask = (/** @type {Partial<Asked>} */ change) => {
    Object.assign(asked, change);
    changed({...asked});
    list.show();
  };
  const head = compact ? null : controls(asked, ask);
  const list = rows({asked, size, compact, logsContacts, place, status, tools, sorted: sort => ask({sort}), done: () => head?.count()});
  fill(root, head?.node, status, place);
  list.show();
  return root;
}

/** @param {string} filter */
export const filterName = filter => FILTERS.find(([name]) => name === filter)?.[1] ?? filter;

/** The ways to the ready lists, each with how many tasks it has. @param {Counts} counts */
export function listLinks(counts) {
  return el('nav', {class: 'ou-part ou-chips', 'aria-label': t('Danh sách việc', 'Tasks')}, FILTERS.map(([filter, text]) =>
    el('a', {class: 'ou-chip', href: address(`/app/tasks?filter=${filter}`)}, text, countOf(counts, filter))));
}

/** @type {(counts: Counts, filter: string) => HTMLElement} */
const countOf = (counts, filter) => el('span', {class: 'ou-chip-count'}, ` ${number(counts[filter])}`);

/**
 * @param {Asked} asked
 * @param {(change: Partial<Asked>) => void} ask
 */
function controls(asked, ask) {
  const chips = FILTERS.map(([filter, text]) => el('button', {type: 'button', class: 'ou-chip', 'data-filter': filter,
    on: {click: () => pick({filter, zone: asked.filter === 'zone' ? '' : asked.zone})}}, text));
  const zone = el('select', {class: 'ou-work-zone', 'aria-label': t('Khu công nghiệp', 'Industrial zone'),
    on: {change: () => pick({zone: zone.value})}}, el('option', {value: ''}, t('Mọi khu công nghiệp', 'All zones')));
  const mine = el('input', {type: 'checkbox', on: {change: () => pick({whose: mine.checked ? 'mine' : ''})}});
  const words = el('input', {type: 'search', 'aria-label': t('Tên hoặc mã số thuế', 'Name or tax code'), placeholder: t('Tên hoặc mã số thuế', 'Name or tax code'),
    value: asked.q});
  const pick = (/** @type {Partial<Asked>} */ change) => {
    ask(change);
    press();
  };
  const press = () => {
    chips.forEach(chip => chip.setAttribute('aria-pressed', String(chip.dataset.filter === asked.filter)));
    mine.checked = asked.whose === 'mine' || asked.filter === 'mine';
    mine.disabled = asked.filter === 'mine' || asked.filter === 'unclaimed';
  };
  const count = async () => {
    try {
      const counts = await get('/api/v1/tasks/counts');
      chips.forEach((chip, i) => fill(chip, FILTERS[i][1], countOf(counts, FILTERS[i][0])));
    } catch (failure) {
      // The lists themselves say what is wrong; a list without a number is a list all the same.
    }
  };
  press();
  count();
  fillZones(zone, asked);
  const node = el('div', {class: 'ou-work-controls'},
    el('div', {class: 'ou-chips', role: 'group', 'aria-label': t('Lọc việc', 'Filter')}, chips),
    el('details', {class: 'ou-work-narrow', open: matchMedia('(min-width: 861px)').matches || Boolean(asked.zone || asked.q || asked.whose)},
      el('summary', {}, t('Lọc thêm', 'More filters')),
      el('form', {class: 'ou-work-tools', role: 'search', on: {submit: event => {
        event.preventDefault();
        pick({q: words.value.trim()});
      }}},
      zone,
      el('label', {class: 'ou-work-mine'}, mine, t('Chỉ việc giao cho tôi', 'Only mine')),
      words,
      el('button', {class: 'ou-button'}, t('Tìm', 'Search')))));
  return {node, count};
}

/** @type {(select: HTMLSelectElement, asked: Asked) => Promise<void>} */
async function fillZones(select, asked) {
  try {
    /** @type {string[]} */
    const zones = await get('/api/v1/zones');
    zones.forEach(zone => select.append(el('option', {value: zone}, zone)));
    select.value = asked.zone;
  } catch (failure) {
    select.hidden = true;
  }
}

/**
 * The rows themselves: fetched page by page, each page put below the last.
 * @type {(list: {asked: Asked, size: number, compact: boolean, logsContacts: boolean, place: HTMLElement, status: HTMLElement, tools?: Tools,
 *   sorted: (sort: string) => void, done: () => void}) => {show: () => Promise<void>}}
 */
function rows({asked, size, compact, logsContacts, place, status, tools, sorted, done}) {
  let turn = 0;
  /** @type {Map<string, Task>} */
  const ticked = new Map();
  const bar = el('div', {class: 'ou-work-bar'});
  /** @type {Contacts | undefined} */
  const contacts = logsContacts ? {logged: () => show()} : undefined;

  const show = async () => {
    const mine = ++turn;
    ticked.clear();
    fill(bar);
    place.setAttribute('aria-busy', 'true');
    if (!place.firstChild) {
      fill(place, el('p', {class: 'ou-loading'}, t('Đang tải…', 'Loading…')));
    }
    try {
      const page = await get(path(asked, 0, size));
      if (mine === turn) {
        draw(page);
      }
    } catch (failure) {
      if (mine === turn) {
        fill(place, el('div', {class: 'ou-failure', role: 'alert'}, el('p', {}, failure.message),
          el('button', {type: 'button', class: 'ou-button', on: {click: show}}, t('Thử lại', 'Try again'))));
      }
    } finally {
      place.removeAttribute('aria-busy');
    }
  };

  const draw = (/** @type {Part<Task>} */ page) => {
    if (page.items.length === 0) {
      status.textContent = t('Không có việc nào.', 'No tasks.');
      fill(place, el('p', {class: 'ou-empty'}, empty(asked)), compact && all(asked));
      return;
    }
    const body = el('tbody', {role: 'rowgroup'});
    const more = el('div', {class: 'ou-work-next'});
    const add = (/** @type {Part<Task>} */ {items, hasMore, page: shown}) => {
      body.append(...items.map(task => line(task, contacts, tools && tick(task))));
      status.textContent = t(`${number(body.children.length)} việc`, `${number(body.children.length)} tasks`);
      fill(more, compact ? all(asked) : hasMore && el('button', {type: 'button', class: 'ou-button',
        on: {click: event => next(event.currentTarget, shown + 1, add)}}, t('Xem thêm', 'Show more')));
    };
    const columns = COLUMNS.map(({key, title, sort}) => sortHead({style: `ou-work-${key}`, button: 'ou-work-sort', title, sort, order: asked.sort || 'dueAt',
      sorted: compact ? null : sorted}));
    fill(place, tools && bar,
      el('table', {role: 'table', class: tools ? 'ou-work-ticked' : null},
        el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'}, tools && tickAll(body), columns)), body), more);
    add(page);
  };

  /** @type {(button: HTMLButtonElement, number: number, add: (page: Part<Task>) => void) => Promise<void>} */
  const next = async (button, number, add) => {
    const mine = turn;
    button.disabled = true;
    try {
      const page = await get(path(asked, number, size));
      if (mine === turn) {
        const before = place.querySelectorAll('tbody tr').length;
        add(page);
        place.querySelectorAll('tbody tr')[before]?.querySelector('a')?.focus();
      }
    } catch (failure) {
      button.disabled = false;
      button.after(el('p', {class: 'ou-error', role: 'alert'}, failure.message));
    }
  };

  const tick = (/** @type {Task} */ task) => {
    const box = el('input', {type: 'checkbox', 'aria-label': t(`Chọn: ${task.name}, ${task.enterprise?.name ?? ''}`, `Select: ${named(task.name)}, ${task.enterprise?.name ?? ''}`),
      on: {change: () => {
        if (box.checked) {
          ticked.set(task.id, task);
        } else {
          ticked.delete(task.id);
        }
        showTools();
      }}});
    return el('td', {role: 'cell', class: 'ou-work-tick'}, el('label', {class: 'ou-work-box'}, box));
  };

  const tickAll = (/** @type {HTMLElement} */ body) => el('th', {role: 'columnheader', class: 'ou-work-tick'},
    el('label', {class: 'ou-work-box'}, el('input', {type: 'checkbox', 'aria-label': t('Chọn tất cả', 'Select all'), on: {change: event => {
      /** @type {NodeListOf<HTMLInputElement>} */ (body.querySelectorAll('.ou-work-tick input')).forEach(box => {
        if (box.checked !== event.currentTarget.checked) {
          box.click();
        }
      });
    }}})));

  const showTools = () => fill(bar, ticked.size > 0 && tools?.({selected: [...ticked.values()], done: () => {
    done();
    show();
  }}));

  return {show};
}

/** @type {(task: Task, contacts: Contacts | undefined, tick: Child) => HTMLElement} */
function line(task, contacts, tick) {
  return el('tr', {role: 'row', class: task.overdue ? 'ou-work-late' : null, 'data-task': task.id}, tick, COLUMNS.map(column => {
    const content = column.cell(task, contacts);
    return el('td', {role: 'cell', class: `ou-work-${column.key}`, 'data-title': column.title}, content || null);
  }));
}

/** @param {Asked} asked */
function empty(asked) {
  if (asked.q) {
    return t('Không có việc nào của doanh nghiệp như vậy trong danh sách này.', 'No task of such an enterprise in this list.');
  }
  return asked.filter === 'overdue' ? t('Không có việc quá hạn.', 'Nothing is overdue.') : t('Không có việc nào.', 'No tasks.');
}

/** @param {Asked} asked */
function all(asked) {
  return el('a', {class: 'ou-work-all', href: address(`/app/tasks?${parameters(asked)}`)}, t('Xem tất cả', 'Show all'));
}

/** @type {(asked: Asked, page: number, size: number) => string} */
function path(asked, page, size) {
  return `/api/v1/tasks?${parameters(asked)}&page=${page}&size=${size}`;
}

/** The question as it stands in an address: what is empty is left out. @param {Partial<Asked>} asked */
export function parameters(asked) {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString();
}
