// @ts-check
import {get} from '../lib/api.js';
import {el, fill, load, stylesheet} from '../lib/dom.js';
import {day, today} from '../lib/format.js';
import {t} from '../lib/text.js';
import calendarDays, {newDays, OFF, shownName} from '../parts/calendarDays.js';

/** @import {Day} from '../parts/calendarDays.js' */
/** @import {Person} from '../lib/session.js' */

export const title = t('Lịch làm việc', 'Working days');

stylesheet(new URL('../parts/calendar.css', import.meta.url));

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** From October on it is said where nobody has entered the days of the year to come. */
const NEXT_YEAR_FROM = 10;
const WEEKDAYS = [['T2', 'Mo', 'thứ Hai', 'Monday'], ['T3', 'Tu', 'thứ Ba', 'Tuesday'], ['T4', 'We', 'thứ Tư', 'Wednesday'],
  ['T5', 'Th', 'thứ Năm', 'Thursday'], ['T6', 'Fr', 'thứ Sáu', 'Friday'], ['T7', 'Sa', 'thứ Bảy', 'Saturday'], ['CN', 'Su', 'Chủ nhật', 'Sunday']];

/**
 * A year at a glance: days off, worked Saturdays and Sundays, and those that nobody has confirmed. The year stands in the address.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function calendar(main, {me}) {
  const asked = Number(new URLSearchParams(location.search).get('year'));
  let year = asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : Number(today().slice(0, 4));
  const place = el('div', {class: 'ou-cal'});
  const heading = el('h2', {class: 'ou-cal-year', 'aria-live': 'polite'});
  const missing = el('div');
  const show = () => {
    heading.textContent = String(year);
    before.disabled = year <= FIRST_YEAR;
    after.disabled = year >= LAST_YEAR;
    return load(place, () => get(`/api/v1/holidays?year=${year}`), ({items}) => [
      items.every((/** @type {Day} */ {kind}) => kind !== OFF) && el('p', {class: 'ou-cal-missing'}, noDays(year)),
      legend(),
      el('div', {class: 'ou-cal-months'}, Array.from({length: 12}, (_, i) => month(year, i, items))),
      calendarDays({year, days: items, keeps: me.keepsHolidays, again: show})
    ]);
  };
  const turn = (/** @type {number} */ by) => () => {
    year += by;
    history.replaceState(null, '', `?year=${year}`);
    show();
  };
  const before = el('button', {type: 'button', class: 'ou-button', 'aria-label': t('Năm trước', 'The year before'), on: {click: turn(-1)}}, '‹');
  const after = el('button', {type: 'button', class: 'ou-button', 'aria-label': t('Năm sau', 'The year after'), on: {click: turn(1)}}, '›');
  fill(main, el('h1', {}, title), missing, el('div', {class: 'ou-cal-turn'}, before, heading, after),
    me.keepsHolidays && newDays(() => year, show), place);
  sayMissing(missing);
  return show();
}

/** @param {number} year */
const noDays = year => t(`Chưa ai nhập ngày nghỉ năm ${year}; hạn tính qua năm này chưa trừ ngày nghỉ lễ.`,
  `Nobody has entered the days off of ${year}; limits that run through it do not leave them out.`);

/** The year to come without days off. @param {HTMLElement} place */
async function sayMissing(place) {
  const [year, month] = today().split('-').map(Number);
  if (month >= NEXT_YEAR_FROM) {
    const {items} = await get(`/api/v1/holidays?year=${year + 1}`);
    fill(place, items.length === 0 && el('p', {class: 'ou-cal-missing', role: 'status'}, noDays(year + 1)));
  }
}

/** @type {(name: string, mark: string, text: string) => HTMLElement} */
const explained = (name, mark, text) => el('li', {}, el('span', {class: `ou-cal-day ou-cal-${name}`, 'aria-hidden': 'true'}, mark), text);

function legend() {
  return el('ul', {class: 'ou-cal-legend', 'aria-label': t('Chú thích', 'Legend')},
    explained('off', t('N', 'O'), t('ngày nghỉ', 'day off')),
    explained('working', t('L', 'W'), t('thứ Bảy, Chủ nhật làm bù', 'worked Saturday or Sunday')),
    explained('unsure', '?', t('chưa chắc chắn: văn phòng, ban tổ chức hoặc ban chỉ đạo phải xác nhận',
      'not certain: the office, the organisation board or the steering board must confirm it')),
    explained('today', t('25', '25'), t('hôm nay', 'today')));
}

/** @type {(year: number, index: number, days: Day[]) => HTMLElement} */
function month(year, index, days) {
  const first = new Date(Date.UTC(year, index, 1));
  const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  /** @type {HTMLElement[]} */
  const cells = Array.from({length: (first.getUTCDay() + 6) % 7}, () => el('td'));
  for (let i = 1; i <= length; i++) {
    const iso = new Date(Date.UTC(year, index, i)).toISOString().slice(0, 10);
    cells.push(cell(iso, i, cells.length % 7 > 4, days.find(one => one.day === iso)));
  }
  const weeks = [];
  while (cells.length) {
    weeks.push(el('tr', {}, cells.splice(0, 7)));
  }
  return el('table', {class: 'ou-cal-month'}, el('caption', {}, t(`Tháng ${index + 1}`, MONTHS[index])),
    el('thead', {}, el('tr', {}, WEEKDAYS.map(([vi, en, long, longEn]) =>
      el('th', {scope: 'col'}, el('abbr', {title: t(long, longEn)}, t(vi, en)))))),
    el('tbody', {}, weeks));
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** @type {(iso: string, number: number, weekend: boolean, found: Day | undefined) => HTMLElement} */
function cell(iso, number, weekend, found) {
  const now = iso === today();
  const style = `ou-cal-day${found ? ` ou-cal-${found.kind.toLowerCase()}${found.sure ? '' : ' ou-cal-unsure'}` : weekend ? ' ou-cal-weekend' : ''}${now ? ' ou-cal-today' : ''}`;
  const mark = found && `${found.kind === OFF ? t('N', 'O') : t('L', 'W')}${found.sure ? '' : '?'}`;
  return el('td', {}, el('span', {class: style, 'aria-current': now && 'date', title: found && `${day(iso)}: ${shownName(found)}`},
    number, mark && el('span', {class: 'ou-cal-mark'}, mark)));
}
