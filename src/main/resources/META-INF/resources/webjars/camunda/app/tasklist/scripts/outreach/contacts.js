import contacts from '../../../../../app/parts/contacts.js';
import recentContacts from '../../../../../app/parts/recentContacts.js';
import {el, load} from '../../../../../app/lib/dom.js';
import {enterpriseOf, pageOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';

/** The contact log beside each task, and above the forms of a survey or a meeting what was said last. */

const BEFORE_A_TALK = ['scheduleSurvey', 'conductSurvey', 'prepareMeeting', 'meetOwner'];

const TAB = {
  id: 'outreach.contacts',
  pluginPoint: 'tasklist.task.detail',
  priority: 850,
  properties: {label: t('Liên hệ', 'Contacts')},
  render: (node, {taskId}) => {
    load(node, () => enterpriseOf(taskId), enterprise => enterprise.taxCode
      ? contacts(enterprise)
      : el('p', {class: 'ou-empty'}, t('Việc này không gắn với một doanh nghiệp.', 'This task is about no single enterprise.')));
  }
};

/** Tasklist has no place for plugins above a form and draws the form anew as it likes: whenever the strip is gone, it is put back. */
function keepStrip() {
  const pane = document.querySelector('.form-pane');
  const task = taskInAddress();
  if (!pane || !task || pane.querySelector(':scope > .ou-strip')?.dataset.task === task) {
    return;
  }
  pane.querySelectorAll(':scope > .ou-strip').forEach(old => old.remove());
  const strip = el('div', {class: 'ou-strip', 'data-task': task});
  pane.prepend(strip);
  fillStrip(strip, task);
}

async function fillStrip(strip, task) {
  try {
    const {step, enterprise: {taxCode}, contacts: known} = await pageOf(task);
    // Who may not read contacts came for the form below.
    if (BEFORE_A_TALK.includes(step) && known) {
      strip.append(recentContacts({taxCode, known}));
    }
  } catch (gone) {
    // Tasklist itself says what is wrong with a task that cannot be read.
  }
}

const taskInAddress = () => /[?&]task=([\w-]+)/.exec(location.hash)?.[1];

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      keepStrip();
    });
  }
}).observe(document.body, {childList: true, subtree: true});

export default [TAB];
