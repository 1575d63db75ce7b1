// @ts-check
import {get, post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {confirmDialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {day, today} from '../lib/format.js';
import {nameOrMe} from '../lib/session.js';
import {t} from '../lib/text.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */
/** @import {Person} from '../lib/session.js' */

export const title = t('Vắng mặt, người thay', 'Absences and deputies');

stylesheet(new URL('../parts/deputies.css', import.meta.url));

/**
 * @typedef {{id: number, person: Named, deputy: Named, mode: string, from: string, to: string, reason: string,
 *   state: 'PLANNED' | 'RUNNING' | 'OVER', mayEnd: boolean}} Absence
 */

/** @type {[mode: string, name: string, meaning: string][]} */
const MODES = [
  ['RECEIVER', t('Cùng nhận', 'Receiver'), t('Việc vẫn của người vắng mặt; người thay thấy và làm được.', 'Tasks stay with the absent person; the deputy sees and may do them.')],
  ['REPLACER', t('Thay hẳn', 'Replacer'), t('Việc chuyển sang người thay; chưa xong thì trở về khi hết vắng mặt.', 'Tasks go to the deputy; what is not done comes back at the end.')]
];

/**
 * Who is away and who stands in: for oneself, and for the members of a unit that one heads.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function deputies(main, {me}) {
  const list = el('div');
  const form = el('div');
  const show = () => load(list, () => get('/api/v1/deputies'), absences => lists(absences, me, show));
  fill(main, el('h1', {}, title), el('div', {class: 'ou-deputy-columns'},
    el('section', {class: 'ou-deputy-new'}, el('h2', {}, t('Báo vắng mặt', 'New absence')), form),
    el('section', {}, el('h2', {}, t('Các lượt vắng mặt', 'Absences')), list)));
  load(form, () => get('/api/v1/deputies/people'), people => newForm(people, me, show));
  return show();
}

/** @type {(absences: Absence[], me: Person, again: () => void) => Child} */
function lists(absences, me, again) {
  const now = absences.filter(({state}) => state !== 'OVER');
  const over = absences.filter(({state}) => state === 'OVER');
  return [
    now.length === 0 && el('p', {class: 'ou-empty'}, t('Không có ai vắng mặt.', 'Nobody is away.')),
    el('ul', {class: 'ou-deputy-list'}, now.map(absence => card(absence, me, again))),
    over.length > 0 && el('details', {class: 'ou-deputy-over'}, el('summary', {}, t(`Đã kết thúc (${over.length})`, `Over (${over.length})`)),
      el('ul', {class: 'ou-deputy-list'}, over.map(absence => card(absence, me, again))))
  ];
}

/** @type {(absence: Absence, me: Person, again: () => void) => HTMLElement} */
function card(absence, me, again) {
  const {id, person, deputy, mode, from, to, reason, state, mayEnd} = absence;
  return el('li', {class: `ou-deputy-card ou-deputy-${state.toLowerCase()}`, 'data-absence': id},
    el('p', {class: 'ou-deputy-who'}, t(`${nameOrMe(deputy, me)} thay ${nameOrMe(person, me)}`, `${nameOrMe(deputy, me)} for ${nameOrMe(person, me)}`)),
    el('p', {}, from === to ? day(from) : t(`từ ${day(from)} đến hết ${day(to)}`, `${day(from)} to ${day(to)}`),
      ' · ', MODES.find(([code]) => code === mode)?.[1], ' · ', stateText(state)),
    el('p', {class: 'ou-hint'}, reason),
    mayEnd && el('button', {type: 'button', class: 'ou-button', on: {click: () => end(absence, again)}},
      state === 'PLANNED' ? t('Hủy', 'Call off') : t('Kết thúc sớm', 'End now')));
}

/** @param {Absence['state']} state */
const stateText = state => ({
  PLANNED: t('sắp tới', 'to come'), RUNNING: t('đang vắng mặt', 'away now'), OVER: t('đã kết thúc', 'over')
})[state];

/** @type {(absence: Absence, again: () => void) => Promise<void>} */
async function end({id, person}, again) {
  if (await confirmDialog(t(`Kết thúc lượt vắng mặt của ${person.name}? Việc chưa xong trở về ngay.`,
    `End the absence of ${person.name}? What is not done comes back at once.`), t('Kết thúc', 'End it'))) {
    try {
      const {moved} = await post(`/api/v1/deputies/${id}/end`);
      toast(t(`Đã kết thúc, ${moved} việc đã trở về.`, `Ended; ${moved} tasks came back.`));
    } catch (failure) {
      toast(failure.message, 'error');
    }
    again();
  }
}

/** @type {(people: Named[], me: Person, done: () => void) => HTMLElement} */
function newForm(people, me, done) {
  const administers = me.opens.includes('admin');
  const who = administers
    ? el('input', {name: 'person', value: me.id, autocapitalize: 'none', spellcheck: 'false'})
    : el('select', {name: 'person'}, people.map(one => el('option', {value: one.id, selected: one.id === me.id}, nameOrMe(one, me))));
  const whom = el('select', {name: 'deputy', required: true});
  const modes = MODES.map(([code, text, hint], i) => el('label', {class: 'ou-deputy-mode'},
    el('input', {type: 'radio', name: 'mode', value: code, checked: i === 0, required: true}),
    el('span', {}, el('strong', {}, text), el('span', {class: 'ou-hint'}, hint))));
  const from = dayField(t('Từ ngày', 'From'), {name: 'from', min: today(), value: today()});
  const to = dayField(t('Đến hết ngày', 'To'), {name: 'to', min: today(), hint: t('Ngày cuối cùng vắng mặt.', 'The last day away.')});
  const reason = el('input', {name: 'reason', maxlength: 500, required: true, list: 'ou-deputy-reasons'});
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const candidates = async () => {
    fill(whom, el('option', {value: ''}, t('Đang tải…', 'Loading…')));
    try {
      /** @type {Named[]} */
      const some = await get(`/api/v1/deputies/candidates?person=${encodeURIComponent(who.value)}`);
      fill(whom, el('option', {value: ''}, some.length ? t('Chọn người thay…', 'Choose…') : t('Không có đồng nghiệp cùng đơn vị', 'No colleague in the unit')),
        some.map(({id, name}) => el('option', {value: id}, name)));
    } catch (failure) {
      fill(whom, el('option', {value: ''}, failure.message));
    }
  };
  who.addEventListener('change', candidates);
  candidates();
  const button = el('button', {class: 'ou-button ou-primary'}, t('Ghi', 'Save'));
  const fields = {from, to, deputy: whom, person: who, reason};
  const form = el('form', {class: 'ou-deputy-form', on: {submit: async event => {
    event.preventDefault();
    error.textContent = '';
    Object.values(fields).forEach(one => one.showError?.(null));
    if (from.isWrong() || to.isWrong()) {
      return;
    }
    button.disabled = true;
    try {
      const {moved, state} = await post('/api/v1/deputies', {person: who.value, deputy: whom.value,
        mode: new FormData(form).get('mode'), from: from.value, to: to.value, reason: reason.value.trim()});
      toast(state === 'RUNNING' ? t(`Đã ghi, ${moved} việc đã sang người thay.`, `Saved; ${moved} tasks went to the deputy.`) : t('Đã ghi.', 'Saved.'));
      to.value = '';
      reason.value = '';
      done();
    } catch (failure) {
      sayRefusal(failure, fields, error);
    } finally {
      button.disabled = false;
    }
  }}},
  people.length > 1 || administers ? field(t('Người vắng mặt', 'Who is away'), who) : null,
  field(t('Người thay', 'Deputy'), whom),
  el('fieldset', {class: 'ou-deputy-modes'}, el('legend', {}, t('Cách thay', 'How')), modes),
  from.node, to.node,
  field(t('Lý do', 'Reason'), reason),
  el('datalist', {id: 'ou-deputy-reasons'}, [t('Nghỉ phép', 'Leave'), t('Đi công tác', 'Business trip'), t('Đi học', 'Training'), t('Nghỉ ốm', 'Sick')].map(value => el('option', {value}))),
  error,
  button);
  return form;
}
