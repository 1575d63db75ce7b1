// @ts-check
import {address, get} from '../lib/api.js';
import {el, fill, load, stylesheet} from '../lib/dom.js';
import {today} from '../lib/format.js';
import {queryOf, questionIn} from '../lib/plan.js';
import {product} from '../lib/login.js';
import {t} from '../lib/text.js';
import planHead, {isDraft} from '../parts/planHead.js';
import planHistory from '../parts/planHistory.js';
import planRanks from '../parts/planRanks.js';
import planReport from '../parts/planReport.js';
import planResults from '../parts/planResults.js';
import planRows from '../parts/planRows.js';

/** @import {Person} from '../lib/session.js' */
/** @import {Asking, Change, Go, Head, Link, Question, Shown} from '../lib/plan.js' */

export const title = t('Kế hoạch năm', 'Yearly plan');

stylesheet(new URL('../parts/plan.css', import.meta.url));
stylesheet(new URL('../parts/bulk.css', import.meta.url));
stylesheet(new URL('../parts/worklist.css', import.meta.url));
stylesheet(new URL('../parts/load.css', import.meta.url));

/** @type {[tab: string, name: string, part: (asking: Asking) => Shown][]} */
const TABS = [
  ['rows', t('Danh sách', 'List'), planRows],
  ['ranks', t('Thứ tự', 'Order'), planRanks],
  ['results', t('Kết quả', 'Results'), planResults],
  ['report', t('Báo cáo', 'Report'), planReport],
  ['changes', t('Thay đổi', 'Changes'), planHistory]
];

/**
 * A year's plan: who answers for which enterprise, and what came of it. What is looked at stands in the address, to be kept and passed on.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function plan(main, {me}) {
  const thisYear = Number(today().slice(0, 4));
  // Who may start a yearly plan writes it; what exactly is the server's to judge.
  const writes = me.starts.includes('annualPlan');
  /** @type {Question} */
  let question = {year: thisYear};
  /** @type {Head | null} */
  let head = null;
  /** @type {Shown | undefined} */
  let shown;
  const about = el('div', {class: 'ou-plan-head'});
  const place = el('div');

  const read = () => {
    const asked = questionIn(location.search);
    question = {...asked, year: Number(/^\d{4}$/.test(asked.year) ? asked.year : thisYear)};
  };
  /** @type {Go} */
  const go = change => {
    const before = question.year;
    history.pushState(null, '', `?${queryOf({...question, ...change})}`);
    read();
    if (question.year !== before) {
      open();
    } else if (!shown?.takes?.(question, Object.keys(change))) {
      draw();
    }
  };
  /** @type {Link} */
  const link = (change, text, props = {}) => el('a', {...props, href: address(`/app/plan?${queryOf({...question, ...change})}`), on: {click: event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(change);
    }
  }}}, text);
  const tab = () => TABS.find(([one]) => one === question.tab) ?? TABS.find(([one]) => one === (isDraft(head) ? 'rows' : 'results')) ?? TABS[0];
  const draw = () => {
    const [here, name, part] = tab();
    document.title = `${title} ${question.year}, ${name} – ${product()}`;
    fill(about, el('h1', {}, `${title} ${question.year}`), years(), planHead({year: question.year, head, writes, changed: open}), tabs(here));
    shown = part({question, link, go, head, writes, heads: me.head, reload: open});
    fill(place, shown.node);
  };
  const years = () => {
    const choice = el('select', {'aria-label': t('Năm', 'Year'), on: {change: () => go({...ONLY_YEAR, year: choice.value})}},
      yearsToChoose().map(year => el('option', {value: year, selected: year === question.year}, year)));
    return el('label', {class: 'ou-plan-choice'}, el('span', {}, t('Năm', 'Year')), choice);
  };
  const yearsToChoose = () => [...new Set([thisYear + 1, thisYear, question.year, ...planned])].sort((a, b) => b - a);
  const tabs = (/** @type {string} */ here) => el('nav', {class: 'ou-chips ou-plan-tabs', 'aria-label': t('Phần của kế hoạch', 'Parts of the plan')}, TABS.map(([one, text]) =>
    link({...ONLY_YEAR, tab: one}, text, {class: 'ou-chip', 'aria-current': one === here ? 'page' : null})));

  /** @type {number[]} */
  let planned = [];
  const open = () => load(place, () => get('/api/v1/plans'), (/** @type {{items: Head[]}} */ {items}) => {
    planned = items.map(({year}) => year);
    head = items.find(({year}) => year === question.year) ?? null;
    draw();
    return shown?.node;
  });

  fill(main, about, place);
  addEventListener('popstate', () => {
    read();
    open();
  });
  read();
  return open();
}

/** Everything that was asked of another year or part. */
const ONLY_YEAR = Object.fromEntries(Object.keys(questionIn('?tab&period&by&cutOff&measure&state&unit&responsibleMember&zone&priority&status&q&sort&taxCode'))
  .map(name => [name, null]));
