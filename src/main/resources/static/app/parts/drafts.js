// @ts-check
import {address, get, post} from '../lib/api.js';
import {confirmDialog, el, fill, stylesheet, toast} from '../lib/dom.js';
import {day, moment} from '../lib/format.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./drafts.css', import.meta.url));

/**
 * @typedef {{template: string, title: string}} Offer
 * @typedef {Offer & {id: number, taskId: string, taxCode: string, paperId: number | null, number: string | null, fileName: string,
 *   madeAt: string}} Draft
 * @typedef {{offered: Offer[], made: Draft[]}} Drafts
 */

/**
 * What the person may draft for an enterprise: at the tasks that are open, and with what was recorded at those that are over.
 * `made` is called when a draft lies among the enterprise's papers.
 * @param {{taxCode: string, made: (draft: Draft) => void}} of
 */
export function draftsOf({taxCode, made}) {
  const root = el('div', {class: 'ou-part'});
  get(`/api/v1/enterprises/${encodeURIComponent(taxCode)}/drafts`).then(
    (/** @type {(Drafts & {taskId: string, name: string, doneOn: string | null})[]} */ tasks) => fill(root, tasks.map(task => el('section', {class: 'ou-draft-step', 'data-task': task.taskId},
      el('h3', {}, task.name, task.doneOn && el('span', {class: 'ou-hint'}, t(` – đã làm ngày ${day(task.doneOn)}`, ` – done on ${day(task.doneOn)}`))),
      drafts({taskId: task.taskId, found: task, made})))),
    failure => fill(root, failure.status !== 403 && el('p', {class: 'ou-failure', role: 'alert'}, failure.message)));
  return root;
}

/**
 * The papers that are drafted for a step, a button each: drafts({taskId, made}). Nothing is shown where a step has none.
 * `found` is what the server said of the task already; `made` is called when a draft lies among the enterprise's papers.
 * @param {{taskId: string, found?: Drafts, made?: (draft: Draft) => void}} of
 */
export default function drafts({taskId, found, made = () => {}}) {
  const path = `/api/v1/tasks/${encodeURIComponent(taskId)}/drafts`;
  const root = el('div', {class: 'ou-part ou-drafts'});
  const word = el('p', {class: 'ou-draft-word', role: 'status', hidden: true});

  const refresh = async () => {
    try {
      show(await get(path));
    } catch (failure) {
      fill(root, failure.status !== 403 && el('p', {class: 'ou-failure', role: 'alert'}, failure.message));
    }
  };

  const show = (/** @type {Drafts} */ {offered, made: before}) => fill(root,
    offered.length > 0 && el('div', {class: 'ou-draft-buttons'}, offered.map(one => button(one, before))),
    word,
    kept(path, before));

  /** @type {(one: Offer, before: Draft[]) => HTMLElement} */
  const button = (one, before) => el('button', {type: 'button', class: 'ou-button',
    on: {click: event => make(event.currentTarget, one, before.filter(draft => draft.template === one.template && draft.taskId === taskId))}},
  t(`Tạo dự thảo: ${one.title}`, `Draft: ${one.title}`));

  /**
   * A draft that takes a number is made twice on purpose only; one of no enterprise, the year's plan, takes none.
   * @type {(pressed: HTMLButtonElement, offer: Offer, earlier: Draft[]) => Promise<void>}
   */
  const make = async (pressed, {template}, earlier) => {
    const last = earlier.find(({paperId}) => paperId !== null);
    if (last && !await confirmDialog(
      t(`Việc này đã có dự thảo số ${last.number}. Tạo thêm một bản với số mới?`, `There is draft no. ${last.number} already. Make another one with a new number?`),
      t('Tạo thêm', 'Make another'), t('Không', 'No'))) {
      return;
    }
    pressed.disabled = true;
    try {
      /** @type {Draft} */
      const draft = await post(path, {template, after: last?.id ?? null});
      fill(word, draft.number === null
        ? t('Đã tạo dự thảo; số được cấp khi phê duyệt. ', 'The draft is made; its number comes with the approval. ')
        : t(`Đã tạo dự thảo số ${draft.number}. `, `Draft no. ${draft.number} is made. `),
        el('a', {href: address(contentOf(path, draft)), download: draft.fileName}, t('Tải về để xem, sửa và in', 'Download to read, edit and print')));
      word.hidden = false;
      await refresh();
      made(draft);
    } catch (failure) {
      toast(failure.message, 'error');
    } finally {
      pressed.disabled = false;
    }
  };

  if (found) {
    show(found);
  } else {
    refresh();
  }
  return root;
}

/** @type {(path: string, draft: Draft) => string} */
function contentOf(path, {id, taxCode, paperId}) {
  return paperId === null
    ? `${path}/${id}`
    : `/api/v1/enterprises/${encodeURIComponent(taxCode)}/papers/${paperId}/content`;
}

/**
 * Drafts of no enterprise have no other place where they could be found again.
 *
 * @param {string} path
 * @param {Draft[]} before
 */
function kept(path, before) {
  const drafts = before.filter(draft => draft.paperId === null);
  return drafts.length > 0 && el('ul', {class: 'ou-draft-list'}, drafts.map(draft => el('li', {},
    el('a', {href: address(contentOf(path, draft)), download: `${draft.template}.docx`}, draft.number === null ? draft.title : t(`${draft.title}, số ${draft.number}`, `${draft.title}, no. ${draft.number}`)),
    ` · ${moment(draft.madeAt)}`)));
}
