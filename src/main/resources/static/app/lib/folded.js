// @ts-check

/**
 * What a person typed or pasted, with one sign for what looks alike, before it is read as a number, a day or a code: full
 * width, no-break and invisible blanks, all kinds of dashes. The server folds by the same rules (Folding.code).
 * @param {string} text
 */
export const folded = text => text.normalize('NFKC').replace(/[\p{Cf}\u3164\u115f\u1160\u2800\u034f\ufe0f]/gu, '')
  .replace(/\s+/g, ' ').replace(/[\u2010-\u2015\u2212\ufe58]/g, '-').trim();

/** A candidate's reference as its page and its address have it: 'UV-2026-0001'; undefined for what is none. @param {string} text */
export function readReference(text) {
  const found = /^UV-?(\d{4})-?(\d{4})$/.exec(folded(text).replace(/ /g, '').toUpperCase());
  return found ? `UV-${found[1]}-${found[2]}` : undefined;
}

/** Whether a tax code was begun, with or without its name in front, and no enterprise's name. @param {string} text */
export const isTaxCode = text => /^(?:mst|mã số thuế)?[ :]*\d[\d .-]*$/i.test(folded(text));
