// @ts-check
import {confirmDialog, el, field} from '../lib/dom.js';
import {KINDS, colleagueText, kindText} from '../lib/contacts.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {today} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Colleague, Contact, Scale} from '../lib/contacts.js' */

/** Made for one thumb at a factory gate: what can be chosen is a button, today stands there, little has to be typed. */

const OFFICES = [
  ['chủ doanh nghiệp', 'owner'], ['giám đốc', 'director'], ['phòng nhân sự', 'personnel'], ['phòng hành chính', 'administration'],
  ['công đoàn cơ sở', 'union'], ['bảo vệ, lễ tân', 'gate, reception']
];
/** @type {[days: number, words: [vi: string, en: string]][]} */
const LATER = [[3, ['sau 3 ngày', 'in 3 days']], [7, ['sau 1 tuần', 'in 1 week']], [14, ['sau 2 tuần', 'in 2 weeks']]];

/** @typedef {Record<string, string | number | null>} Values what a form holds, by the name of the field */

/** What was typed and not yet sent, by enterprise: Tasklist draws its tabs anew whenever it likes. @type {Map<string, Values>} */
const drafts = new Map();

/** @param {string} name */
export const hasDraft = name => drafts.has(name);

/**
 * @param {object} form
 * @param {Scale} form.scale
 * @param {Contact} [form.contact] the row to correct, or none for a new one
 * @param {string} [form.draft] the name under which what is typed outlives the form, or none
 * @param {(nextDay: string) => Promise<Colleague | null> | null} form.planned asks whether a colleague was there shortly before the day of the next step
 * @param {(values: Values) => Promise<unknown>} form.send sends the values; its refusal is said at the field
 * @param {(answer: unknown) => void} form.done
 * @param {() => void} form.cancel
 */
export default function contactForm({scale, contact, draft, planned, send, done, cancel}) {
  const name = `ou-contact-${contact?.id ?? 'new'}`;
  const kinds = choices(t('Hình thức', 'How'), `${name}-kind`, KINDS.map(kind => [kind, kindText(kind)]), 'ou-kinds');
  const on = dayField(t('Ngày liên hệ', 'Day'), {name: 'day', max: today()});
  const withWhom = el('input', {name: 'withWhom', maxlength: 60, autocomplete: 'off', enterkeyhint: 'next'});
  const said = el('textarea', {name: 'said', rows: 3, maxlength: 300, enterkeyhint: 'done', on: {keydown: event => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
    }
  }}});
  // A thumb that has chosen how goes on to whom.
  kinds.node.addEventListener('click', event => event.detail > 0 && setTimeout(() => withWhom.focus()));
  withWhom.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      said.focus();
    }
  });
  const readiness = choices(t('Phía doanh nghiệp sẵn sàng đến đâu?', 'How ready is the owner’s side?'), `${name}-readiness`,
    [['', t('Lần này không ghi mức', 'Not rated this time')], ...[...scale.levels].reverse().map(stepOf)], 'ou-levels',
    [el('strong', {}, scale.direction), ' ', scale.subject]);
  const nextStep = el('input', {name: 'nextStep', maxlength: 200, autocomplete: 'off', enterkeyhint: 'next'});
  const nextDay = dayField(t('Ngày của bước tiếp theo', 'Its day'), {name: 'nextDay'});
  const reason = contact && el('input', {name: 'reason', maxlength: 300, autocomplete: 'off'});
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const submit = el('button', {class: 'ou-button ou-primary'}, t('Lưu', 'Save'));

  /** @type {Record<string, {value: string, showError: (sentence: string) => void} | undefined>} */
  const controls = {kind: kinds, day: on, withWhom, said, readiness, nextStep, nextDay, reason};
  /** @type {() => Values} */
  const values = () => Object.fromEntries(Object.entries(controls).flatMap(([key, control]) =>
    control ? [[key, control.value === '' ? null : control.value]] : []));
  const show = (/** @type {Record<string, unknown>} */ from) => Object.entries(controls).forEach(([key, control]) => {
    if (control) {
      control.value = String(from[key] ?? '');
    }
  });
  show(drafts.get(draft ?? '') ?? contact ?? {day: today()});

  const keep = () => {
    if (draft) {
      drafts.set(draft, values());
    }
  };
  const forget = () => drafts.delete(draft ?? '');
  const put = (/** @type {{value: string}} */ control, /** @type {string} */ value) => {
    control.value = value;
    keep();
  };

  /** @type {(event: SubmitEvent) => Promise<void>} */
  const sendIt = async event => {
    event.preventDefault();
    Object.values(controls).forEach(control => control?.showError(''));
    failed.textContent = '';
    if (on.isWrong() || nextDay.isWrong()) {
      return;
    }
    submit.disabled = true;
    try {
      const sent = values();
      sent.readiness = sent.readiness && Number(sent.readiness);
      const colleague = sent.nextDay && sent.nextStep ? await planned(String(sent.nextDay)) : null;
      if (colleague && !await confirmDialog(colleagueText(colleague) ?? '', t('Vẫn hẹn ngày này', 'Plan it anyway'), t('Chọn ngày khác', 'Choose another day'))) {
        nextDay.focus();
        return;
      }
      const answer = await send(sent);
      forget();
      done(answer);
    } catch (failure) {
      sayRefusal(failure, controls, failed);
    } finally {
      submit.disabled = false;
    }
  };

  const form = el('form', {class: 'ou-part ou-contact-form', novalidate: true, on: {submit: sendIt, input: keep, change: keep}},
    kinds.node,
    on.node,
    chips([[today(), t('Hôm nay', 'Today')], [plus(today(), -1), t('Hôm qua', 'Yesterday')]], value => put(on, value)),
    field(t('Đã gặp ai (chức danh, bộ phận)', 'With whom (office)'), withWhom,
      t('Chỉ ghi chức danh hoặc bộ phận; không ghi họ tên, số điện thoại.', 'The office only; no names, no telephone numbers.')),
    chips(OFFICES.map(([vi, en]) => [vi, t(vi, en)]), value => {
      put(withWhom, value);
      said.focus();
    }),
    field(t('Nội dung trao đổi, một dòng', 'What was said, one line'), said,
      t('Không ghi chuyện riêng của ai, không nhắc tên người đang được giới thiệu vào Đảng.', 'Nothing private, and no candidate’s name.')),
    el('details', {class: 'ou-contact-level', open: readiness.value !== ''},
      el('summary', {}, t('Mức độ sẵn sàng của doanh nghiệp (nếu rõ)', 'How ready the enterprise is (if it is clear)')), readiness.node),
    field(t('Bước tiếp theo (nếu có)', 'Next step (if any)'), nextStep),
    nextDay.node,
    chips(LATER.map(([days, words]) => [days, t(...words)]), days => put(nextDay, plus(today(), days))),
    reason && field(t('Lý do sửa', 'Reason of the correction'), reason),
    failed,
    el('div', {class: 'ou-actions ou-contact-send'}, submit,
      el('button', {type: 'button', class: 'ou-button', on: {click: () => {
        forget();
        cancel();
      }}}, t('Hủy', 'Cancel'))));
  return Object.assign(form, {
    /** Shows the form and begins at its first question. */
    begin: () => {
      form.scrollIntoView({block: 'nearest'});
      kinds.node.querySelector('input')?.focus({preventScroll: true});
    }
  });
}

