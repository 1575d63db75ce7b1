// @ts-check
import {get} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {grid} from '../lib/grid.js';
import {sortHead} from '../lib/sortHead.js';
import {t} from '../lib/text.js';

/** @import {Page} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */

stylesheet(new URL('./plan.css', import.meta.url));

/** So many columns fit on a phone. */
const FEW = 4;

/**
 * @template R
 * @typedef {{key: string, title: string, cell: (row: R) => Child, sort?: string, number?: boolean, head?: Child}} Column
 */

/**
 * A table of the plan on a desk, cards on a phone. Columns are {key, title, cell, sort, number}: `cell` gives what stands in a
 * row's cell, `sort` is the server's name for the order, and numbers stand on the right.
 *
 * @template R
 * @param {object} table
 * @param {string} table.caption said to who hears the table
 * @param {(Column<R> | false | null)[]} table.columns those that are false or null are left out
 * @param {R[]} table.rows
 * @param {string} [table.sort] the order that is asked for, with a minus for the other way round
 * @param {(order: string) => void} [table.sorted] told of the order that the person asks for; without it none can be chosen
 * @param {(row: R) => string | null} [table.key] what a row is known by
 * @param {boolean} [table.walk] whether the table is walked by arrow keys
 */
export default function planTable({caption, columns, rows, sort = '', sorted, key = () => null, walk = false}) {
  const shown = columns.filter(column => !!column);
  const body = el('tbody', {role: 'rowgroup'});
  const table = el('table', {role: 'table', 'aria-label': caption, class: `ou-plan-table${shown.length > FEW ? '' : ' ou-plan-few'}`},
    el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'}, shown.map(column =>
      sortHead({style: style(column), button: 'ou-plan-sort', title: column.head ?? column.title, sort: column.head ? undefined : column.sort, order: sort, sorted})))), body);
  const walked = walk && grid(table);
  const add = (/** @type {R[]} */ more) => {
    body.append(...more.map(row => el('tr', {role: 'row', 'data-row': key(row)}, shown.map((column, i) =>
      el(i === 0 && !walk ? 'th' : 'td', {role: walk ? 'gridcell' : i === 0 ? 'rowheader' : 'cell', class: style(column), 'data-title': column.title},
        column.cell(row) ?? null)))));
    if (walked) {
      body.querySelectorAll('td:not(:has(a, button, input))').forEach(cell => cell.setAttribute('tabindex', '-1'));
      walked.settle();
    }
  };
  add(rows);
  return {node: el('div', {class: 'ou-plan-tables'}, table), add};
}

/** @param {{key: string, number?: boolean}} column */
const style = ({key, number}) => `ou-plan-${key}${number ? ' ou-plan-number' : ''}`;

/**
 * What leads to the next rows of a list, which are put below the last.
 *
 * @template R
 * @param {object} list
 * @param {Page<R>} list.first the list's first page as the server answered it
 * @param {(page: number) => string} list.path gives the path of a page
 * @param {{node: HTMLElement, add: (rows: R[]) => void}} list.table
 * @param {(rows: number, total: number) => void} [list.told] hears how many rows stand there, of how many
 */
export function nextPages({first, path, table, told = () => {}}) {
  const place = el('div', {class: 'ou-plan-next'});
  const offer = (/** @type {number} */ shown, /** @type {Page<R>} */ {total, page}) => {
    told(shown, total);
    fill(place, shown < total && el('button', {type: 'button', class: 'ou-button', on: {click: async event => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        const next = await get(path(page + 1));
        table.add(next.items);
        offer(shown + next.items.length, next);
        const begun = table.node.querySelectorAll('tbody tr')[shown]?.querySelector('a, input');
        /** @type {HTMLElement | null | undefined} */ (begun)?.focus();
      } catch (failure) {
        button.disabled = false;
        button.after(el('p', {class: 'ou-error', role: 'alert'}, failure.message));
      }
    }}}, t(`Xem thêm (còn ${number(total - shown)})`, `Show more (${number(total - shown)})`)));
  };
  offer(first.items.length, first);
  return place;
}
