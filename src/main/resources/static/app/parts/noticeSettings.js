// @ts-check
import {get, put} from '../lib/api.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {el, field, load, stylesheet, toast} from '../lib/dom.js';
import {refusedMailText} from '../lib/notices.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./noticeSettings.css', import.meta.url));

const PATH = '/api/v1/me/notice-settings';

/** @typedef {{mail: string, bell: boolean, atOnce: string[], quietFrom: string | null, quietTo: string | null, quietWeekend: boolean,
 *   refusedMail: import('../lib/notices.js').RefusedMail | null}} Settings */

/** What may come at once instead of with the mail of the day. @type {[kind: string, name: string][]} */
const KINDS = [
  ['TASKS', t('Việc mới, việc đổi hạn, việc đã kết thúc', 'Tasks that are new, moved or gone')],
  ['CHANGES', t('Đổi người phụ trách, đổi thứ tự ưu tiên', 'Another responsible member, another rank')],
  ['CASES', t('Kết quả của hồ sơ', 'Results of cases')],
  ['PLANS', t('Kế hoạch chờ duyệt, điều chỉnh kế hoạch', 'Plans to approve, amendments')],
  ['DEPUTIES', t('Vắng mặt, người thay', 'Absences and deputies')]
];

/** How the person wants to be told, and when not. The server keeps at least one way on. */
export default function noticeSettings() {
  const place = el('div', {});
  load(place, () => get(PATH), form);
  return el('section', {class: 'ou-part ou-notice-settings'},
    el('h2', {}, t('Cách nhận thông báo', 'How to be told')), place);
}

/** @param {Settings} settings */
function form(settings) {
  const mail = tick('mail', settings.mail === 'AT_ONCE');
  const bell = tick('bell', settings.bell);
  const weekend = tick('quietWeekend', settings.quietWeekend);
  const from = time('quietFrom', settings.quietFrom, '21h00');
  const to = time('quietTo', settings.quietTo, '6h30');
  const kinds = KINDS.map(([kind]) => tick('atOnce', settings.atOnce.includes(kind)));
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const controls = {mail, bell, quietFrom: from, quietTo: to, quietWeekend: weekend};
  /** @type {(event: SubmitEvent) => Promise<void>} */
  const save = async event => {
    event.preventDefault();
    error.textContent = '';
    [from, to].forEach(control => control.showError(''));
    try {
      const kept = await put(PATH, {mail: mail.checked ? 'AT_ONCE' : 'NEVER', bell: bell.checked,
        atOnce: KINDS.filter((one, i) => kinds[i].checked).map(([kind]) => kind), quietFrom: from.value || null,
        quietTo: to.value || null, quietWeekend: weekend.checked});
      from.value = kept.quietFrom ?? '';
      to.value = kept.quietTo ?? '';
      toast(t('Đã lưu.', 'Saved.'));
    } catch (failure) {
      sayRefusal(failure, controls, error);
    }
  };
  return el('form', {on: {submit: save}, novalidate: true},
    settings.refusedMail && el('p', {class: 'ou-notice-refused'}, refusedMailText(settings.refusedMail)),
    el('fieldset', {}, el('legend', {}, t('Kênh', 'Channels')),
      choice(mail, t('Gửi thư điện tử: mỗi ngày làm việc một thư lúc 7 giờ 30', 'Mail me: one mail each working day at 7:30')),
      choice(bell, t('Hiện số tin chưa đọc ở chuông và báo ngay trên trang', 'Count unread notices at the bell and show them at once')),
      el('p', {class: 'ou-hint'}, t('Phải giữ ít nhất một kênh, để không ai lỡ hạn mà không được báo.',
        'At least one stays on, so that nobody misses a limit untold.'))),
    el('fieldset', {}, el('legend', {}, t('Gửi thư ngay, không đợi thư tổng hợp', 'At once, not with the mail of the day')),
      KINDS.map(([, name], i) => choice(kinds[i], name)),
      el('p', {class: 'ou-hint'}, t('Không đánh dấu: chỉ có trong thư tổng hợp. Lịch hẹn, và sự cố báo cho quản trị viên, luôn gửi ngay.',
        'Without a tick: with the mail of the day only. Calendar entries, and incidents to administrators, always come at once.'))),
    el('fieldset', {}, el('legend', {}, t('Giờ yên lặng', 'Quiet hours')),
      el('div', {class: 'ou-quiet-hours'},
        field(t('Từ', 'From'), from), field(t('Đến', 'To'), to)),
      choice(weekend, t('Cả thứ Bảy và Chủ nhật', 'Saturday and Sunday too')),
      el('p', {class: 'ou-hint'}, t('Trong giờ yên lặng, thư được giữ lại và gửi khi hết giờ; chuông vẫn đếm nhưng không hiện tin nổi. Để trống nếu không cần.',
        'Mails wait until the quiet hours are over; the bell counts but nothing pops up. Leave empty for none.'))),
    error,
    el('div', {class: 'ou-actions'}, el('button', {class: 'ou-button ou-primary'}, t('Lưu', 'Save'))));
}

/** @type {(name: string, checked: boolean) => HTMLInputElement} */
function tick(name, checked) {
  const box = el('input', {type: 'checkbox', name});
  box.checked = checked;
  return box;
}

/**
 * Text and not the browser's own field for times: that one would follow the browser's language. 6h30 is a time, and needs its letter.
 * @type {(name: string, value: string | null, example: string) => HTMLInputElement}
 */
function time(name, value, example) {
  return el('input', {name, value, maxlength: 20, placeholder: example, autocomplete: 'off'});
}

/** @type {(box: HTMLInputElement, text: string) => HTMLElement} */
function choice(box, text) {
  return el('label', {class: 'ou-tick'}, box, el('span', {}, text));
}
