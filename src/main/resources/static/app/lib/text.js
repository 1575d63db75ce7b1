// @ts-check
/**
 * Vietnamese first: the language is Vietnamese whatever the browser says, until the person chooses English. Both texts
 * stand where they are shown: t('Lưu', 'Save').
 */

const KEY = 'outreach.language';

/** @returns {'vi' | 'en'} */
export function language() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch (noStorage) {
    return 'vi';
  }
}

/** Remembers the choice for the pages and the webapps of this browser, and shows the page again. @param {'vi' | 'en'} chosen */
export function choose(chosen) {
  localStorage.setItem(KEY, chosen);
  location.reload();
}

/** @type {(vi: string, en: string) => string} */
export function t(vi, en) {
  return language() === 'en' ? en : vi;
}

/**
 * What the server calls a thing, by its whole Vietnamese label; fetched only by who reads English.
 * @type {Map<string, string>}
 */
export const ENGLISH = language() === 'en' ? (await import('./english.js')).ENGLISH : new Map();

/**
 * The name of a task, a stage, a filter or a field that comes from models, forms or the register, in the chosen language.
 * @param {string} label
 */
export const named = label => ENGLISH.get(label) ?? label;
