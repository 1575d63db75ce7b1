import candidateFile from '../../../../../app/parts/candidateFile.js';
import {get} from '../../../../../app/lib/api.js';
import {el, load} from '../../../../../app/lib/dom.js';
import {me, readsCandidates} from '../../../../../app/lib/session.js';
import {enterpriseOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';

/** The restricted row of an admission's candidate beside each of its tasks, for those who may read it: for others there is no tab. */

const ID = 'outreach.candidate';
const LABEL = t('Hồ sơ quần chúng', 'Candidate');
/** The refusal of a step because the row lacks something. */
const INCOMPLETE = 'candidate-incomplete';

const TAB = {
  id: ID,
  pluginPoint: 'tasklist.task.detail',
  priority: 845,
  properties: {label: LABEL},
  render: (node, {taskId}) => {
    // Which papers the step needs comes with whom it is about.
    load(node, () => get(`/api/v1/tasks/${encodeURIComponent(taskId)}/papers`), task => task.candidateRef
      ? candidateFile(task)
      : el('p', {class: 'ou-empty'}, t('Việc này không thuộc hồ sơ kết nạp.', 'This task belongs to no admission.')));
  }
};

/** Tasklist's tabs are the same for every task: this one comes and goes with the task that is open. */
const OFFER = {
  id: 'outreach.candidate.offer',
  pluginPoint: 'tasklist.task.action',
  priority: 610,
  render: (node, context, scope) => {
    scope.$watch('task.id', async id => {
      const found = Boolean(id) && await isOffered(id).catch(() => false);
      if (scope.task?.id === id) {
        offered = found;
        showTab();
      }
    });
  }
};

let offered = false;
new MutationObserver(showTab).observe(document.body, {childList: true, subtree: true});

const isOffered = async taskId => readsCandidates(await me()) && Boolean((await enterpriseOf(taskId)).candidateRef);

const tabLink = () => [...document.querySelectorAll('.tabbed-content .nav-tabs a')].find(({textContent}) => textContent.trim() === LABEL);

/** Whoever comes from an admission with the tab open reads in it that the next task belongs to none. */
function showTab() {
  const tab = tabLink()?.parentElement;
  const display = offered || tab?.classList.contains('active') ? '' : 'none';
  if (tab && tab.style.display !== display) {
    tab.style.display = display;
  }
}

/** Where a step is refused because of the candidate's row, the way there stands below the form. */
export function offerCandidate(form, code, sentence) {
  form.parentElement.querySelector('.ou-to-candidate')?.remove();
  const tab = code === INCOMPLETE && tabLink();
  if (tab) {
    form.after(el('div', {class: 'ou-to-candidate', role: 'alert'}, el('p', {}, sentence),
      el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => tab.click()}},
        t('Mở thẻ Hồ sơ quần chúng', 'Open the tab Candidate'))));
  }
}

export default [TAB, OFFER];
