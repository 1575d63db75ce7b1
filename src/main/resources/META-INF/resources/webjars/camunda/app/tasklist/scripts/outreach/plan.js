import planOfTask from '../../../../../app/parts/planOfTask.js';
import {get} from '../../../../../app/lib/api.js';
import {el, load} from '../../../../../app/lib/dom.js';
import {pageOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';
import {offeredTab} from './offered-tab.js';

/** The plan of a year beside each task of its process: what is drafted, decided on, reported or closed. */

const PROCESS = 'annualPlan';

const isOfPlan = async taskId => (await pageOf(taskId)).task?.phase === PROCESS;

/** The year of the task's plan; null for a task of another process. */
async function yearOf(taskId) {
  return await isOfPlan(taskId)
    ? (await get(`/camunda/api/engine/engine/default/task/${encodeURIComponent(taskId)}/variables/planYear`)).value
    : null;
}

export default offeredTab({
  id: 'outreach.plan',
  pluginPoint: 'tasklist.task.detail',
  priority: 895,
  properties: {label: t('Kế hoạch', 'Plan')},
  render: (node, {taskId}) => {
    load(node, () => yearOf(taskId), year => year
      ? planOfTask({taskId, year: Number(year)})
      : el('p', {class: 'ou-empty'}, t('Việc này không thuộc kế hoạch năm.', 'This task belongs to no yearly plan.')));
  }
}, isOfPlan).plugins;
