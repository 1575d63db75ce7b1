import contacts from '../parts/contacts.js';
import profile from '../parts/profile.js';
import readiness from '../parts/readiness.js';
import {el, fill} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Hồ sơ doanh nghiệp', 'Enterprise');

/** All that the house keeps of one enterprise. */
export default function enterprise(main, {subject: taxCode}) {
  fill(main, el('div', {class: 'ou-page'},
    profile({taxCode, page: true, loaded: found => {
      document.title = `${found.name} – ${title}`;
    }}),
    section('contacts', t('Sổ liên hệ', 'Contact log'), contacts({taxCode})),
    section('readiness', t('Mức độ sẵn sàng', 'Readiness'), readiness({taxCode}))));
}

function section(id, heading, part) {
  return el('section', {id}, el('h2', {}, heading), part);
}
