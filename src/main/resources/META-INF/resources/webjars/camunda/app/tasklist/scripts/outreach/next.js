import {address, get} from '../../../../../../app/lib/api.js';
import {el} from '../../../../../../app/lib/dom.js';
import {day} from '../../../../../../app/lib/format.js';
import {me} from '../../../../../../app/lib/session.js';
import {taskPath, whoText} from '../../../../../../app/lib/tasks.js';
import {named, t} from '../../../../../../app/lib/text.js';

/**
 * After a task the next one of the same enterprise: the way to it for who may do it, else with whom it is now. What may be
 * drafted with the answers just sent is on the enterprise's page.
 */
export async function offerNext(done, about) {
  const {taxCode, name} = about ?? {};
  if (!taxCode) {
    return;
  }
  const [person, {items}, {offered}] = await Promise.all([me(),
    get(`/api/v1/tasks?filter=all&enterprise=${encodeURIComponent(taxCode)}&size=20`),
    get(`/api/v1/tasks/${encodeURIComponent(done)}/drafts`).catch(() => ({offered: []}))]);
  const open = items.filter(task => task.id !== done);
  const own = open.find(task => task.assignee ? task.assignee.id === person.id : task.units.some(unit => person.groups.includes(unit.id)));
  const next = own ?? open[0];
  document.querySelector('.ou-next')?.remove();
  if (!next && offered.length === 0) {
    return;
  }
  const bar = el('div', {class: 'ou-next', role: 'status'},
    next && el('p', {}, t('Việc tiếp theo của ', 'The next task of '), el('strong', {}, name), `: ${named(next.name)}`,
      next.dueAt ? t(` (hạn ${day(next.dueAt)})`, ` (due ${day(next.dueAt)})`) : '', own ? '' : ` – ${whoText(next)}.`),
    own && el('a', {class: 'ou-button ou-primary', href: address(taskPath(own.id))}, t('Làm tiếp', 'Go on')),
    offered.length > 0 && el('a', {class: 'ou-button', href: address(`/app/enterprises/${taxCode}`)},
      t(`Tạo dự thảo: ${offered[0].title}`, `Draft: ${offered[0].title}`)),
    el('button', {type: 'button', class: 'ou-button', on: {click: leave}}, t('Đóng', 'Close')));
  // It lies over the page: whoever opens another task needs that space.
  addEventListener('hashchange', moved);
  document.body.append(bar);

  function moved() {
    if (/[?&]task=/.test(location.hash)) {
      leave();
    }
  }

  function leave() {
    removeEventListener('hashchange', moved);
    bar.remove();
  }
}
