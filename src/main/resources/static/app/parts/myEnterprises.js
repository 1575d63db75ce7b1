// @ts-check
import {address, get} from '../lib/api.js';
import {el, load, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {enterprisePath, workersText} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';
import {contactDueChip} from './contactDue.js';

/** @import {Page} from '../lib/api.js' */
/** @import {TaskEnterprise} from '../lib/tasks.js' */

stylesheet(new URL('./myEnterprises.css', import.meta.url));

const FIRST = 12;
const MOST = 500;

/** @typedef {TaskEnterprise & {stage: string}} Mine */

/** The enterprises a person answers for, with where each stands; by stage where there are several. @param {{member: string}} who */
export default function myEnterprises({member}) {
  const root = el('div', {class: 'ou-part ou-mine'});
  load(root, () => Promise.all([get(`/api/v1/enterprises?responsibleMember=${encodeURIComponent(member)}&size=${MOST}&sort=name`), get('/api/v1/me/contacts-due')]),
    ([page, due]) => show(page, new Map(due.map((/** @type {import('./contactDue.js').Due} */ one) => [one.taxCode, one]))));
  return root;
}

/** @type {(page: Page<Mine>, due: Map<string, import('./contactDue.js').Due>) => import('../lib/dom.js').Child} */
function show(page, due) {
  if (page.total === 0) {
    return el('p', {class: 'ou-empty'}, t('Đồng chí chưa phụ trách doanh nghiệp nào.', 'You answer for no enterprise yet.'));
  }
  const list = el('ul', {class: 'ou-mine-list'});
  const more = el('button', {type: 'button', class: 'ou-button', on: {click: () => draw(MOST)}});
  const stages = new Map(page.items.map(one => [one.stage, one.stageName]));
  const stage = el('select', {'aria-label': t('Giai đoạn', 'Stage'), on: {change: () => draw(FIRST)}},
    el('option', {value: ''}, t(`Mọi giai đoạn (${number(page.total)})`, `Every stage (${number(page.total)})`)),
    [...stages].map(([code, name]) => el('option', {value: code}, `${named(name)} (${number(page.items.filter(one => one.stage === code).length)})`)));
  const draw = (/** @type {number} */ most) => {
    const chosen = page.items.filter(one => !stage.value || one.stage === stage.value);
    list.replaceChildren(...chosen.slice(0, most).map(one => line(one, due.get(one.taxCode))));
    more.hidden = chosen.length <= most;
    more.textContent = t(`Xem cả ${number(chosen.length)} doanh nghiệp`, `Show all ${number(chosen.length)}`);
  };
  draw(FIRST);
  return [stages.size > 1 && el('div', {class: 'ou-field'}, stage), list, more];
}

/** @type {(enterprise: Mine, due: import('./contactDue.js').Due | undefined) => HTMLElement} */
function line({taxCode, name, zone, workers, stageName}, due) {
  return el('li', {},
    el('a', {href: address(enterprisePath(taxCode))},
      el('strong', {}, name),
      el('span', {class: 'ou-mine-facts'}, [zone, workersText(workers), taxCode].filter(Boolean).join(' · ')),
      el('span', {class: 'ou-mine-stage'}, named(stageName)),
      due && contactDueChip(due)));
}
