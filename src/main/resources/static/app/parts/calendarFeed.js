// @ts-check
import {get, post, remove} from '../lib/api.js';
import {confirmDialog, el, fill, load, stylesheet, toast} from '../lib/dom.js';
import {moment} from '../lib/format.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./calendarFeed.css', import.meta.url));

const PATH = '/api/v1/me/calendar';

/** @typedef {{madeAt: string | null, address?: string | null}} Feed the address only where it was just made */

/** The address of one's own appointments for the calendar of a phone. It is shown once, when it is made. */
export default function calendarFeed() {
  const place = el('div', {});
  load(place, () => get(PATH), feed => state(place, feed));
  return el('section', {class: 'ou-part ou-calendar-feed'},
    el('h2', {}, t('Lịch cá nhân', 'Personal calendar')),
    el('p', {}, t('Ngày khảo sát và ngày gặp doanh nghiệp hiện trong lịch của điện thoại hoặc máy tính, tự cập nhật khi đổi hoặc hủy.',
      'Days of surveys and meetings show in the calendar of your phone or computer, and follow when they move or end.')),
    place);
}

/** @type {(place: HTMLElement, feed: Feed) => HTMLElement} */
function state(place, feed) {
  return el('div', {},
    el('p', {}, feed.madeAt
      ? t(`Đã có địa chỉ lịch, tạo lúc ${moment(feed.madeAt)}.`, `There is an address, made ${moment(feed.madeAt)}.`)
      : t('Chưa có địa chỉ lịch.', 'There is no address yet.')),
    feed.address && shown(feed.address),
    el('div', {class: 'ou-actions'},
      el('button', {type: 'button', class: 'ou-button ou-primary ou-feed-make', on: {click: () => make(place, feed.madeAt)}},
        feed.madeAt ? t('Tạo địa chỉ mới', 'Make a new address') : t('Tạo địa chỉ lịch cá nhân', 'Make a calendar address')),
      feed.madeAt && el('button', {type: 'button', class: 'ou-button ou-feed-revoke', on: {click: () => revoke(place)}},
        t('Hủy địa chỉ', 'Revoke the address'))));
}

/** @param {string} url */
function shown(url) {
  const box = el('input', {readonly: true, value: url, 'aria-label': t('Địa chỉ lịch', 'Calendar address'), on: {focus: () => box.select()}});
  return el('div', {class: 'ou-feed-address'},
    box,
    el('button', {type: 'button', class: 'ou-button ou-feed-copy', on: {click: () => copy(box)}}, t('Sao chép', 'Copy')),
    el('p', {class: 'ou-hint'}, t('Địa chỉ chỉ hiện lần này. Ai có địa chỉ đều xem được lịch: không chuyển cho người khác. Thêm vào lịch bằng mục “Thêm lịch bằng URL”.',
      'The address is shown this once. Whoever has it reads the calendar: pass it on to nobody. Add it by “subscribe from URL”.')));
}

/** @type {(place: HTMLElement, replaces: string | null) => Promise<void>} */
async function make(place, replaces) {
  const question = t('Địa chỉ cũ sẽ không dùng được nữa. Tạo địa chỉ mới?', 'The old address will stop working. Make a new one?');
  if (!replaces || await confirmDialog(question)) {
    await change(place, () => post(PATH));
  }
}

/** @param {HTMLElement} place */
async function revoke(place) {
  if (await confirmDialog(t('Hủy địa chỉ lịch? Lịch trên điện thoại sẽ thôi cập nhật.', 'Revoke the address? Your phone will get no more updates.'))) {
    await change(place, async () => {
      await remove(PATH);
      return {madeAt: null};
    });
  }
}

/** @type {(place: HTMLElement, doing: () => Promise<Feed>) => Promise<void>} */
async function change(place, doing) {
  try {
    fill(place, state(place, await doing()));
  } catch (failure) {
    toast(failure.message, 'error');
  }
}

/** Without a secure connection browsers let no script copy; the text is selected then. @param {HTMLInputElement} box */
async function copy(box) {
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    toast(t('Đã sao chép.', 'Copied.'));
  } catch (notAllowed) {
    toast(t('Đã chọn địa chỉ; hãy sao chép bằng bàn phím.', 'The address is selected; copy it with the keyboard.'));
  }
}
