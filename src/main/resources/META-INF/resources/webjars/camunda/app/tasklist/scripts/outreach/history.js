import {get} from '../../../../../../app/lib/api.js';

/** Tasklist's history says who by login names; people know each other by name. Shown only: what is kept stays. */

const LOGIN = '.history-pane .operation-user, .history-pane .new-value > span, .history-pane .original-value > span';
/** Camunda's labels of what is a person, in both languages. */
const OF_PEOPLE = ['Người nhận việc', 'Người chủ trì', 'Assignee', 'Owner'];
const names = new Map();

new MutationObserver(changes => {
  if (changes.some(({target}) => target.nodeType === Node.TEXT_NODE || target.closest?.('.history-pane') || target.querySelector?.('.history-pane'))) {
    document.querySelectorAll(LOGIN).forEach(show);
  }
}).observe(document.body, {subtree: true, childList: true, characterData: true});

async function show(node) {
  const login = node.textContent.trim();
  if (!login || login === node.dataset.ouName || !isPerson(node)) {
    return;
  }
  const name = await nameOf(login);
  if (name && node.textContent.trim() === login) {
    node.dataset.ouName = name;
    node.textContent = name;
  }
}

function isPerson(node) {
  return node.matches('.operation-user')
    || OF_PEOPLE.includes(node.closest('.line')?.querySelector('.event-property')?.textContent.trim());
}

function nameOf(login) {
  if (!names.has(login)) {
    names.set(login, get(`/camunda/api/engine/engine/default/user/${encodeURIComponent(login)}/profile`)
      .then(({firstName, lastName}) => [firstName, lastName].filter(Boolean).join(' ')).catch(() => null));
  }
  return names.get(login);
}
