import {get} from '../lib/api.js';
import {el, load} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Hồ sơ doanh nghiệp', 'Enterprise');

export default function enterprise(main, {subject}) {
  return load(main, () => get(`/api/v1/enterprises/${subject}`), found => el('h1', {}, found.name));
}
