import {patch, remove} from '../lib/api.js';
import {confirmDialog, el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {inParts} from '../lib/plan.js';
import {t} from '../lib/text.js';
import {askRow, choicesOf} from './planForm.js';
import {planRun} from './planRun.js';

const MOST = 500;
const EVERYTHING = ['responsibleMember', 'unit', 'partners', 'measures', 'admissionTarget', 'startOn', 'dueOn', 'product', 'note'];

const ACTIONS = [
  ['responsibleMember', t('Phân công…', 'Member…'), ['responsibleMember']],
  ['unit', t('Phân nhiệm…', 'Unit…'), ['unit', 'partners']],
  ['measures', t('Nội dung…', 'Measures…'), ['measures']],
  ['time', t('Thời gian…', 'Time…'), ['startOn', 'dueOn']]
];

/**
 * What can be done with the rows that are ticked in a draft.
 *
 * @param done called when something was written
 */
export default function planChanges({year, rows, done}) {
  const act = (key, text, props, click) => el('button', {type: 'button', class: 'ou-button', 'data-action': key, ...props, on: {click}}, text);
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Làm với các dòng đã chọn', 'Do with the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng`, `${number(rows.length)} selected`)),
    el('div', {class: 'ou-bulk-actions'},
      rows.length === 1 && act('edit', t('Sửa…', 'Change…'), {}, () => ask(t(`Sửa: ${rows[0].name}`, `Change: ${rows[0].name}`), EVERYTHING, rows[0])),
      ACTIONS.map(([key, text, names]) => act(key, text, {}, () => ask(t(`${text} ${number(rows.length)} dòng`, `${text} ${number(rows.length)} rows`), names))),
      act('remove', t('Bỏ khỏi kế hoạch', 'Take out'), {}, takeOut)));

  async function ask(title, names, row = {}) {
    let changes;
    try {
      const known = await choicesOf(year);
      await askRow({title, year, names, row, known, done: () => {},
        hint: rows.length > 1 && t('Mọi dòng đã chọn được ghi như nhau; ô để trống thì xóa điều đã ghi.', 'All selected rows get the same; what is left empty is emptied.'),
        // A single row's refusal is said at its field; those of many stand in the result.
        send: async answered => {
          if (rows.length === 1) {
            const [result] = (await patch(`/api/v1/plans/${year}/rows`, {taxCodes: [rows[0].taxCode], changes: answered})).results;
            if (!result.ok) {
              throw result;
            }
          }
          changes = answered;
        }});
    } catch (failure) {
      toast(failure.message, 'error');
    }
    if (changes && rows.length > 1) {
      await planRun({title, jobs: inParts(rows, MOST), size: some => some.length,
        send: async some => named((await patch(`/api/v1/plans/${year}/rows`, {taxCodes: some.map(({taxCode}) => taxCode), changes})).results)});
    }
    if (changes) {
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

  function named(results) {
    const names = new Map(rows.map(({taxCode, name}) => [taxCode, name]));
    return results.map(result => ({...result, name: names.get(result.taxCode)}));
  }
}
