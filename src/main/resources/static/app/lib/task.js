// @ts-check
import {get, onWritten} from './api.js';

/** What stands beside a task of Tasklist, asked once for everything that shows a part of it. */

/** @type {Map<string, {at: number, answer: Promise<any>}>} */
const pages = new Map();
const KEPT = 20;
/** Everything that a click draws asks within so many milliseconds; a task that is opened later is asked for anew. */
const OPENING = 3_000;

/**
 * {step, task, enterprise, form, contacts, absent}, with null for what the person may not read.
 *
 * @param {string} taskId
 * @param {number} [oldest] how old an answer may be, in milliseconds
 */
export function pageOf(taskId, oldest = OPENING) {
  const known = pages.get(taskId);
  if (known && Date.now() - known.at < oldest) {
    return known.answer;
  }
  const answer = get(`/api/v1/tasks/${encodeURIComponent(taskId)}/page`).catch(failure => {
    pages.delete(taskId);
    throw failure;
  });
  pages.delete(taskId);
  pages.set(taskId, {at: Date.now(), answer});
  if (pages.size > KEPT) {
    pages.delete([...pages.keys()][0]);
  }
  return answer;
}

// Whatever the person wrote may stand beside the task.
onWritten(() => pages.clear());

/** Whom a task is about: {taxCode, name, candidateRef}, with null for what it has not. @param {string} taskId */
export const enterpriseOf = taskId => pageOf(taskId, Infinity).then(page => page.enterprise);
