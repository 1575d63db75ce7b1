import {el, fill, stylesheet} from '../lib/dom.js';
import {contactText, dueBadge, stageText, summary, whoText, workersText} from '../lib/tasks.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./worklist.css', import.meta.url));

/** Below the name of a task in Tasklist's list: for which enterprise, until when, when somebody was there last, who has it. */
export default function taskCard(task) {
  const root = el('div', {class: 'ou-card'});
  summary(task).then(found => found && show(root, found)).catch(() => {
    // Tasklist's own lines stay: they say less, but what they say is right.
  });
  return root;
}

function show(root, task) {
  const {enterprise} = task;
  root.classList.add('ou-card-ready');
  fill(root,
    enterprise && el('p', {class: 'ou-card-name'}, enterprise.name),
    enterprise && el('p', {class: 'ou-card-facts'},
      [enterprise.zone, workersText(enterprise.workers), stageText(enterprise)].filter(Boolean).join(' · ')),
    el('p', {class: 'ou-card-facts'}, dueBadge(task)),
    el('p', {class: 'ou-card-facts'}, whoText(task),
      enterprise && ` · ${t('liên hệ', 'contact')}: ${contactText(task)}`));
}
