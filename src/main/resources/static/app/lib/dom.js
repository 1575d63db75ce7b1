// @ts-check
import {t} from './text.js';

/** Elements without HTML strings: what people typed is text and never markup. */

let ids = 0;

/** @typedef {Node | string | number | false | null | undefined | any[]} Child false and nothing are left out, lists may hold lists */

/**
 * What an element is given: listeners by the name of their event, and properties as they stand in HTML.
 * @template {Element} E
 * @typedef {{[name: string]: any, on?: {[K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K] & {readonly currentTarget: E}) => void}}} Props
 */

/**
 * el('p', {class: 'ou-note', on: {click: f}, hidden: true, 'aria-live': 'polite'}, 'text', node, [nodes])
 * Properties that are false, null or undefined are left out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props<HTMLElementTagNameMap[T]>} props
 * @param {...Child} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, /** @type {EventListener} */ (listener)));
    } else if (name === 'value') {
      /** @type {HTMLInputElement} */ (/** @type {unknown} */ (node)).value = value ?? '';
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  return add(node, children);
}

/**
 * The same for a picture that is drawn: svg('circle', {cx: 1, cy: 1, r: 1}).
 *
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Child} children
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, String(value)));
  return add(node, children);
}

/**
 * Shows these children instead of what was there.
 * @template {Element} E
 * @param {E} node
 * @param {...Child} children
 */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/**
 * @template {Element} E
 * @param {E} node
 * @param {Child[]} children
 */
function add(node, children) {
  /** @type {any[]} */ (children).flat(Infinity).filter(child => child !== null && child !== undefined && child !== false)
    .forEach(child => node.append(child));
  return node;
}

/** Loads the part's own style sheet, once: stylesheet(new URL('./papers.css', import.meta.url)). @param {URL} url */
export function stylesheet(url) {
  const href = String(url);
  if (![...document.styleSheets].some(sheet => sheet.href === href) && !document.querySelector(`link[href="${href}"]`)) {
    document.head.append(el('link', {rel: 'stylesheet', href}));
  }
}

/**
 * A label, its control, a hint and the place where an error is said. The control carries `showError(sentence)`.
 * @param {Child} label
 * @param {HTMLElement} control
 * @param {Child} [hint]
 */
export function field(label, control, hint) {
  control.id ||= `ou-field-${++ids}`;
  const error = el('p', {class: 'ou-error', id: `${control.id}-error`, role: 'alert', hidden: true});
  const note = hint ? el('p', {class: 'ou-hint', id: `${control.id}-hint`}, hint) : null;
  control.setAttribute('aria-describedby', [note?.id, error.id].filter(Boolean).join(' '));
  control.showError = sentence => {
    error.textContent = sentence ?? '';
    error.hidden = !sentence;
    control.toggleAttribute('aria-invalid', Boolean(sentence));
    if (sentence) {
      control.setAttribute('aria-invalid', 'true');
      control.focus();
    }
  };
  return el('div', {class: 'ou-field'}, el('label', {for: control.id}, label), control, note, error);
}

/** Who may not, or asks for what is not there, is answered the same however often. */
const FINAL = [403, 404];

/**
 * While something is fetched: the place says so, then shows it, or the sentence of what went wrong and a way to try again.
 * Fetched anew it keeps its height meanwhile, or the page would jump to its top.
 *
 * @template {HTMLElement} E
 * @template D
 * @param {E} node
 * @param {() => Promise<D>} fetching
 * @param {(data: D) => Child} show
 * @returns {Promise<E>}
 */
export async function load(node, fetching, show) {
  const height = node.offsetHeight;
  node.style.minHeight = height ? `${height}px` : '';
  fill(node, el('p', {class: 'ou-loading', role: 'status'}, t('Đang tải…', 'Loading…')));
  try {
    const data = await fetching();
    fill(node, show(data));
  } catch (failure) {
    fill(node, el('div', {class: 'ou-failure', role: 'alert'}, el('p', {}, failure.message),
      !FINAL.includes(failure.status)
        && el('button', {type: 'button', class: 'ou-button', on: {click: () => load(node, fetching, show)}}, t('Thử lại', 'Try again'))));
  }
  node.style.minHeight = '';
  return node;
}

/**
 * A short word at the bottom of the page that goes by itself.
 * @param {string} text
 * @param {'done' | 'error'} kind
 */
export function toast(text, kind = 'done') {
  const place = document.querySelector('.ou-toasts') ?? el('div', {class: 'ou-toasts', role: 'status', 'aria-live': 'polite'});
  if (!place.isConnected) {
    document.body.append(place);
  }
  const word = el('p', {class: `ou-toast ou-toast-${kind}`}, text);
  place.append(word);
  setTimeout(() => word.remove(), kind === 'error' ? 12000 : 5000);
}

/**
 * A dialog with this content; closes by Escape, its × or `close()`. Resolves to what close was given.
 * @param {string} title
 * @param {(close: (value?: any) => void) => Child} build
 * @returns {Promise<any>}
 */
export function dialog(title, build) {
  return new Promise(resolve => {
    /** @type {unknown} */
    let result;
    const box = el('dialog', {class: 'ou-dialog', 'aria-label': title});
    const close = (/** @type {unknown} */ value = undefined) => {
      result = value;
      box.close();
    };
    box.addEventListener('close', () => {
      box.remove();
      resolve(result);
    });
    add(box, [el('div', {class: 'ou-dialog-head'}, el('h2', {}, title),
      el('button', {type: 'button', class: 'ou-close', 'aria-label': t('Đóng', 'Close'), on: {click: () => close()}}, '×')),
    build(close)]);
    document.body.append(box);
    box.showModal();
  });
}

/** Asks yes or no; resolves to whether yes was pressed. @param {string} text */
export async function confirmDialog(text, yes = t('Đồng ý', 'Yes'), no = t('Không', 'No')) {
  const answer = await dialog(t('Xác nhận', 'Confirm'), close => el('div', {},
    el('p', {}, text),
    el('div', {class: 'ou-actions'},
      el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => close(true)}}, yes),
      el('button', {type: 'button', class: 'ou-button', on: {click: () => close(false)}}, no))));
  return answer === true;
}
