import papers from '../../../../../app/parts/papers.js';
import {fill} from '../../../../../app/lib/dom.js';
import {t} from '../../../../../app/lib/text.js';

/** The papers of the task's enterprise, or of its candidate, beside each task. */
export default [{
  id: 'outreach.papers',
  pluginPoint: 'tasklist.task.detail',
  priority: 840,
  properties: {label: t('Giấy tờ', 'Papers')},
  render: (node, {taskId}) => fill(node, papers({taskId}))
}];
