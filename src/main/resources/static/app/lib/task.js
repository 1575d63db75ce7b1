import {get} from './api.js';

/** What the tabs beside a task of Tasklist ask for, asked once for all of them. */

const answers = new Map();
const KEPT = 20;

/** Whom a task is about: {taxCode, name, candidateRef}, with null for what it has not. */
export const enterpriseOf = taskId => once(`/api/v1/tasks/${encodeURIComponent(taskId)}/enterprise`);

/** The step of its process: userTask_meetOwner → 'meetOwner'. */
export const stepOf = taskId => once(`/camunda/api/engine/engine/default/task/${encodeURIComponent(taskId)}`)
  .then(task => task.taskDefinitionKey.replace(/^userTask_/, ''));

function once(path) {
  if (!answers.has(path)) {
    answers.set(path, get(path).catch(failure => {
      answers.delete(path);
      throw failure;
    }));
    if (answers.size > KEPT) {
      answers.delete(answers.keys().next().value);
    }
  }
  return answers.get(path);
}
