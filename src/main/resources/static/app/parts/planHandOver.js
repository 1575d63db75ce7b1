// @ts-check
import {get, post} from '../lib/api.js';
import {dialog, el, field, toast} from '../lib/dom.js';
import {dialogForm} from '../lib/dialogForm.js';
import {number, today} from '../lib/format.js';
import {t} from '../lib/text.js';
import {choiceOf, choicesOf} from './planForm.js';

/** @import {Named} from '../lib/api.js' */

/**
 * @typedef {{key: string, name: string, openTasks: number}} Holder
 * @typedef {{id: string, members: Named[]}} Unit
 */

/**
 * Gives what one member has in an approved plan to another member of the unit that the person heads, at once. Before it is done it
 * says how much that is.
 *
 * @param {object} plan
 * @param {number} plan.year
 * @param {() => void} plan.done called when it was handed over
 */
export default async function planHandOver({year, done}) {
  try {
    /** @type {[{items: Holder[]}, Unit[], {members: Named[]}]} */
    const [{items: holders}, headed, {members}] = await Promise.all([get(`/api/v1/plans/${year}/sums?by=member`), get('/api/v1/load'), choicesOf(year)]);
    await dialog(t(`Bàn giao doanh nghiệp trong kế hoạch năm ${year}`, `Hand over enterprises of the plan of ${year}`),
      close => form({year, holders: holders.filter(({key}) => key), headed, members, close, done}));
  } catch (failure) {
    toast(failure.message, 'error');
  }
}

/** @param {{year: number, holders: Holder[], headed: Unit[], members: Named[], close: () => void, done: () => void}} about */
function form({year, holders, headed, members, close, done}) {
  const own = new Set(headed.flatMap(unit => unit.members.map(({id}) => id)));
  const from = choiceOf(holders.map(({key, name}) => ({id: key, name})), '', t('Chọn người bàn giao', 'Choose who hands over'), {name: 'from'});
  const to = choiceOf(members.filter(({id}) => own.has(id)), '', t('Chọn người nhận', 'Choose who receives'), {name: 'to'});
  const reason = el('textarea', {name: 'reason', rows: 3, maxlength: 2000});
  const moves = el('p', {class: 'ou-hint', role: 'status'});
  const nodes = [field(t('Người bàn giao', 'Who hands over'), from), moves, field(t('Người nhận (trong đơn vị)', 'Who receives (of the unit)'), to),
    field(t('Lý do', 'Reason'), reason)];
  let rows = 0;

  /** All rows of somebody of the unit, else those that the plan gives to the unit. */
  const count = async (/** @type {string} */ who) => {
    const path = (/** @type {{unit?: string}} */ unit) => `/api/v1/plans/${year}/rows?${new URLSearchParams({responsibleMember: who, ...unit, size: '1'})}`;
    const asked = own.has(who) ? [path({})] : headed.map(({id}) => path({unit: id}));
    return (await Promise.all(asked.map(one => get(one)))).reduce((sum, {total}) => sum + total, 0);
  };
  const tell = async () => {
    const who = from.value;
    moves.textContent = '';
    if (!who) {
      return;
    }
    try {
      const counted = await count(who);
      if (who === from.value) {
        rows = counted;
        moves.textContent = told(year, rows, holders.find(({key}) => key === who)?.openTasks ?? 0);
      }
    } catch (failure) {
      moves.textContent = failure.message;
    }
  };
  from.addEventListener('change', () => {
    from.showError(null);
    tell();
  });
  to.addEventListener('change', () => to.showError(null));

  return dialogForm({
    close, again: done, yes: t('Bàn giao ngay', 'Hand over now'), controls: {from, to, reason},
    fields: [el('p', {class: 'ou-hint'}, t('Chuyển ngay, không chờ duyệt; Ban Thường vụ được báo và xem xét sau.',
      'They move at once; the standing committee is told and decides afterwards.')), nodes],
    ready: () => {
      /** @type {[control: HTMLSelectElement | HTMLTextAreaElement, sentence: string][]} */
      const all = [[from, t('Hãy chọn người bàn giao.', 'Choose who hands over.')], [to, t('Hãy chọn người nhận.', 'Choose who receives.')],
        [reason, t('Hãy ghi lý do.', 'Say why.')]];
      const missing = all.filter(([control]) => !control.value.trim());
      missing.forEach(([control, sentence]) => control.showError(sentence));
      missing[0]?.[0].focus();
      return missing.length === 0;
    },
    send: async () => {
      const {id} = await post(`/api/v1/plans/${year}/rows:handOver`, {from: from.value, to: to.value, reason: reason.value.trim()});
      const name = to.selectedOptions[0].text;
      toast(t(`Đã bàn giao ${number(rows)} doanh nghiệp cho ${name} (điều chỉnh số ${id}), chờ Ban Thường vụ xem xét.`,
        `${number(rows)} enterprises are handed over to ${name} (amendment no. ${id}); the standing committee decides on it.`));
    }
  });
}

/**
 * Cases that run now belong to this year's plan: their tasks stay while the plan's year has not begun.
 * @type {(year: number, rows: number, tasks: number) => string}
 */
function told(year, rows, tasks) {
  if (rows === 0) {
    return t('Không phụ trách doanh nghiệp nào của đơn vị trong kế hoạch này.', 'Has no enterprise of the unit in this plan.');
  }
  return year > Number(today().slice(0, 4))
    ? t(`Sẽ chuyển ${number(rows)} doanh nghiệp; việc đang mở năm nay giữ nguyên.`, `${number(rows)} enterprises will move; open tasks of this year stay.`)
    : t(`Sẽ chuyển ${number(rows)} doanh nghiệp, cùng việc đang mở của các doanh nghiệp ấy (người này đang giữ ${number(tasks)} việc).`,
      `${number(rows)} enterprises will move, with the open tasks of these enterprises (${number(tasks)} tasks are held now).`);
}
