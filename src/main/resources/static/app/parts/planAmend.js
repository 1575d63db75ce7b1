import {post} from '../lib/api.js';
import {el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import {askRow, choicesOf} from './planForm.js';

const ACTIONS = [
  ['responsibleMember', t('Đổi người phụ trách…', 'Another member…'), ['responsibleMember']],
  ['unit', t('Đổi bộ phận…', 'Another unit…'), ['unit']],
  ['time', t('Đổi thời gian…', 'Another time…'), ['startOn', 'dueOn']],
  ['remove', t('Đưa ra khỏi kế hoạch…', 'Take out…'), []]
];

/**
 * What can be proposed for the rows that are ticked in an approved plan: the standing committee decides.
 *
 * @param done called when it was proposed
 */
export default function planAmend({year, rows, done}) {
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Đề nghị điều chỉnh các dòng đã chọn', 'Propose to change the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng. Kế hoạch đã duyệt: thay đổi phải được Ban Thường vụ duyệt.`,
      `${number(rows.length)} selected. The plan is approved: the standing committee decides on a change.`)),
    el('div', {class: 'ou-bulk-actions'}, ACTIONS.map(([key, text, names]) =>
      el('button', {type: 'button', class: 'ou-button', 'data-action': key, on: {click: () => propose(key, text, names)}}, text))));

  async function propose(key, text, names) {
    try {
      await askRow({
        title: t(`${text} ${number(rows.length)} dòng`, `${text} ${number(rows.length)} rows`), year, names: [...names, 'reason'], row: rows.length === 1 ? rows[0] : {},
        known: await choicesOf(year), yes: t('Gửi đề nghị', 'Propose'), done,
        send: async ({reason, ...answers}) => {
          const codes = rows.map(({taxCode}) => taxCode);
          const changes = key === 'remove' ? {remove: codes} : {rows: codes.map(taxCode => ({taxCode, ...answers}))};
          const {id} = await post(`/api/v1/plans/${year}/amendments`, {changes, reason});
          toast(t(`Đã gửi đề nghị điều chỉnh số ${id}, chờ Ban Thường vụ duyệt.`, `Amendment no. ${id} waits for the standing committee.`));
        }
      });
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }
}
