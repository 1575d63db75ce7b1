// @ts-check
import {el, toast} from './dom.js';
import {number} from './format.js';
import {t} from './text.js';

/** Choosing a file: from the disk, with a phone's camera, or by dropping it. The server looks at the bytes; here only sizes are told early. */

const TAKEN = 'image/jpeg,image/png,application/pdf,.pdf,.docx,.xlsx,'
  + 'application/vnd.openxmlformats-officedocument.wordprocessingml.document,'
  + 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKBOOK = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MB = 1024 * 1024;

/** @param {number} size in bytes */
export function sizeText(size) {
  return size < MB ? `${number(Math.max(1, Math.round(size / 1024)))} KB` : `${number(Math.round(size / MB * 10) / 10)} MB`;
}

/**
 * Buttons that give `chosen` a file, and whether it comes from the camera; with `short` one small button of that name.
 * @param {{largest?: number, chosen: (file: File, camera: boolean) => void, short?: string}} options
 */
export function fileButtons({largest = Infinity, chosen, short}) {
  const take = (/** @type {File | undefined} */ file, camera = false) => file && check(file, largest) && chosen(file, camera);
  if (short) {
    return picker(short, 'ou-button', {accept: TAKEN}, take);
  }
  return el('div', {class: 'ou-file-buttons'},
    hasCamera() && picker(t('Chụp ảnh', 'Take a photo'), 'ou-button ou-primary', {accept: 'image/*', capture: 'environment'},
      (/** @type {File | undefined} */ file) => take(file, true)),
    picker(t('Chọn tệp', 'Choose a file'), hasCamera() ? 'ou-button' : 'ou-button ou-primary', {accept: TAKEN}, take),
    el('p', {class: 'ou-hint'}, hasCamera() ? t('PDF, Word, Excel, ảnh JPG, PNG; đến 25 MB.', 'PDF, Word, Excel, JPG, PNG; up to 25 MB.')
      : t('hoặc kéo tệp vào đây. PDF, Word, Excel, ảnh JPG, PNG; đến 25 MB.', 'or drop it here. PDF, Word, Excel, JPG, PNG; up to 25 MB.')));
}

/** Nodes that take files already. */
const targets = new WeakSet();

/**
 * While a file is dragged over the node it says so; a file that is dropped there is given to `dropped`.
 * @param {HTMLElement | null} node
 * @param {(file: File) => void} dropped
 */
export function dropTarget(node, dropped, largest = Infinity) {
  if (!node || targets.has(node)) {
    return;
  }
  targets.add(node);
  const carries = (/** @type {DragEvent} */ event) => [...event.dataTransfer?.types ?? []].includes('Files');
  node.addEventListener('dragover', event => {
    if (carries(event)) {
      event.preventDefault();
      node.classList.add('ou-file-over');
    }
  });
  node.addEventListener('dragleave', () => node.classList.remove('ou-file-over'));
  node.addEventListener('drop', event => {
    node.classList.remove('ou-file-over');
    if (carries(event)) {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file && check(file, largest)) {
        dropped(file);
      }
    }
  });
}

/** A phone or tablet: touched, and with a camera that a file field opens. */
function hasCamera() {
  return matchMedia('(pointer: coarse)').matches;
}

/** @type {(label: string, chosen: (file: File) => void, largest?: number) => HTMLElement} */
export const workbookButton = (label, chosen, largest = Infinity) => picker(label, 'ou-button', {accept: WORKBOOK},
  file => file && check(file, largest) && chosen(file));

/**
 * A button for eyes, thumbs and keys; the field itself is only the browser's way to the file.
 * @param {string} label
 * @param {string} style
 * @param {Record<string, string>} attributes
 * @param {(file: File | undefined) => void} take
 */
function picker(label, style, attributes, take) {
  const input = el('input', {type: 'file', hidden: true, tabindex: -1, ...attributes, on: {change: () => {
    take(input.files?.[0]);
    input.value = '';
  }}});
  return el('span', {class: 'ou-file'}, el('button', {type: 'button', class: style, on: {click: () => input.click()}}, label), input);
}

/** @type {(file: File, largest: number) => boolean} */
function check(file, largest) {
  if (file.size > largest) {
    toast(t(`Tệp “${file.name}” lớn hơn mức cho phép (${sizeText(largest)}).`, `“${file.name}” is larger than ${sizeText(largest)}.`), 'error');
    return false;
  }
  return true;
}
