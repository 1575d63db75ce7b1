// @ts-check
import {folded} from './folded.js';
import {t} from './text.js';

/** A grouping sign is the same all through, and the first group is no zero: 0.500 is half of something. */
const GROUPED = /^-?[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*$/;
const PLAIN = /^-?\d+$/;

/**
 * The whole number that a person typed or pasted, as plain digits: '1200' for 1200, 1.200, 1,200 and 1 200. Null for what
 * is none: 6,5 is not 65, and 1e3 is not 13.
 * @param {string} text
 */
export function readWhole(text) {
  const number = folded(text);
  return PLAIN.test(number) ? number : GROUPED.test(number) ? number.replace(/[., ]/g, '') : null;
}

/**
 * Makes a field one of whole numbers: `read()` is null where it is empty, `wrong()` says at the field that it holds none.
 * @param {HTMLInputElement} input
 */
export const wholeOf = input => ({
  read: () => input.value.trim() === '' ? null : Number(readWhole(input.value)),
  wrong: () => {
    const wrong = input.value.trim() !== '' && readWhole(input.value) === null;
    input.showError(wrong ? wholeSentence(input.value) : null);
    return wrong;
  }
});

/** @param {string} text */
export const wholeSentence = text => t(`“${text.trim()}” không phải là số nguyên. Chỉ ghi chữ số, ví dụ 1200 hoặc 1.200.`,
  `“${text.trim()}” is no whole number. Write digits only, such as 1200 or 1.200.`);
