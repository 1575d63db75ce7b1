import search from '../../../../../app/parts/search.js';
import taskCard from '../../../../../app/parts/taskCard.js';
import {el, fill} from '../../../../../app/lib/dom.js';
import {address} from '../../../../../app/lib/api.js';
import {dueBadge, summary} from '../../../../../app/lib/tasks.js';
import {t} from '../../../../../app/lib/text.js';

/** What an officer needs to see of each task in the list, and the search and the way to all lists in the header. */

const CARD = {
  id: 'outreach.card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: (node, {taskId}, scope) => {
    node.append(taskCard({id: taskId, assignee: scope?.task?.assignee, due: scope?.task?.due}));
  }
};

/** Above the open task what its card says of its limit: Tasklist itself counts from the hour, and days off too. */
const DUE = {
  id: 'outreach.due',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,
  render: (node, context, scope) => {
    node.classList.add('ou-task-due');
    scope.$watch('task', async task => {
      fill(node);
      const found = task && await summary({id: task.id, assignee: task.assignee, due: task.due}).catch(() => null);
      if (found && scope.task?.id === found.id) {
        fill(node, dueBadge(found));
      }
    });
  }
};

const SEARCH = {
  id: 'ou-search-action',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: node => {
    node.append(search({openTask: show}));
  }
};

const LISTS = {
  id: 'ou-lists-action',
  pluginPoint: 'tasklist.navbar.action',
  priority: 900,
  render: node => {
    node.append(el('a', {href: address('/app/tasks')}, t('Danh sách việc', 'Task lists')));
  }
};

/** Opens a task beside the list that is open. */
function show(task) {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  asked.set('task', task);
  location.hash = `${path || '/'}?${asked}`;
  // On a phone the search stands in the menu, and the task below the list.
  document.querySelector('[cam-widget-header] .navbar-toggle.open')?.click();
  if (matchMedia('(max-width: 767px)').matches) {
    bringIntoView('section.task-details');
  }
}

const DRAWING = 3000;

/** The page is not long enough until the task is drawn, piece by piece; the person's own finger ends it. */
function bringIntoView(place) {
  const drawn = new MutationObserver(() => document.querySelector(place)?.scrollIntoView());
  const leave = () => drawn.disconnect();
  drawn.observe(document.body, {childList: true, subtree: true});
  setTimeout(leave, DRAWING);
  addEventListener('touchstart', leave, {once: true, passive: true});
}

/** Tasklist would begin with the newest task; here the most urgent comes first, until the person chooses another order. */
const BY_DUE = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}, {sortBy: 'priority', sortOrder: 'desc'}]);

/** Before Tasklist reads its address: it sets the order it knows where the address has none. */
function byDue() {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  if (['', '/'].includes(path) && !asked.has('sorting')) {
    asked.set('sorting', BY_DUE);
    history.replaceState(history.state, '', `#/?${asked}`);
  }
}

byDue();
addEventListener('hashchange', byDue);

export default [CARD, DUE, SEARCH, LISTS];
