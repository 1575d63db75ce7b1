import profile from '../../../../../app/parts/profile.js';
import {address} from '../../../../../app/lib/api.js';
import {el, load} from '../../../../../app/lib/dom.js';
import {enterpriseOf} from '../../../../../app/lib/task.js';
import {t} from '../../../../../app/lib/text.js';

/** The enterprise beside each task, and the way from Tasklist to the product's own pages. */
export default [
  {
    id: 'outreach.profile',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: t('Hồ sơ doanh nghiệp', 'Enterprise')},
    render: (node, {taskId}) => {
      load(node, () => enterpriseOf(taskId), enterprise => enterprise.taxCode
        ? profile(enterprise)
        : el('p', {class: 'ou-empty'}, t('Việc này không gắn với một doanh nghiệp.', 'This task is about no single enterprise.')));
    }
  },
  {
    id: 'outreach.start',
    pluginPoint: 'tasklist.navbar.action',
    priority: 400,
    render: node => {
      node.append(el('a', {class: 'ou-to-start', href: address('/app')}, t('Ngày của tôi', 'My day')));
    }
  }
];
