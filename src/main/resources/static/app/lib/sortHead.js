// @ts-check
import {el} from './dom.js';

/**
 * The head of a table's column: a button where the list can be sorted by it, and which way it is sorted.
 *
 * @param {object} column
 * @param {string} column.style
 * @param {import('./dom.js').Child} column.title
 * @param {string} [column.sort] the server's name for the order
 * @param {string} column.order by which the list is sorted, with a minus for the other way round
 * @param {((order: string) => void) | null} [column.sorted] told of the order that the person asks for; without it none can be chosen
 * @param {string} column.button the button's style
 */
export function sortHead({style, title, sort, order, sorted, button}) {
  const here = Boolean(sort) && order.replace(/^-/, '') === sort;
  const descending = here && order.startsWith('-');
  return el('th', {role: 'columnheader', scope: 'col', class: style, 'aria-sort': here ? descending ? 'descending' : 'ascending' : null},
    sort && sorted
      ? el('button', {type: 'button', class: button, on: {click: () => sorted(here && !descending ? `-${sort}` : sort)}},
        title, el('span', {'aria-hidden': 'true'}, here ? descending ? ' ▼' : ' ▲' : ''))
      : title);
}
