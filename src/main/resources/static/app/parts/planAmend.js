// @ts-check
import {post} from '../lib/api.js';
import {el, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import {findEnterprises} from './planEnterprises.js';
import {askRow, choicesOf} from './planForm.js';

/** @import {PlanRow} from '../lib/plan.js' */
/** @import {Amendment} from './planAmendments.js' */

/** @type {[action: string, text: string, fields: string[]][]} */
const ACTIONS = [
  ['responsibleMember', t('Đổi người phụ trách…', 'Another member…'), ['responsibleMember']],
  ['unit', t('Đổi bộ phận…', 'Another unit…'), ['unit']],
  ['time', t('Đổi thời gian…', 'Another time…'), ['startOn', 'dueOn']],
  ['remove', t('Đưa ra khỏi kế hoạch…', 'Take out…'), []]
];

/** Hands an amendment to the standing committee, and says so. @type {(year: number, changes: object, reason: string | null) => Promise<void>} */
export async function sendAmendment(year, changes, reason) {
  const {id} = await post(`/api/v1/plans/${year}/amendments`, {changes, reason});
  toast(t(`Đã gửi đề nghị điều chỉnh số ${number(id)}, chờ Ban Thường vụ duyệt.`, `Amendment no. ${number(id)} waits for the standing committee.`));
}

/**
 * Enterprises of the register that an approved plan is to have too, all with the same people and days.
 * @type {(year: number, done: () => void) => Promise<void>}
 */
export async function amendEnterprises(year, done) {
  const found = await findEnterprises(t(`Đề nghị thêm doanh nghiệp vào kế hoạch năm ${year}`, `Propose enterprises for the plan of ${year}`));
  if (found) {
    await askRow({
      title: t(`Thêm ${number(found.length)} doanh nghiệp`, `Add ${number(found.length)} enterprises`), year, names: ['responsibleMember', 'unit', 'measures', 'startOn', 'dueOn', 'reason'],
      known: await choicesOf(year), yes: t('Gửi đề nghị', 'Propose'), done,
      send: ({reason, ...answers}) => sendAmendment(year, {add: found.map(({taxCode}) => ({taxCode, ...answers}))}, reason)
    });
  }
}

/** What was returned, sent again with another reason. @param {{year: number, amendment: Amendment, done: () => void}} again */
export const amendAgain = ({year, amendment, done}) => askRow({
  title: t(`Đề nghị lại nội dung của điều chỉnh số ${number(amendment.id)}`, `Propose amendment no. ${number(amendment.id)} again`), year, names: ['reason'],
  row: {amendmentReason: amendment.reason}, yes: t('Gửi đề nghị', 'Propose'), done,
  send: ({reason}) => sendAmendment(year, amendment.changes, reason)
});

/**
 * What can be proposed for the rows that are ticked in an approved plan: the standing committee decides.
 *
 * @param {object} bar
 * @param {number} bar.year
 * @param {PlanRow[]} bar.rows
 * @param {() => void} bar.done called when it was proposed
 */
export default function planAmend({year, rows, done}) {
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Đề nghị điều chỉnh các dòng đã chọn', 'Propose to change the selected rows')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(rows.length)} dòng. Kế hoạch đã duyệt: thay đổi phải được Ban Thường vụ duyệt.`,
      `${number(rows.length)} selected. The plan is approved: the standing committee decides on a change.`)),
    el('div', {class: 'ou-bulk-actions'}, ACTIONS.map(([key, text, names]) =>
      el('button', {type: 'button', class: 'ou-button', 'data-action': key, on: {click: () => propose(key, text, names)}}, text))));

  /** @type {(key: string, text: string, names: string[]) => Promise<void>} */
  async function propose(key, text, names) {
    try {
      await askRow({
        title: t(`${text} ${number(rows.length)} dòng`, `${text} ${number(rows.length)} rows`), year, names: [...names, 'reason'], row: rows.length === 1 ? rows[0] : {},
        known: await choicesOf(year), yes: t('Gửi đề nghị', 'Propose'), done,
        send: ({reason, ...answers}) => {
          const codes = rows.map(({taxCode}) => taxCode);
          return sendAmendment(year, key === 'remove' ? {remove: codes} : {rows: codes.map(taxCode => ({taxCode, ...answers}))}, reason);
        }
      });
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }
}
