import {post} from '../../../../../app/lib/api.js';
import {el, fill, toast} from '../../../../../app/lib/dom.js';
import {pageOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';

/** Tasklist lets only the holder fill in a form: a deputy takes the absent person's task with one press, until the absence ends. */
const TAKE_OVER = {
  id: 'outreach.deputy',
  pluginPoint: 'tasklist.task.action',
  priority: 500,
  properties: {label: t('Nhận thay', 'Take over')},
  render: (node, context, scope) => {
    scope.$watch('task', async task => {
      fill(node);
      // Without an answer the task is what it was; Tasklist itself says what it cannot show.
      const absent = task?.assignee && await pageOf(task.id).then(page => page.absent).catch(() => null);
      if (absent && scope.task?.id === task.id) {
        fill(node, button(task.id, absent));
      }
    });
  }
};

function button(taskId, absent) {
  return el('button', {type: 'button', class: 'btn btn-link ou-take-over', on: {click: async () => {
    try {
      const {rows: [row]} = await post('/api/v1/tasks:bulk', {action: 'CLAIM', taskIds: [taskId]});
      if (row.done) {
        location.reload();
      } else {
        toast(row.message, 'error');
      }
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }}}, t(`Nhận thay ${absent.name}`, `Take over for ${absent.name}`));
}

export default [TAKE_OVER];