/** @type {(level: Scale['levels'][number]) => [value: string, text: Child]} */
const stepOf = ({level, name, meaning}) => [String(level), el('span', {}, el('strong', {}, `${level} – ${name}`), el('br'), meaning)];

/**
 * Radio buttons as large as a thumb; `value` and `showError` as a field has them.
 *
 * @param {string} legend
 * @param {string} name
 * @param {[value: string, text: Child][]} options
 * @param {string} style
 * @param {Child} [hint]
 */
function choices(legend, name, options, style, hint = null) {
  const error = el('p', {class: 'ou-error', id: `${name}-error`, role: 'alert', hidden: true});
  const node = el('fieldset', {class: `ou-choices ${style}`, 'aria-describedby': error.id},
    el('legend', {}, legend),
    hint && el('p', {class: 'ou-hint'}, hint),
    options.map(([value, text]) => el('label', {class: 'ou-choice'}, el('input', {type: 'radio', name, value}), el('span', {}, text))),
    error);
  const inputs = [...node.querySelectorAll('input')];
  return {
    node,
    get value() {
      return inputs.find(input => input.checked)?.value ?? '';
    },
    set value(/** @type {string} */ value) {
      inputs.forEach(input => {
        input.checked = input.value === String(value);
      });
    },
    showError(/** @type {string | null} */ sentence) {
      error.textContent = sentence ?? '';
      error.hidden = !sentence;
      if (sentence) {
        node.closest('details')?.setAttribute('open', '');
        inputs[0].focus();
      }
    }
  };
}

/**
 * Buttons that type for the person.
 *
 * @template {string | number} V
 * @param {[value: V, text: string][]} options
 * @param {(value: V) => void} choose
 */
function chips(options, choose) {
  return el('div', {class: 'ou-chips'}, options.map(([value, text]) =>
    el('button', {type: 'button', class: 'ou-button', on: {click: () => choose(value)}}, text)));
}

/** @type {(iso: string, days: number) => string} */
function plus(iso, days) {
  const at = new Date(`${iso}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
