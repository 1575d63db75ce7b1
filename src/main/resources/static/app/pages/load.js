// @ts-check
import bulkBar from '../parts/bulk.js';
import {address, get} from '../lib/api.js';
import {el, fill, load, stylesheet} from '../lib/dom.js';
import {day, due, number} from '../lib/format.js';
import {taskPath} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';

/** @import {Part} from '../lib/api.js' */
/** @import {Task} from '../lib/tasks.js' */

export const title = t('Khối lượng việc', 'Load');

stylesheet(new URL('../parts/load.css', import.meta.url));

const AT_ONCE = 100;

/**
 * @typedef {{id: string, name: string, open: number, overdue?: number, soon?: number,
 *   away?: {from: string, to: string, deputy: string} | null}} Member
 * @typedef {{name: string, unclaimed: number, members: Member[], inactive: Member[]}} Unit
 */

/** What each member of a unit has to do, for its head, who can give tasks to somebody else. @param {HTMLElement} main */
export default function loads(main) {
  const place = el('div');
  /** @type {Set<string>} whose tasks are shown */
  const open = new Set();
  const show = () => load(place, () => get('/api/v1/load'), (/** @type {Unit[]} */ units) => units.map(unit => section(unit, open, show)));
  fill(main, el('h1', {}, title), place);
  return show();
}

/** @type {(unit: Unit, open: Set<string>, again: () => void) => HTMLElement} */
function section({name, unclaimed, members, inactive}, open, again) {
  return el('section', {class: 'ou-load'},
    el('h2', {}, name),
    el('p', {}, t(`${number(unclaimed)} việc chưa ai nhận.`, `${number(unclaimed)} tasks are unclaimed.`)),
    el('ul', {class: 'ou-load-members'}, members.map(member => row(member, open, again))),
    inactive.length > 0 && [
      el('h3', {}, t('Người không còn làm việc', 'People who no longer work')),
      el('p', {class: 'ou-hint'}, t('Việc họ còn giữ: bấm Xem việc, chọn tất cả rồi giao cho người khác.',
        'What they still hold: open Tasks, select all and assign them to somebody else.')),
      el('ul', {class: 'ou-load-members', 'data-group': 'inactive'}, inactive.map(person => row(person, open, again)))
    ]);
}

/** @type {(member: Member, open: Set<string>, again: () => void) => HTMLElement} */
function row(member, open, again) {
  const {id, name, away} = member;
  const tasks = el('div', {class: 'ou-load-tasks'});
  const toggle = el('button', {type: 'button', class: 'ou-button', 'aria-expanded': 'false', disabled: member.open === 0,
    'aria-label': t(`Xem việc của ${name}`, `Tasks of ${name}`),
    on: {click: () => flip(!open.has(id))}}, t('Xem việc', 'Tasks'));
  /** @type {(shown: boolean) => void} */
  const flip = shown => {
    toggle.setAttribute('aria-expanded', String(shown));
    if (shown) {
      open.add(id);
      load(tasks, () => tasksOf(id), found => list(found, again));
    } else {
      open.delete(id);
      fill(tasks);
    }
  };
  if (open.has(id) && member.open > 0) {
    flip(true);
  }
  return el('li', {class: 'ou-load-member', 'data-member': id},
    el('div', {class: 'ou-load-line'},
      el('p', {class: 'ou-load-name'}, name, away && el('span', {class: 'ou-load-away'}, awayText(away))),
      el('dl', {class: 'ou-load-figures'},
        figure(t('Đang mở', 'Open'), member.open, 'open'),
        member.overdue !== undefined && figure(t('Quá hạn', 'Overdue'), member.overdue, 'overdue', member.overdue > 0),
        member.soon !== undefined && figure(t('3 ngày tới', 'Next 3 days'), member.soon, 'soon')),
      toggle),
    tasks);
}

/** @type {(label: string, value: number, key: string, late?: boolean) => HTMLElement} */
const figure = (label, value, key, late = false) => el('div', {'data-figure': key}, el('dt', {}, label),
  el('dd', {class: late ? 'ou-late' : null}, number(value)));

/** @param {{from: string, to: string, deputy: string}} away */
const awayText = ({from, to, deputy}) => t(`Vắng mặt ${day(from)}–${day(to)}, ${deputy} thay`, `Away ${day(from)}–${day(to)}, deputy ${deputy}`);

/** @param {string} id */
async function tasksOf(id) {
  const {ids} = await get(`/api/v1/load/${encodeURIComponent(id)}`);
  /** @type {Promise<Part<Task>>[]} */
  const pages = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    pages.push(get(`/api/v1/tasks?ids=${ids.slice(i, i + AT_ONCE).join(',')}`));
  }
  return (await Promise.all(pages)).flatMap(page => page.items);
}

/** @type {(tasks: Task[], again: () => void) => HTMLElement} */
function list(tasks, again) {
  /** @type {Map<string, Task>} */
  const ticked = new Map();
  const bar = el('div');
  const boxes = tasks.map(task => el('input', {type: 'checkbox', 'aria-label': `${named(task.name)} – ${task.enterprise?.name ?? ''}`, on: {change: event => {
    if (event.currentTarget.checked) {
      ticked.set(task.id, task);
    } else {
      ticked.delete(task.id);
    }
    tell();
  }}}));
  const tell = () => fill(bar, ticked.size > 0 && bulkBar({selected: () => [...ticked.values()], done: again, actions: ['ASSIGN', 'GIVE_BACK', 'DUE_DATE']}));
  const all = el('input', {type: 'checkbox', on: {change: () => {
    boxes.forEach((box, i) => {
      box.checked = all.checked;
      if (all.checked) {
        ticked.set(tasks[i].id, tasks[i]);
      }
    });
    if (!all.checked) {
      ticked.clear();
    }
    tell();
  }}});
  return el('div', {}, bar,
    el('label', {class: 'ou-load-tick ou-load-all'}, all, t(`Chọn tất cả (${number(tasks.length)})`, `Select all (${number(tasks.length)})`)),
    el('ul', {class: 'ou-load-list'}, tasks.map((task, i) => el('li', {'data-task': task.id},
      el('label', {class: 'ou-load-tick'}, boxes[i],
        el('span', {}, el('strong', {}, named(task.name)), el('span', {}, [task.enterprise?.name, task.enterprise?.zone].filter(Boolean).join(' · ')),
          el('span', {class: task.overdue ? 'ou-late' : null}, task.dueAt ? `${day(task.dueAt)} · ${due(task.dueInWorkingDays, task.daysOffUnknown)}` : due(null)))),
      el('a', {href: address(taskPath(task.id))}, t('Mở', 'Open'))))));
}
