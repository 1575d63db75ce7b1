// @ts-check
import {address, get} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {due} from '../lib/format.js';
import {enterprisePath, taskPath, workersText} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Task, TaskEnterprise} from '../lib/tasks.js' */

stylesheet(new URL('./search.css', import.meta.url));

const PAUSE = 250;
const TASKS = 3;
let places = 0;

/**
 * The search field of the header: enterprises by name, with or without marks, or by tax code, each with its open tasks.
 * A combobox: the arrow keys walk through what was found, Enter opens it, Escape closes the list.
 *
 * @param {object} use
 * @param {(taskId: string) => void} [use.openTask] what to do with a task's id, where the page itself can show it; else its address is gone to
 * @param {(enterprise: {taxCode: string, name: string} | null) => void} [use.chosen] what to do with an enterprise that is chosen for a form: {taxCode, name}; tasks are not offered then
 */
export default function search({openTask, chosen} = {}) {
  const id = `ou-search-${++places}`;
  const list = el('ul', {class: 'ou-search-list', role: 'listbox', id: `${id}-list`, hidden: true, 'aria-label': t('Kết quả tìm', 'Results')});
  const note = el('p', {class: 'ou-unseen', role: 'status'});
  const input = el('input', {type: 'search', id, class: 'ou-search-field', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    maxlength: 255, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
    'aria-label': t('Tìm doanh nghiệp theo tên hoặc mã số thuế', 'Find an enterprise by name or tax code'),
    placeholder: t('Tìm…', 'Find…')});
  const root = el('div', {class: 'ou-search'}, input, list, note);
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=option]')]);
  const open = (/** @type {boolean} */ shown) => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const activate = (/** @type {HTMLElement} */ option) => {
    options().forEach(other => other.setAttribute('aria-selected', String(other === option)));
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({block: 'nearest'});
  };
  const go = (/** @type {HTMLElement} */ option) => {
    const {taxCode = '', name = '', task, path = ''} = option.dataset;
    open(false);
    fill(list);
    if (chosen) {
      input.value = name;
      chosen({taxCode, name});
      return;
    }
    input.value = '';
    if (task && openTask) {
      openTask(task);
    } else {
      location.assign(address(path));
    }
  };
  const say = (/** @type {string} */ text, kind = 'ou-search-note') => {
    fill(list, el('li', {class: kind, role: 'presentation'}, text));
    note.textContent = text;
    open(true);
  };
  const show = (/** @type {{items: (TaskEnterprise & {tasks: Task[]})[], hasMore: boolean}} */ {items, hasMore}) => {
    if (items.length === 0) {
      say(t('Không tìm thấy doanh nghiệp nào.', 'No enterprise was found.'));
      return;
    }
    let place = 0;
    const option = (/** @type {Record<string, string | undefined>} */ properties, /** @type {Child[]} */ ...content) => el('li', {role: 'option', id: `${id}-${++place}`, 'aria-selected': 'false', ...properties}, ...content);
    fill(list, items.map(hit => [
      option({class: 'ou-search-enterprise', 'data-path': enterprisePath(hit.taxCode), 'data-tax-code': hit.taxCode, 'data-name': hit.name},
        el('strong', {}, hit.name),
        el('span', {class: 'ou-search-more'}, [hit.taxCode, hit.zone, workersText(hit.workers)].filter(Boolean).join(' · '))),
      !chosen && hit.tasks.slice(0, TASKS).map(task => option({class: 'ou-search-task', 'data-path': taskPath(task.id), 'data-task': task.id},
        `${named(task.name)} `, el('span', {class: task.overdue ? 'ou-late' : 'ou-search-more'}, due(task.dueInWorkingDays, task.daysOffUnknown))))]),
    hasMore && el('li', {class: 'ou-search-note', role: 'presentation'}, t('Còn nữa: gõ thêm để thu hẹp.', 'There are more: type on to narrow it down.')));
    note.textContent = t(`Tìm thấy ${items.length} doanh nghiệp`, `${items.length} enterprises found`);
    open(true);
  };
  const find = async () => {
    const mine = ++turn;
    const typed = input.value.trim();
    if (typed.length < 2) {
      open(false);
      return;
    }
    try {
      const found = await get(`/api/v1/search?q=${encodeURIComponent(typed)}`);
      if (mine === turn) {
        show(found);
      }
    } catch (failure) {
      if (mine === turn) {
        say(failure.message, 'ou-search-note ou-late');
      }
    }
  };
  const step = (/** @type {number} */ by) => {
    const all = options();
    if (list.hidden || all.length === 0) {
      find();
      return;
    }
    const now = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    activate(all[now < 0 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length]);
  };

  input.addEventListener('input', () => {
    chosen?.(null);
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  input.addEventListener('keydown', event => {
    const chosen = options().find(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen && !list.hidden) {
        go(chosen);
      } else {
        clearTimeout(timer);
        find();
      }
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      open(false);
    }
  });
  // A press would take the focus from the field and close the list before the click is there.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[role=option]'));
    if (option) {
      go(option);
    }
  });
  input.addEventListener('blur', () => open(false));
  input.addEventListener('focus', () => input.value.trim().length >= 2 && options().length > 0 && open(true));
  return root;
}
