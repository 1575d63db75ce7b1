/**
 * Vietnamese first: the language is Vietnamese whatever the browser says, until the person chooses English. Both texts
 * stand where they are shown: t('Lưu', 'Save').
 */

const KEY = 'outreach.language';

export function language() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch (noStorage) {
    return 'vi';
  }
}

/** Remembers the choice for the pages and the webapps of this browser, and shows the page again. */
export function choose(chosen) {
  localStorage.setItem(KEY, chosen);
  location.reload();
}

export function t(vi, en) {
  return language() === 'en' ? en : vi;
}
