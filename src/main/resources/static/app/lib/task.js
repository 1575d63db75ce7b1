// @ts-check
import {get} from './api.js';

/** What the tabs beside a task of Tasklist ask for, asked once for all of them. */

/** @type {Map<string, Promise<any>>} */
const answers = new Map();
const KEPT = 20;

/** Whom a task is about: {taxCode, name, candidateRef}, with null for what it has not. @param {string} taskId */
export const enterpriseOf = taskId => once(`/api/v1/tasks/${encodeURIComponent(taskId)}/enterprise`);

/** The step of its process: userTask_meetOwner → 'meetOwner'. @type {(taskId: string) => Promise<string>} */
export const stepOf = taskId => once(`/camunda/api/engine/engine/default/task/${encodeURIComponent(taskId)}`)
  .then(task => task.taskDefinitionKey.replace(/^userTask_/, ''));

/** @type {(path: string) => Promise<any>} */
function once(path) {
  if (!answers.has(path)) {
    answers.set(path, get(path).catch(failure => {
      answers.delete(path);
      throw failure;
    }));
    if (answers.size > KEPT) {
      answers.delete([...answers.keys()][0]);
    }
  }
  return /** @type {Promise<any>} */ (answers.get(path));
}
