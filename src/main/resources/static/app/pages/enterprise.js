// @ts-check
import contacts from '../parts/contacts.js';
import papers from '../parts/papers.js';
import profile from '../parts/profile.js';
import readiness from '../parts/readiness.js';
import {el, fill} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Hồ sơ doanh nghiệp', 'Enterprise');

/**
 * All that the product keeps of one enterprise, as far as the reader may see it.
 *
 * @param {HTMLElement} main
 * @param {{subject: string}} about the tax code
 */
export default function enterprise(main, {subject: taxCode}) {
  const beside = el('div');
  let shown = false;
  fill(main,
    profile({taxCode, page: true, loaded: found => {
      document.title = `${found.name} – ${title}`;
      if (!shown) {
        shown = true;
        fill(beside, kept(taxCode, found.kept));
      }
    }}),
    beside);
}

/**
 * Once: what somebody is writing there stays when the profile above is loaded anew.
 *
 * @param {string} taxCode
 * @param {string[]} records the kinds that are kept of it
 */
function kept(taxCode, records) {
  return [
    records.includes('CONTACT') && section('contacts', t('Nhật ký liên hệ', 'Contact log'), contacts({taxCode})),
    records.includes('CONTACT') && section('readiness', t('Mức độ sẵn sàng', 'Readiness'), readiness({taxCode})),
    records.includes('PAPER') && section('papers', t('Giấy tờ', 'Papers'), papers({taxCode}))
  ];
}

/** @type {(id: string, heading: string, part: HTMLElement) => HTMLElement} */
function section(id, heading, part) {
  return el('section', {id}, el('h2', {}, heading), part);
}
