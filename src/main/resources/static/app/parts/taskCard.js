// @ts-check
import {el, fill, stylesheet} from '../lib/dom.js';
import {me} from '../lib/session.js';
import {contactText, dueBadge, priorityText, stageText, summary, whoText, workersText} from '../lib/tasks.js';
import {t} from '../lib/text.js';

/** @import {Person} from '../lib/session.js' */
/** @import {Task} from '../lib/tasks.js' */

stylesheet(new URL('./worklist.css', import.meta.url));

/**
 * Below the name of a task in Tasklist's list: for which enterprise, until when and how pressing, who has it if somebody else, when somebody was there last.
 * @param {{id: string, assignee?: string | null, due?: string | null}} task
 */
export default function taskCard(task) {
  const root = el('div', {class: 'ou-card'});
  Promise.all([summary(task), me()]).then(([found, person]) => found && show(root, found, person)).catch(() => {
    // Tasklist's own lines stay: they say less, but what they say is right.
  });
  return root;
}

/** @type {(root: HTMLElement, task: Task, person: Person) => void} */
function show(root, task, person) {
  const {enterprise} = task;
  const others = task.assignee?.id !== person.id;
  root.classList.add('ou-card-ready');
  fill(root,
    enterprise && el('p', {class: 'ou-card-name'}, enterprise.name),
    enterprise && el('p', {class: 'ou-card-facts'},
      [enterprise.zone, workersText(enterprise.workers), stageText(enterprise)].filter(Boolean).join(' · ')),
    el('p', {class: 'ou-card-facts'}, dueBadge(task)),
    el('p', {class: 'ou-card-facts'},
      [others && whoText(task), enterprise && priorityText(task), enterprise && (task.lastContact
        ? t(`liên hệ ${contactText(task)}`, `contact ${contactText(task)}`) : t('chưa liên hệ', 'no contact yet'))]
        .filter(Boolean).join(' · ')));
}
