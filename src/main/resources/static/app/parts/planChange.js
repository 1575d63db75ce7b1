// @ts-check
import {patch, remove} from '../lib/api.js';
import {confirmDialog, el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import {askRow, choicesOf} from './planForm.js';
import {changeRows, planRun, sameFor} from './planRun.js';

/** @import {PlanRow} from '../lib/plan.js' */
/** @import {RowValues} from './planForm.js' */

const EVERYTHING = ['responsibleMember', 'unit', 'partners', 'measures', 'admissionTarget', 'startOn', 'dueOn', 'product', 'note'];

/** @type {[action: string, text: string, fields: string[]][]} */
const ACTIONS = [
  ['responsibleMember', t('Phân công…', 'Member…'), ['responsibleMember']],
  ['unit', t('Phân nhiệm…', 'Unit…'), ['unit', 'partners']],
  ['measures', t('Nội dung…', 'Measures…'), ['measures']],
  ['time', t('Thời gian…', 'Time…'), ['startOn', 'dueOn']]
];

/**
 * What can be done with the rows that are ticked in a draft.
 *
 * @param {object} bar
 * @param {number} bar.year
 * @param {PlanRow[]} bar.rows
 * @param {() => void} bar.done called when something was written
 */
export default function planChanges({year, rows, done}) {
  /** @type {(key: string, text: string, click: () => void) => HTMLElement} */
  const act = (key, text, click) => el('button', {type: 'button', class: 'ou-button', 'data-action': key, on: {click}}, text);
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Làm với các dòng đã chọn', 'Do with the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng`, `${number(rows.length)} selected`)),
    el('div', {class: 'ou-bulk-actions'},
      rows.length === 1 && act('edit', t('Sửa…', 'Change…'), () => ask(t(`Sửa: ${rows[0].name}`, `Change: ${rows[0].name}`), EVERYTHING, rows[0])),
      ACTIONS.map(([key, text, names]) => act(key, text, () => ask(t(`${text} ${number(rows.length)} dòng`, `${text} ${number(rows.length)} rows`), names))),
      act('remove', t('Bỏ khỏi kế hoạch', 'Take out'), takeOut)));

  /** @type {(title: string, names: string[], row?: RowValues) => Promise<void>} */
  async function ask(title, names, row = {}) {
    /** @type {object | undefined} */
    let changes;
    try {
      const known = await choicesOf(year);
      await askRow({title, year, names, row, known, done: () => {},
        hint: rows.length > 1 && t('Mọi dòng đã chọn được ghi như nhau; ô để trống thì xóa điều đã ghi.', 'All selected rows get the same; what is left empty is emptied.'),
        // A single row's refusal is said at its field; those of many stand in the result.
        send: async answered => {
          if (rows.length === 1) {
            const [result] = (await patch(`/api/v1/plans/${year}/rows`, sameFor(rows, answered))).results;
            if (!result.ok) {
              throw result;
            }
          }
          changes = answered;
        }});
    } catch (failure) {
      toast(failure.message, 'error');
    }
    if (changes) {
      const answered = changes;
      if (rows.length > 1) {
        await changeRows({title, year, rows, body: some => sameFor(some, answered)});
      }
      done();
    }
  }

  async function takeOut() {
    const title = t('Bỏ khỏi kế hoạch', 'Take out of the plan');
    if (!await confirmDialog(t(`Bỏ ${number(rows.length)} doanh nghiệp khỏi dự thảo kế hoạch năm ${year}?`, `Take ${number(rows.length)} enterprises out of the draft of ${year}?`), title)) {
      return;
    }
    await planRun({title, jobs: rows, send: async ({taxCode, name}) => {
      try {
        await remove(`/api/v1/plans/${year}/rows/${encodeURIComponent(taxCode)}`);
        return [{taxCode, ok: true}];
      } catch (failure) {
        return [{taxCode, name, ok: false, message: failure.message}];
      }
    }});
    done();
  }
}
