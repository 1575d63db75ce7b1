// @ts-check
import coming from '../parts/coming.js';
import {mayReport, openEvent} from '../parts/event.js';
import myEnterprises from '../parts/myEnterprises.js';
import worklist, {filterName, listLinks} from '../parts/worklist.js';
import {address, get} from '../lib/api.js';
import {el, fill, load, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {readsOverdue} from '../lib/session.js';
import {t} from '../lib/text.js';

/** @import {Person} from '../lib/session.js' */

export const title = t('Ngày của tôi', 'My day');

stylesheet(new URL('./start.css', import.meta.url));

/**
 * Where a day begins: what is to do, the enterprises one answers for, and the way to everything else.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function start(main, {me}) {
  fill(main,
    el('div', {class: 'ou-start-head'},
      el('h1', {}, t(`Chào ${me.name}`, `Good day, ${me.name}`)),
      mayReport(me) && el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => openEvent({person: me})}},
        t('Báo sự việc', 'Report an event'))),
    el('div', {class: 'ou-start-columns'},
      tasks(me),
      el('section', {class: 'ou-start-mine'}, coming(), el('h2', {}, t('Doanh nghiệp của tôi', 'My enterprises')), myEnterprises({member: me.id}))));
}

/** One's own tasks, and what waits for anybody of one's unit; whoever has none of these reads what the unit works on. @param {Person} person */
function tasks(person) {
  const {logsContacts} = person;
  const section = el('section', {class: 'ou-start-tasks'});
  load(section, () => get('/api/v1/tasks/counts'), counts => {
    const waiting = ['mine', 'unclaimed'].filter(filter => counts[filter] > 0);
    return [
      (waiting.length > 0 ? waiting : ['unit']).map(filter => [
        el('h2', {}, `${filterName(filter)} (${number(counts[filter])})`), worklist({filter, logsContacts, compact: true})]),
      listLinks(counts),
      el('p', {}, el('a', {href: address('/app/overdue')}, readsOverdue(person)
        ? t('Việc quá hạn của các đơn vị, và ai đang giữ', 'Overdue tasks of the units, and who has them') : t('Việc quá hạn của tôi', 'My overdue tasks')))
    ];
  });
  return section;
}
