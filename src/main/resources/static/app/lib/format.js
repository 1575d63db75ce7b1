// @ts-check
import {language, t} from './text.js';

/** How dates and numbers are written here: 26/11/2026 and 1.234 in Vietnamese, the same order of days in English. */

const ZONE = 'Asia/Ho_Chi_Minh';

/** '2026-11-26' or a moment → '26/11/2026'; '' for nothing. @param {string | null | undefined} iso */
export function day(iso) {
  if (!iso) {
    return '';
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return plain ? `${plain[3]}/${plain[2]}/${plain[1]}` : parts(iso).day;
}

/** '2026-11-26T14:30:00+07:00' → '26/11/2026 14:30'. @param {string | null | undefined} iso */
export function moment(iso) {
  if (!iso) {
    return '';
  }
  const at = parts(iso);
  return `${at.day} ${at.time}`;
}

/** Today in Vietnam as '2026-11-26', wherever the phone thinks it is. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: ZONE}).format(new Date());
}

/** @param {number | null | undefined} value */
export function number(value) {
  return value === null || value === undefined ? '' : new Intl.NumberFormat(language() === 'en' ? 'en' : 'vi-VN').format(value);
}

/**
 * Working days left as the server counts them: negative is overdue. Where the days off of a year are not known, it says so.
 * @param {number | null | undefined} workingDays
 * @param {number | null} [daysOffUnknown] the year
 * @returns {string}
 */
export function due(workingDays, daysOffUnknown) {
  if (daysOffUnknown) {
    return t(`${due(workingDays)}, chưa trừ ngày nghỉ lễ năm ${daysOffUnknown}`, `${due(workingDays)}, days off of ${daysOffUnknown} not known`);
  }
  if (workingDays === null || workingDays === undefined) {
    return t('không có hạn', 'no due date');
  }
  if (workingDays < 0) {
    return t(`quá hạn ${-workingDays} ngày làm việc`, `${-workingDays} working days overdue`);
  }
  return workingDays === 0 ? t('hạn hôm nay', 'due today') : t(`còn ${workingDays} ngày làm việc`, `${workingDays} working days left`);
}

/** @param {string} iso */
function parts(iso) {
  const at = new Date(iso);
  const two = (/** @type {Intl.DateTimeFormatOptions} */ options) => new Intl.DateTimeFormat('en-GB', {timeZone: ZONE, ...options}).format(at);
  return {
    day: two({day: '2-digit', month: '2-digit', year: 'numeric'}),
    time: two({hour: '2-digit', minute: '2-digit', hour12: false})
  };
}
