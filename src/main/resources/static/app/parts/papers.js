// @ts-check
import {address, get, patch, post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialogForm} from '../lib/dialogForm.js';
import {dialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {dropTarget, fileButtons, sizeText} from '../lib/files.js';
import {day, moment, today} from '../lib/format.js';
import {t} from '../lib/text.js';
import candidatePapers from './candidatePapers.js';
import drafts, {draftsOf} from './drafts.js';
import paperForm, {draftOf, forgetDraft, keepDraft, typeSelect} from './paperForm.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {PaperDraft} from './paperForm.js' */

stylesheet(new URL('./papers.css', import.meta.url));

/**
 * @typedef {{code: string, label: string}} PaperType
 * @typedef {{type: string, label: string, there: boolean, sometimes?: boolean}} Required what a step needs
 * @typedef {{id: number, chain: number, version: number, revision: number, type: string, label: string, number: string | null,
 *   date: string | null, fileName: string, mediaType: string, size: number, uploadedByName: string, uploadedAt: string,
 *   withdrawnAt: string | null, withdrawnByName: string | null, withdrawnReason: string | null, mayChange: boolean}} Paper
 * @typedef {{taskId?: string, taxCode: string | null, candidateRef?: string | null, required: Required[]}} Beside
 * @typedef {{items: Paper[], mayAdd: boolean, largest: number}} Folder
 */

/**
 * The papers of an enterprise, or of what a task is about: papers({taxCode}) or papers({taskId}). Beside a task they are
 * added to its step, and what the step needs stands first.
 * @param {{taxCode?: string, taskId?: string}} of
 */
export default function papers({taxCode, taskId}) {
  const root = el('section', {class: 'ou-part ou-papers', 'aria-label': t('Giấy tờ', 'Papers')});
  /** @type {() => Promise<Beside>} */
  const beside = async () => taskId ? get(`/api/v1/tasks/${encodeURIComponent(taskId)}/papers`) : {taxCode: taxCode ?? null, required: []};
  load(root, beside, task => {
    if (task.candidateRef) {
      return candidatePapers({candidateRef: task.candidateRef, required: task.required});
    }
    return task.taxCode
      ? folder(task, task.taxCode, beside)
      : [taskId && drafts({taskId}), el('p', {class: 'ou-empty'}, t('Việc này không gắn với một doanh nghiệp.', 'This task is about no single enterprise.'))];
  });
  return root;
}

/** @param {string} taxCode */
const pathOf = taxCode => `/api/v1/enterprises/${encodeURIComponent(taxCode)}/papers`;

/** @type {(task: Beside, taxCode: string, beside: () => Promise<Beside>) => Child} */
function folder(task, taxCode, beside) {
  const needs = el('div');
  const adding = el('div');
  const rows = el('div');
  const path = pathOf(taxCode);
  const draft = task.taskId ?? taxCode;

  const again = async () => {
    load(rows, () => get(path), show);
    const now = await beside().catch(() => task);
    fill(needs, required(now.required));
  };

  /** Choosing or dropping a file opens its form in the place of the buttons. */
  const begin = (/** @type {PaperDraft} */ chosen) => {
    keepDraft(draft, chosen);
    paperForm({
      draft: draftOf(draft) ?? chosen,
      path,
      taskId: task.taskId,
      needed: task.required.filter(one => !one.there).map(one => one.type),
      place: adding,
      done: () => {
        forgetDraft(draft);
        toast(t('Đã lưu giấy tờ.', 'The paper is kept.'));
        again();
      },
      cancel: () => {
        forgetDraft(draft);
        again();
      }
    });
  };

  const show = (/** @type {Folder} */ {items, mayAdd, largest}) => {
    const begun = draftOf(draft);
    if (begun) {
      begin(begun);
    } else {
      fill(adding, mayAdd && fileButtons({largest, chosen: (file, camera) => begin({file, camera})}));
    }
    dropTarget(rows.parentElement, file => mayAdd && begin({file}), largest);
    return items.length === 0
      ? el('p', {class: 'ou-empty'}, t('Chưa có giấy tờ nào.', 'There are no papers yet.'))
      : el('ol', {class: 'ou-paper-list'}, chains(items).map(versions => paper(versions)));
  };

  const paper = (/** @type {Paper[]} */ [newest, ...older]) => el('li', {class: 'ou-paper'},
    version({paper: newest, path, again, replace: newest.mayChange && !newest.withdrawnAt && (file => begin({file, replaces: newest})),
      first: older.length > 0}),
    older.length > 0 && el('details', {},
      el('summary', {}, t(`${older.length} bản cũ`, `${older.length} older versions`)),
      older.map(old => version({paper: old, path, again, first: true}))));

  fill(needs, required(task.required));
  load(rows, () => get(path), show);
  return [needs, task.taskId ? drafts({taskId: task.taskId, made: again}) : draftsOf({taxCode, made: again}), adding, rows];
}

/** Papers come with all their versions, the newest first: those of one chain belong together. @param {Paper[]} items */
function chains(items) {
  /** @type {Map<number, Paper[]>} */
  const byChain = new Map();
  items.forEach(item => byChain.set(item.chain, [...byChain.get(item.chain) ?? [], item]));
  return [...byChain.values()];
}

/** @param {Required[]} needed */
function required(needed) {
  return needed.length > 0 && el('div', {class: 'ou-paper-needs'},
    el('p', {}, el('strong', {}, t('Bước này cần giấy tờ:', 'This step needs papers:'))),
    el('ul', {}, needed.map(one => el('li', {class: one.there ? 'ou-paper-there' : 'ou-paper-missing'},
      el('span', {'aria-hidden': 'true'}, one.there ? '✓ ' : '✗ '), one.label,
      el('span', {class: 'ou-hint'}, one.there ? t(' – đã có', ' – there')
        : one.sometimes ? t(' – chưa có; cần với một số kết quả', ' – missing; needed with some results') : t(' – chưa có', ' – missing'))))));
}

/** @type {(shown: {paper: Paper, path: string, again: () => void, replace?: false | ((file: File) => void), first: boolean}) => HTMLElement} */
function version({paper, path, again, replace, first}) {
  const {id, label, number, date, fileName, mediaType, size, uploadedByName, uploadedAt, withdrawnAt, withdrawnByName, withdrawnReason} = paper;
  const content = address(`${path}/${id}/content`);
  const picture = mediaType.startsWith('image/');
  return el('div', {class: withdrawnAt ? 'ou-paper-version ou-paper-withdrawn' : 'ou-paper-version'},
    picture && el('button', {type: 'button', class: 'ou-paper-thumb', 'aria-label': t(`Xem ảnh ${fileName}`, `Show picture ${fileName}`),
      on: {click: () => preview(paper, content)}}, el('img', {src: content, alt: '', loading: 'lazy'})),
    el('div', {class: 'ou-paper-text'},
      el('p', {class: 'ou-paper-head'}, el('strong', {}, label),
        first && el('span', {class: 'ou-paper-number'}, t(`bản ${paper.version}`, `version ${paper.version}`))),
      (number || date) && el('p', {}, number && t(`Số ${number}`, `No. ${number}`), number && date && ', ', date && t(`ngày ${day(date)}`, `of ${day(date)}`)),
      el('p', {class: 'ou-hint'}, `${fileName} · ${sizeText(size)} · ${uploadedByName}, ${moment(uploadedAt)}`),
      withdrawnAt && el('p', {class: 'ou-late'}, t(`Đã rút: ${withdrawnReason} (${withdrawnByName}, ${moment(withdrawnAt)})`,
        `Withdrawn: ${withdrawnReason} (${withdrawnByName}, ${moment(withdrawnAt)})`)),
      el('div', {class: 'ou-paper-tools'},
        picture && el('button', {type: 'button', class: 'ou-button', on: {click: () => preview(paper, content)}}, t('Xem', 'Show')),
        mediaType === 'application/pdf' && el('a', {class: 'ou-button', href: content, target: '_blank', rel: 'noopener'}, t('Xem', 'Show')),
        el('a', {class: 'ou-button', href: content, download: fileName, 'aria-label': t(`Tải về ${fileName}`, `Download ${fileName}`)}, t('Tải về', 'Download')),
        replace && fileButtons({short: t('Bản mới', 'New version'), chosen: replace}),
        paper.mayChange && !withdrawnAt && el('button', {type: 'button', class: 'ou-button', on: {click: () => describe(paper, path, again)}}, t('Sửa', 'Edit')),
        paper.mayChange && !withdrawnAt && el('button', {type: 'button', class: 'ou-button', on: {click: () => withdraw(paper, path, again)}}, t('Rút', 'Withdraw')))));
}

/** @type {(paper: Paper, content: string) => Promise<void>} */
function preview(paper, content) {
  return dialog(`${paper.label} – ${paper.fileName}`, () => el('div', {class: 'ou-part ou-paper-preview'},
    el('img', {src: content, alt: paper.fileName}),
    el('div', {class: 'ou-actions'},
      el('a', {class: 'ou-button', href: content, download: paper.fileName}, t('Tải về', 'Download')))));
}

/** @type {(paper: Paper, path: string, again: () => void) => Promise<void>} */
function describe(paper, path, again) {
  return dialog(t('Sửa giấy tờ', 'Edit the paper'), close => {
    const type = typeSelect(paper.type);
    const number = el('input', {name: 'number', maxlength: 100, autocomplete: 'off', value: paper.number});
    const date = dayField(t('Ngày của giấy tờ', 'Date of the paper'), {name: 'date', value: paper.date, max: today()});
    const send = () => patch(`${path}/${paper.id}`,
      {revision: paper.revision, type: type.value, number: number.value || null, date: date.value || null});
    return dialogForm({send, close, again, controls: {type, number, date}, ready: () => !date.isWrong(), yes: t('Lưu', 'Save'), fields: [
      field(t('Loại giấy tờ', 'Type'), type), field(t('Số', 'Number'), number), date.node]});
  });
}

/** @type {(paper: Paper, path: string, again: () => void) => Promise<void>} */
function withdraw(paper, path, again) {
  return dialog(t('Rút giấy tờ', 'Withdraw the paper'), close => {
    const reason = el('input', {name: 'reason', maxlength: 500, autocomplete: 'off'});
    return dialogForm({close, again, controls: {reason}, yes: t('Rút', 'Withdraw'), send: () => post(`${path}/${paper.id}/withdrawal`, {reason: reason.value}),
      fields: [el('p', {}, `${paper.label}: ${paper.fileName}`),
        field(t('Lý do rút', 'Reason'), reason, t('Giấy tờ không bị xóa; mọi người vẫn thấy ai đã rút và vì sao.',
          'Nothing is deleted; everybody sees who withdrew it and why.'))]});
  });
}
