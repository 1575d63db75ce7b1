import {confirmDialog, el, field} from '../lib/dom.js';
import {KINDS, colleagueText, kindText} from '../lib/contacts.js';
import {dayField} from '../lib/day.js';
import {today} from '../lib/format.js';
import {t} from '../lib/text.js';

/** Made for one thumb at a factory gate: what can be chosen is a button, today stands there, little has to be typed. */

const OFFICES = [
  ['chủ doanh nghiệp', 'owner'], ['giám đốc', 'director'], ['phòng nhân sự', 'personnel'], ['phòng hành chính', 'administration'],
  ['công đoàn cơ sở', 'union'], ['bảo vệ, lễ tân', 'gate, reception']
];
const LATER = [[3, ['sau 3 ngày', 'in 3 days']], [7, ['sau 1 tuần', 'in 1 week']], [14, ['sau 2 tuần', 'in 2 weeks']]];

/** What was typed and not yet sent, by enterprise: Tasklist draws its tabs anew whenever it likes. */
const drafts = new Map();

export const hasDraft = name => drafts.has(name);

/**
 * @param contact the row to correct, or none for a new one
 * @param draft the name under which what is typed outlives the form, or none
 * @param planned asks whether a colleague was there shortly before the day of the next step
 * @param send sends the values; its refusal is said at the field
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
    [['', t('Lần này không ghi mức', 'Not rated this time')], ...[...scale.levels].reverse().map(({level, name: step, meaning}) =>
      [String(level), el('span', {}, el('strong', {}, `${level} – ${step}`), el('br'), meaning)])], 'ou-levels',
    [el('strong', {}, scale.direction), ' ', scale.subject]);
  const nextStep = el('input', {name: 'nextStep', maxlength: 200, autocomplete: 'off', enterkeyhint: 'next'});
  const nextDay = dayField(t('Ngày của bước tiếp theo', 'Its day'), {name: 'nextDay'});
  const reason = contact && el('input', {name: 'reason', maxlength: 300, autocomplete: 'off'});
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const submit = el('button', {class: 'ou-button ou-primary'}, t('Lưu', 'Save'));

  const controls = {kind: kinds, day: on, withWhom, said, readiness, nextStep, nextDay, reason};
  const values = () => Object.fromEntries(Object.entries(controls).filter(([, control]) => control)
    .map(([key, control]) => [key, control.value === '' ? null : control.value]));
  const show = from => Object.entries(controls).forEach(([key, control]) => {
    if (control) {
      control.value = from[key] ?? '';
    }
  });
  show(drafts.get(draft) ?? contact ?? {day: today()});

  const keep = () => draft && drafts.set(draft, values());
  const forget = () => drafts.delete(draft);
  const put = (control, value) => {
    control.value = value;
    keep();
  };

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
      const colleague = sent.nextDay && sent.nextStep ? await planned(sent.nextDay) : null;
      if (colleague && !await confirmDialog(colleagueText(colleague), t('Vẫn hẹn ngày này', 'Plan it anyway'), t('Chọn ngày khác', 'Choose another day'))) {
        nextDay.focus();
        return;
      }
      const answer = await send(sent);
      forget();
      done(answer);
    } catch (failure) {
      const control = controls[failure.field];
      if (control) {
        control.showError(failure.message);
      } else {
        failed.textContent = failure.message;
      }
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
  form.begin = () => {
    form.scrollIntoView({block: 'nearest'});
    kinds.node.querySelector('input').focus({preventScroll: true});
  };
  return form;
}

/** Radio buttons as large as a thumb; `value` and `showError` as a field has them. */
function choices(legend, name, options, style, hint) {
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
    set value(value) {
      inputs.forEach(input => {
        input.checked = input.value === String(value);
      });
    },
    showError(sentence) {
      error.textContent = sentence ?? '';
      error.hidden = !sentence;
      if (sentence) {
        node.closest('details')?.setAttribute('open', '');
        inputs[0].focus();
      }
    }
  };
}

/** Buttons that type for the person. */
function chips(options, choose) {
  return el('div', {class: 'ou-chips'}, options.map(([value, text]) =>
    el('button', {type: 'button', class: 'ou-button', on: {click: () => choose(value)}}, text)));
}

function plus(iso, days) {
  const at = new Date(`${iso}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
