import {patch} from '../lib/api.js';
import {el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {inParts} from '../lib/plan.js';
import {t} from '../lib/text.js';
import {askRow, choicesOf} from './planForm.js';
import {planRun} from './planRun.js';

const MOST = 500;

/**
 * What becomes of the rows that are ticked in a plan whose year is over and that did not reach what they promised.
 *
 * @param done called when something was written
 */
export default function planClose({year, rows, done}) {
  const act = (key, text, click) => el('button', {type: 'button', class: 'ou-button', 'data-action': key, on: {click}}, text);
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Kết luận các dòng đã chọn', 'Close the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng`, `${number(rows.length)} selected`)),
    el('div', {class: 'ou-bulk-actions'},
      act('carry', t(`Chuyển sang năm ${year + 1}`, `Carry into ${year + 1}`), () => answer(t('Chuyển sang năm sau', 'Carry into the next year'), {closing: 'CARRIED'})),
      act('drop', t('Không chuyển, ghi lý do…', 'Give up, with a reason…'), drop)));

  async function drop() {
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

  async function answer(title, changes) {
    const names = new Map(rows.map(({taxCode, name}) => [taxCode, name]));
    await planRun({title, jobs: inParts(rows, MOST), size: some => some.length,
      send: async some => (await patch(`/api/v1/plans/${year}/rows`, {taxCodes: some.map(({taxCode}) => taxCode), changes})).results
        .map(result => ({...result, name: names.get(result.taxCode)}))});
    done();
  }
}
