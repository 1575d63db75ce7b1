import {el} from '../../../../../../app/lib/dom.js';
import {me} from '../../../../../../app/lib/session.js';
import {summary, whoText} from '../../../../../../app/lib/tasks.js';
import {t} from '../../../../../../app/lib/text.js';

/** Tasklist shows the form of a task that somebody else has, or nobody yet, without a word why it cannot be filled in. */
export default [{
  id: 'outreach.whose',
  pluginPoint: 'tasklist.task.action',
  priority: 600,
  render: (node, context, scope) => {
    scope.$watch('task', async task => {
      const [person, found] = task ? await Promise.all([me(), summary({id: task.id, assignee: task.assignee, due: task.due})]).catch(() => []) : [];
      if (scope.task?.id === task?.id) {
        say(found && sentence(found, person), Boolean(found) && !mayClaim(found, person));
      }
    });
  }
}];

const mayClaim = (task, person) => !task.assignee && task.units.some(unit => person.groups.includes(unit.id));

function sentence(task, person) {
  if (task.assignee?.id === person.id) {
    return null;
  }
  return mayClaim(task, person)
    ? t('Chưa ai nhận việc này. Bấm “Nhận việc” rồi mới điền được biểu mẫu.', 'Nobody has this task yet. Claim it to fill in the form.')
    : t(`Chỉ xem. Người làm việc này: ${whoText(task)}.`, `To read only. Who has it: ${whoText(task)}.`);
}

let said;

/** The place above the tabs is drawn with the task and stays when only its holder changes. */
function say(text, notMine) {
  said?.remove();
  document.body.classList.toggle('ou-not-mine', notMine);
  if (text) {
    said = el('p', {class: 'ou-whose', role: 'status'}, text);
    document.querySelector('.task-details .tabbed-content')?.before(said);
  }
}
