import {mayReport, openEvent} from '../parts/event.js';
import myEnterprises from '../parts/myEnterprises.js';
import worklist, {listLinks} from '../parts/worklist.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Ngày của tôi', 'My day');

stylesheet(new URL('./start.css', import.meta.url));

/** Where a day begins: what is to do, the enterprises one answers for, and the way to everything else. */
export default function start(main, {me}) {
  fill(main,
    el('div', {class: 'ou-start-head'},
      el('h1', {}, t(`Chào ${me.name}`, `Good day, ${me.name}`)),
      mayReport(me) && el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => openEvent({person: me})}},
        t('Ghi sự kiện', 'Report an event'))),
    el('div', {class: 'ou-start-columns'},
      el('section', {class: 'ou-start-tasks'}, el('h2', {}, t('Việc của tôi', 'My tasks')),
        worklist({filter: 'mine', compact: true}), listLinks()),
      el('section', {class: 'ou-start-mine'}, el('h2', {}, t('Doanh nghiệp của tôi', 'My enterprises')), myEnterprises({member: me.id}))));
}
