// @ts-check
import {el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import {askRow, choicesOf} from './planForm.js';
import {changeRows, sameFor} from './planRun.js';

/** @import {PlanRow} from '../lib/plan.js' */

/**
 * What becomes of the rows that are ticked in a plan whose year is over and that did not reach what they promised.
 *
 * @param {object} bar
 * @param {number} bar.year
 * @param {PlanRow[]} bar.rows
 * @param {() => void} bar.done called when something was written
 */
export default function planClose({year, rows, done}) {
  /** @type {(key: string, text: string, click: () => void) => HTMLElement} */
  const act = (key, text, click) => el('button', {type: 'button', class: 'ou-button', 'data-action': key, on: {click}}, text);
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Kết luận các dòng đã chọn', 'Close the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng`, `${number(rows.length)} selected`)),
    el('div', {class: 'ou-bulk-actions'},
      act('carry', t(`Chuyển sang năm ${year + 1}`, `Carry into ${year + 1}`), () => answer(t('Chuyển sang năm sau', 'Carry into the next year'), {closing: 'CARRIED'})),
      act('drop', t('Không chuyển, ghi lý do…', 'Give up, with a reason…'), drop)));

  async function drop() {
    /** @type {string | undefined} */
    let reason;
    try {
      const title = t(`Không chuyển ${number(rows.length)} doanh nghiệp`, `Give up ${number(rows.length)} enterprises`);
      await askRow({title, year, names: ['reason'], known: await choicesOf(year), done: () => {}, send: async answered => {
        reason = answered.reason;
      }});
    } catch (failure) {
      toast(failure.message, 'error');
    }
    if (reason) {
      await answer(t('Không chuyển', 'Give up'), {closing: 'DROPPED', closingReason: reason});
    }
  }

  /** @type {(title: string, changes: object) => Promise<void>} */
  async function answer(title, changes) {
    await changeRows({title, year, rows, body: some => sameFor(some, changes)});
    done();
  }
}
