import {get} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {grid} from '../lib/grid.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./plan.css', import.meta.url));

/** So many columns fit on a phone. */
const FEW = 4;

/**
 * A table of the plan on a desk, cards on a phone. Columns are {key, title, cell, sort, number}: `cell` gives what stands in a
 * row's cell, `sort` is the server's name for the order, and numbers stand on the right.
 *
 * @param caption said to who hears the table
 * @param sort the order that is asked for, with a minus for the other way round
 * @param sorted told of the order that the person asks for; without it none can be chosen
 * @param key what a row is known by
 * @param walk whether the table is walked by arrow keys
 * @returns {{node: HTMLElement, add: (rows: object[]) => void}}
 */
export default function planTable({caption, columns, rows, sort = '', sorted, key = () => null, walk = false}) {
  const body = el('tbody', {role: 'rowgroup'});
  const table = el('table', {role: 'table', 'aria-label': caption, class: `ou-plan-table${columns.length > FEW ? '' : ' ou-plan-few'}`},
    el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'}, columns.map(column => head(column, sort, sorted)))), body);
  const walked = walk && grid(table);
  const add = more => {
    body.append(...more.map(row => el('tr', {role: 'row', 'data-row': key(row)}, columns.map((column, i) =>
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

const style = ({key, number}) => `ou-plan-${key}${number ? ' ou-plan-number' : ''}`;

function head(column, sort, sorted) {
  const here = column.sort && sort.replace(/^-/, '') === column.sort;
  const descending = here && sort.startsWith('-');
  return el('th', {role: 'columnheader', scope: 'col', class: style(column), 'aria-sort': here ? descending ? 'descending' : 'ascending' : null},
    column.head ?? (column.sort && sorted
      ? el('button', {type: 'button', class: 'ou-plan-sort', on: {click: () => sorted(here && !descending ? `-${column.sort}` : column.sort)}},
        column.title, el('span', {'aria-hidden': 'true'}, here ? descending ? ' ▼' : ' ▲' : ''))
      : column.title));
}

/**
 * What leads to the next rows of a list, which are put below the last.
 *
 * @param first the list's first page as the server answered it
 * @param path gives the path of a page
 * @param told hears how many rows stand there, of how many
 */
export function nextPages({first, path, table, told = () => {}}) {
  const place = el('div', {class: 'ou-plan-next'});
  const offer = (shown, {total, page}) => {
    told(shown, total);
    fill(place, shown < total && el('button', {type: 'button', class: 'ou-button', on: {click: async event => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        const next = await get(path(page + 1));
        table.add(next.items);
        offer(shown + next.items.length, next);
        table.node.querySelectorAll('tbody tr')[shown]?.querySelector('a, input')?.focus();
      } catch (failure) {
        button.disabled = false;
        button.after(el('p', {class: 'ou-error', role: 'alert'}, failure.message));
      }
    }}}, t(`Xem thêm (còn ${number(total - shown)})`, `Show more (${number(total - shown)})`)));
  };
  offer(first.items.length, first);
  return place;
}
