// @ts-check
import {el, fill} from '../lib/dom.js';
import {t} from '../lib/text.js';
import bulkBar from '../parts/bulk.js';
import worklist, {FILTERS, parameters} from '../parts/worklist.js';

/** @import {Person} from '../lib/session.js' */

export const title = t('Danh sách việc', 'Tasks');

const ASKED = ['filter', 'zone', 'q', 'whose', 'sort'];

/**
 * The list of tasks by itself; what is asked for stands in the address, to be kept and passed on.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function tasks(main, {me: {logsContacts}}) {
  const address = new URLSearchParams(location.search);
  const asked = Object.fromEntries(ASKED.map(name => [name, address.get(name) ?? '']));
  if (!FILTERS.some(([filter]) => filter === asked.filter)) {
    asked.filter = asked.zone ? 'unit' : 'mine';
  }
  fill(main, el('h1', {}, title), worklist({...asked, logsContacts, tools: bulkBar,
    changed: question => history.replaceState(null, '', `?${parameters(question)}`)}));
}
