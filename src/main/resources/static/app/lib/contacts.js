// @ts-check
import {get} from './api.js';
import {day} from './format.js';
import {language, t} from './text.js';

/** What the parts that show contacts have in common: words, the scale of readiness, and the news that one was written. */

export const KINDS = ['VISIT', 'CALL', 'MEETING', 'LETTER', 'CHANCE'];

/**
 * @typedef {{day: string, kind: string}} Met the day and kind of a contact, or of what was recorded as one
 * @typedef {Met & {whoName: string}} Colleague who was there, and when
 * @typedef {Met & {id: number, taxCode: string, withWhom: string, said: string, nextStep: string | null, nextDay: string | null,
 *   readiness: number | null, madeBy: string, madeByName: string, recordedBy: string, recordedAt: string, current: boolean,
 *   withdrawn: boolean, corrects: number | null, reason: string | null}} Contact a row of the log
 * @typedef {{colleagueWithin7Days: Colleague | null, last: Contact[], lastMet: Met | null,
 *   may: {write: boolean, correctOthers: boolean}}} Recent
 * @typedef {{direction: string, subject: string, levels: {level: number, name: string, meaning: string}[]}} Scale
 */

/** @type {Record<string, [string, string]>} */
const WORDS = {
  VISIT: ['Đến tận nơi', 'Visit'],
  CALL: ['Gọi điện', 'Call'],
  MEETING: ['Họp, làm việc', 'Meeting'],
  LETTER: ['Công văn, thư', 'Letter'],
  CHANCE: ['Tình cờ gặp', 'By chance']
};

const CHANGED = 'ou-contacts-changed';

/** @param {string} kind */
export const kindText = kind => t(...WORDS[kind]);

/** @param {string} taxCode */
export const pathOf = taxCode => `/api/v1/enterprises/${encodeURIComponent(taxCode)}/contacts`;

/**
 * @param {string} taxCode
 * @param {string} [plannedOn] the day of the next contact, today if it is left out
 * @returns {Promise<Recent>}
 */
export const recent = (taxCode, plannedOn) => get(`${pathOf(taxCode)}/recent${plannedOn ? `?plannedOn=${plannedOn}` : ''}`);

/** 30/10/2026 (đến tận nơi). @param {Met} met */
export const metText = met => `${day(met.day)} (${kindText(met.kind).toLowerCase()})`;

/** Of an enterprise whose log is empty: what is recorded of it all the same. @param {Met | null} [lastMet] */
export const nothingLogged = lastMet => t('Chưa có liên hệ nào được ghi', 'No contact logged yet')
  + (lastMet ? t(`; theo hồ sơ, lần gần nhất: ${metText(lastMet)}`, `; last recorded: ${metText(lastMet)}`) : '');

/** @type {Promise<any> | undefined} */
let scale;

/** The five steps with their meanings in the page's language, and the two sentences that must stand beside them. @returns {Promise<Scale>} */
export function readinessScale() {
  scale ??= get('/api/v1/readiness-scale').catch(failure => {
    scale = undefined;
    throw failure;
  });
  return scale.then(words => ({
    direction: words.direction[language()],
    subject: words.subject[language()],
    levels: words.levels.map((/** @type {any} */ {level, name, meaning}) => ({level, name: name[language()], meaning: meaning[language()]}))
  }));
}

/** The sentence that a colleague was just there; null where nobody was. @param {Colleague | null} colleague */
export function colleagueText(colleague) {
  return colleague && t(
    `${colleague.whoName} đã liên hệ doanh nghiệp này ngày ${day(colleague.day)} (${kindText(colleague.kind).toLowerCase()}). Hãy trao đổi với đồng nghiệp trước khi liên hệ tiếp.`,
    `${colleague.whoName} was in contact with this enterprise on ${day(colleague.day)} (${kindText(colleague.kind).toLowerCase()}). Talk to your colleague before the next contact.`);
}

/** Tells every part on the page that the contacts of this enterprise are others now. @param {string} taxCode */
export function tellChanged(taxCode) {
  document.dispatchEvent(new CustomEvent(CHANGED, {detail: taxCode}));
}

/**
 * Calls back at every change as long as the node stands in the page.
 * @param {Node} node
 * @param {string} taxCode
 * @param {() => void} callback
 */
export function onChanged(node, taxCode, callback) {
  let stood = false;
  const listener = (/** @type {any} */ event) => {
    stood ||= node.isConnected;
    if (stood && !node.isConnected) {
      document.removeEventListener(CHANGED, listener);
    } else if (event.detail === taxCode) {
      callback();
    }
  };
  document.addEventListener(CHANGED, listener);
}
