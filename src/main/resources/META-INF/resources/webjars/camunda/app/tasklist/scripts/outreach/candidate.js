import candidateFile from '../../../../../app/parts/candidateFile.js';
import {get} from '../../../../../app/lib/api.js';
import {el, load} from '../../../../../app/lib/dom.js';
import {me, readsCandidates} from '../../../../../app/lib/session.js';
import {enterpriseOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';
import {offeredTab} from './offered-tab.js';

/** The restricted row of an admission's candidate beside each of its tasks, for those who may read it: for others there is no tab. */

/** The refusal of a step because the row lacks something. */
const INCOMPLETE = 'candidate-incomplete';

const TAB = offeredTab({
  id: 'outreach.candidate',
  pluginPoint: 'tasklist.task.detail',
  priority: 845,
  properties: {label: t('Hồ sơ quần chúng', 'Candidate')},
  render: (node, {taskId}) => {
    // Which papers the step needs comes with whom it is about.
    load(node, () => get(`/api/v1/tasks/${encodeURIComponent(taskId)}/papers`), task => task.candidateRef
      ? candidateFile(task)
      : el('p', {class: 'ou-empty'}, t('Việc này không thuộc hồ sơ kết nạp.', 'This task belongs to no admission.')));
  }
}, async taskId => readsCandidates(await me()) && Boolean((await enterpriseOf(taskId)).candidateRef));

/** Where a step is refused because of the candidate's row, the way there stands below the form. */
export function offerCandidate(form, code, sentence) {
  form.parentElement.querySelector('.ou-to-candidate')?.remove();
  const tab = code === INCOMPLETE && TAB.link();
  if (tab) {
    form.after(el('div', {class: 'ou-to-candidate', role: 'alert'}, el('p', {}, sentence),
      el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => tab.click()}},
        t('Mở thẻ Hồ sơ quần chúng', 'Open the tab Candidate'))));
  }
}

export default TAB.plugins;
