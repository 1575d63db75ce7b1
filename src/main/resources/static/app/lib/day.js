// @ts-check
import {el, field, stylesheet, svg} from './dom.js';
import {folded} from './folded.js';
import {day} from './format.js';
import {t} from './text.js';

stylesheet(new URL('./day.css', import.meta.url));

const WRITTEN = /^(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d{4})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * A day as it is written here, dd/MM/yyyy: a browser's own field follows the country of the browser. Typed, or chosen in
 * the browser's calendar, which on a phone is the one that the person knows.
 *
 * Has `node`, `value` ('2026-11-26', '' for none), `showError(sentence)`, `focus()`, and `isWrong()`, which says so too.
 *
 * @param {string} label
 * @param {{name?: string, value?: string | null, min?: string, max?: string, hint?: string}} options
 */
export function dayField(label, {name, value, min, max, hint} = {}) {
  const text = el('input', {name, inputmode: 'numeric', placeholder: t('ngày/tháng/năm', 'day/month/year'), autocomplete: 'off', maxlength: 30});
  const calendar = el('input', {type: 'date', class: 'ou-day-calendar', tabindex: -1, 'aria-hidden': 'true', min, max, on: {change: (/** @type {Event} */ event) => {
    event.stopPropagation();
    put(calendar.value);
    text.dispatchEvent(new Event('input', {bubbles: true}));
  }}});
  const open = el('button', {type: 'button', class: 'ou-day-open', 'aria-label': t('Chọn ngày trong lịch', 'Choose in the calendar'),
    on: {click: () => {
      calendar.value = readDay(text.value) ?? '';
      calendar.showPicker();
    }}}, icon());
  const node = field(label, text, hint);
  const line = el('div', {class: 'ou-day'});
  text.replaceWith(line);
  line.append(text, open, calendar);
  const put = (/** @type {string | null | undefined} */ given) => {
    text.value = day(given);
  };
  put(value);
  return {
    node,
    get value() {
      return folded(text.value) === '' ? '' : readDay(text.value) ?? text.value;
    },
    set value(given) {
      put(given);
    },
    showError: (/** @type {string | null} */ sentence) => text.showError(sentence),
    focus: () => text.focus(),
    isWrong() {
      const wrong = folded(text.value) !== '' && !readDay(text.value);
      if (wrong) {
        text.showError(daySentence(text.value));
      }
      return wrong;
    }
  };
}

/** A leaf of a calendar; letters for it are not on every computer. */
const icon = () => svg('svg', {viewBox: '0 0 20 20', 'aria-hidden': 'true'}, svg('path', {d: 'M2.5 4.5h15v13h-15zM2.5 8.5h15M6.5 2v4M13.5 2v4'}));

/** '27/11/2026' → '2026-11-27'; undefined for what is no day of the calendar, or of no year that is meant here. @param {string} text */
export function readDay(text) {
  const read = parts(text);
  if (!read) {
    return undefined;
  }
  const {at, date, month, year} = read;
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year >= FIRST_YEAR && year <= LAST_YEAR
    ? at.toISOString().slice(0, 10) : undefined;
}

/** Why a text is no day. @param {string} text */
export function daySentence(text) {
  const year = parts(text)?.year;
  if (year === undefined) {
    return t('Ngày viết dạng ngày/tháng/năm, ví dụ 27/11/2026.', 'Write the day as day/month/year, such as 27/11/2026.');
  }
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? t(`Không có ngày ${text.trim()} trong lịch.`, `There is no day ${text.trim()} in the calendar.`)
    : t(`Năm phải từ ${FIRST_YEAR} đến ${LAST_YEAR}.`, `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}

/** @param {string} text */
function parts(text) {
  const found = WRITTEN.exec(folded(text));
  if (!found) {
    return undefined;
  }
  const [date, month, year] = found.slice(1).map(Number);
  return {at: new Date(Date.UTC(year, month - 1, date)), date, month, year};
}
