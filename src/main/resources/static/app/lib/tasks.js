// @ts-check
import {get} from './api.js';
import {el} from './dom.js';
import {metText} from './contacts.js';
import {day, due, number} from './format.js';
import {named, t} from './text.js';

/** What the lists and cards of open tasks have in common: how a task is asked for, and how each thing of it is said. */

const MOST_IDS = 100;
/** A list that is drawn anew shows what it knew for so long; whoever took or moved a task is seen at once. */
const KEPT = 60_000;

/**
 * A line of the server's list of tasks.
 * @typedef {{taxCode: string, name: string, zone: string | null, workers: number | null, stageName: string}} TaskEnterprise
 * @typedef {{id: string, name: string, phase: string, phaseName: string, step: string, enterprise: TaskEnterprise | null,
 *   overdue: boolean, dueAt: string | null, dueInWorkingDays: number | null, daysOffUnknown: number | null,
 *   assignee: import('./api.js').Named | null, units: {id: string, name: string | null}[],
 *   lastContact: import('./contacts.js').Met | null, priority: number}} Task
 * @typedef {{resolve: (task: Task | null) => void, reject: (failure: unknown) => void}} Caller
 */

/** @type {Map<string, {seen: string, task: Task | null, at: number}>} */
const known = new Map();
/** @type {Map<string, {seen: string, callers: Caller[]}>} */
let asked = new Map();

/**
 * The task as the server's list has it, or null. Cards that are drawn together are asked for in one request.
 * @param {{id: string, assignee?: string | null, due?: string | null}} shown
 * @returns {Promise<Task | null>}
 */
export function summary({id, assignee = null, due: dueAt = null}) {
  const seen = `${assignee} ${dueAt}`;
  const before = known.get(id);
  if (before?.seen === seen && Date.now() - before.at < KEPT) {
    return Promise.resolve(before.task);
  }
  return new Promise((resolve, reject) => {
    if (asked.size === 0) {
      setTimeout(fetchAsked);
    }
    const waiting = asked.get(id) ?? {seen, callers: []};
    waiting.callers.push({resolve, reject});
    asked.set(id, waiting);
  });
}

async function fetchAsked() {
  const all = [...asked];
  asked = new Map();
  for (let from = 0; from < all.length; from += MOST_IDS) {
    const some = all.slice(from, from + MOST_IDS);
    try {
      const {items} = await get(`/api/v1/tasks?ids=${some.map(([id]) => encodeURIComponent(id)).join(',')}`);
      const found = new Map(items.map((/** @type {Task} */ task) => [task.id, task]));
      some.forEach(([id, {seen, callers}]) => {
        const task = found.get(id) ?? null;
        known.set(id, {seen, task, at: Date.now()});
        callers.forEach(caller => caller.resolve(task));
      });
    } catch (failure) {
      some.forEach(([, {callers}]) => callers.forEach(caller => caller.reject(failure)));
    }
  }
}

/** Until when, with the word that says so without the colour. @param {Task} task */
export function dueBadge(task) {
  return el('span', {class: task.overdue ? 'ou-due ou-late' : task.dueInWorkingDays === 0 ? 'ou-due ou-due-today' : 'ou-due'},
    task.dueAt && el('span', {class: 'ou-due-day'}, `${day(task.dueAt)} · `), due(task.dueInWorkingDays, task.daysOffUnknown));
}

/** Who has it, or whose it may become. @param {Task} task */
export function whoText(task) {
  return task.assignee?.name ?? (task.units.length
    ? t('Chưa ai nhận', 'Unclaimed') + ` – ${task.units.map(unit => unit.name ?? unit.id).join(', ')}`
    : t('Chưa ai nhận', 'Unclaimed'));
}

/** @param {Task} task */
export function contactText(task) {
  return task.lastContact
    ? metText(task.lastContact)
    : t('chưa có', 'none yet');
}

/** From the enterprise's rank, 1 to 9: 100 is the first, 20 the last. @param {{priority: number}} task */
export function priorityText({priority}) {
  return priority >= 80 ? t('Ưu tiên cao', 'High priority') : priority <= 40 ? t('Ưu tiên thấp', 'Low priority') : t('Ưu tiên vừa', 'Medium priority');
}

/** @param {{stageName: string}} enterprise */
export const stageText = enterprise => named(enterprise.stageName);

/** 600 lao động; nothing where nobody knows. @param {number | null | undefined} workers */
export const workersText = workers => workers === null || workers === undefined
  ? null : t(`${number(workers)} lao động`, `${number(workers)} workers`);

/** @param {string} id */
export const taskPath = id => `/camunda/app/tasklist/default/#/?task=${encodeURIComponent(id)}`;

/** @param {string} taxCode */
export const enterprisePath = taxCode => `/app/enterprises/${encodeURIComponent(taxCode)}`;
