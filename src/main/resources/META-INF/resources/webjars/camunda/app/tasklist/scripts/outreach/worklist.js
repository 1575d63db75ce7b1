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
    node.append(el('a', {href: address('/app/tasks')}, t('Danh sách việc', 'Tasks')));
  }
};

/** Opens a task beside the list that is open. */
function show(task) {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  asked.set('task', task);
  location.hash = `${path || '/'}?${asked}`;
  // On a phone the search stands in the menu.
  document.querySelector('[cam-widget-header] .navbar-toggle.open')?.click();
}

/** A link to a task, as notices and mails have it, opens it beside the list that is open, in the order it has. */
addEventListener('click', event => {
  const {pathname, hash} = event.target.closest?.('a[href*="#/?task="]') ?? {};
  const task = pathname === location.pathname && /^#\/\?task=([\w-]+)$/.exec(hash)?.[1];
  if (task && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    show(task);
  }
}, true);

const PHONE = matchMedia('(max-width: 767px)');
/** A task that cannot be drawn leaves the page where it is. */
const LONGEST = 30_000;
/** After the form is there its parts still come in for a moment. */
const SETTLING = 1500;
const FORM = '.form-pane .fjs-container';
let shown;

/** On a phone the task stands below filters and list: whichever way it is chosen, it is brought to the person's eyes. */
function bringChosen() {
  const task = /[?&]task=([\w-]+)/.exec(location.hash)?.[1];
  if (task !== shown) {
    shown = task;
    task && bringIntoView(document.querySelector(FORM));
  }
}

/**
 * The page is not long enough until the task is drawn, piece by piece; the person's own finger ends it.
 * @param former the form of the task before, which stands there a while longer
 */
function bringIntoView(former = null) {
  if (!PHONE.matches) {
    return;
  }
  const drawn = new MutationObserver(see);
  let end = setTimeout(leave, LONGEST);
  let settling = false;
  drawn.observe(document.body, {childList: true, subtree: true});
  ['touchstart', 'wheel', 'keydown'].forEach(own => addEventListener(own, leave, {once: true, passive: true}));
  see();

  function see() {
    document.querySelector('section.task-details')?.scrollIntoView();
    if (!settling && ![null, former].includes(document.querySelector(FORM))) {
      settling = true;
      clearTimeout(end);
      end = setTimeout(leave, SETTLING);
    }
  }

  function leave() {
    clearTimeout(end);
    drawn.disconnect();
  }
}

bringChosen();
addEventListener('hashchange', bringChosen);
// The task that is open already, tapped once more.
document.addEventListener('click', event => event.target.closest('ol.tasks-list li') && bringIntoView(), true);

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
