// @ts-check
import {address} from '../lib/api.js';
import {el, stylesheet} from '../lib/dom.js';
import {day} from '../lib/format.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./said.css', import.meta.url));

/** So many papers stand open above a form; the rest is one click away. */
const OPEN = 6;

/**
 * @typedef {{label: string, number: string | null, date: string | null, content: string | null, shown: boolean, keptAt: string | null}} Paper
 */

/** Above the form of a decision: the papers that it stands on, each to be looked at. @param {Paper[]} papers */
export function decisionPapers(papers) {
  const list = (/** @type {Paper[]} */ some) => el('ul', {class: 'ou-earlier-steps'}, some.map(paper));
  return papers.length > 0 && el('section', {class: 'ou-part ou-earlier ou-decision-papers', 'aria-label': t('Giấy tờ để quyết định', 'Papers to decide on')},
    el('h4', {}, t('Giấy tờ để quyết định', 'Papers to decide on')),
    list(papers.slice(0, OPEN)),
    papers.length > OPEN && el('details', {},
      el('summary', {}, t(`${papers.length - OPEN} giấy tờ nữa`, `${papers.length - OPEN} more papers`)),
      list(papers.slice(OPEN))));
}

/** @param {Paper} shown */
function paper({label, number, date, content, shown, keptAt}) {
  return el('li', {},
    content ? el('a', {href: address(content), ...shown ? {target: '_blank', rel: 'noopener'} : {download: ''}}, label) : el('strong', {}, label),
    number && t(` số ${number}`, ` no. ${number}`), date && t(` ngày ${day(date)}`, ` of ${day(date)}`),
    keptAt && el('span', {class: 'ou-source'}, t(` · Nơi giữ: ${keptAt}`, ` · Kept at: ${keptAt}`)));
}
