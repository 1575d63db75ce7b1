// @ts-check

/** A table that is walked by arrow keys: one stop of the tab key, from there cell by cell; the space bar ticks the row. */

/** @typedef {{row: number, column: number}} Place */

const LONG_STEP = 10;

/**
 * Where a key leads to; undefined for a key that leads nowhere.
 * @param {string} key
 * @param {Place} at
 * @param {{rows: number, columns: number}} size
 * @param {boolean} [control] Home and End lead through the whole table, not along the row
 * @returns {Place | undefined}
 */
export function moved(key, {row, column}, {rows, columns}, control = false) {
  const within = (/** @type {number} */ value, /** @type {number} */ count) => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp': return {row: within(row - 1, rows), column};
    case 'ArrowDown': return {row: within(row + 1, rows), column};
    case 'ArrowLeft': return {row, column: within(column - 1, columns)};
    case 'ArrowRight': return {row, column: within(column + 1, columns)};
    case 'PageUp': return {row: within(row - LONG_STEP, rows), column};
    case 'PageDown': return {row: within(row + LONG_STEP, rows), column};
    case 'Home': return {row: control ? 0 : row, column: 0};
    case 'End': return {row: control ? rows - 1 : row, column: columns - 1};
    default: return undefined;
  }
}

/**
 * Makes a table of el() a grid. What stands in it may change: the walk looks at it anew with each key.
 * @param {HTMLTableElement} table
 */
export function grid(table) {
  table.setAttribute('role', 'grid');
  const cells = () => [...table.rows].map(row => [...row.cells]);
  /** The link, button or box of a cell, else the cell itself. @param {HTMLTableCellElement} cell */
  const stopOf = cell => /** @type {HTMLElement} */ (cell.querySelector('a, button, input, select') ?? cell);
  const controls = () => /** @type {HTMLElement[]} */ ([...table.querySelectorAll('a, button, input, select, td[tabindex], th[tabindex]')]);

  const stopAt = (/** @type {HTMLElement} */ stop) => {
    controls().forEach(one => one.setAttribute('tabindex', '-1'));
    stop.setAttribute('tabindex', '0');
  };

  const settle = () => {
    const first = table.tBodies[0]?.rows[0]?.cells[0] ?? table.rows[0]?.cells[0];
    if (first && !controls().some(one => one === document.activeElement)) {
      stopAt(stopOf(first));
    }
  };

  table.addEventListener('focusin', event => stopAt(/** @type {HTMLElement} */ (event.target)));
  table.addEventListener('keydown', event => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('td, th');
    const all = cells();
    const row = all.findIndex(some => some.includes(/** @type {any} */ (cell)));
    if (row < 0) {
      return;
    }
    if (event.key === ' ' && !/** @type {HTMLElement} */ (event.target).matches('input, button, select')) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (table.rows[row].querySelector('input[type=checkbox]'))?.click();
      return;
    }
    const column = all[row].indexOf(/** @type {any} */ (cell));
    const to = moved(event.key, {row, column}, {rows: all.length, columns: all[row].length}, event.ctrlKey);
    if (to && !event.altKey && !event.metaKey) {
      event.preventDefault();
      const stop = stopOf(all[to.row][Math.min(to.column, all[to.row].length - 1)]);
      stopAt(stop);
      stop.focus();
    }
  });
  return {settle};
}
