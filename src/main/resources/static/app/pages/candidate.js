// @ts-check
import {el, field, fill} from '../lib/dom.js';
import {readReference} from '../lib/folded.js';
import {t} from '../lib/text.js';
import candidateFile from '../parts/candidateFile.js';

export const title = t('Hồ sơ quần chúng', 'Candidate');

/** One candidate's file, by its reference, which stands behind # : there no server and no proxy writes it down. @param {HTMLElement} main */
export default function candidate(main) {
  const place = el('div');
  const ref = el('input', {name: 'candidateRef', maxlength: 40, autocomplete: 'off', placeholder: 'UV-2026-0001'});
  const open = () => {
    const given = decodeURIComponent(location.hash.slice(1));
    ref.value = given;
    fill(place, given && candidateFile({candidateRef: given}));
  };
  /** @type {(event: SubmitEvent) => void} */
  const asked = event => {
    event.preventDefault();
    const given = readReference(ref.value);
    ref.showError(given ? '' : t('Mã hồ sơ có dạng UV-2026-0001.', 'A reference looks like UV-2026-0001.'));
    if (given) {
      if (location.hash === `#${given}`) {
        open();
      }
      location.hash = given;
    }
  };
  addEventListener('hashchange', open);
  fill(main, el('h1', {}, title),
    el('form', {class: 'ou-part', novalidate: true, on: {submit: asked}}, field(t('Mã hồ sơ', 'Reference'), ref),
      el('div', {class: 'ou-actions'}, el('button', {class: 'ou-button'}, t('Mở hồ sơ', 'Open')))),
    place);
  open();
}
