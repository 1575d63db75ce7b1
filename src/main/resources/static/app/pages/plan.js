import {address} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {today} from '../lib/format.js';
import {queryOf, questionIn} from '../lib/plan.js';
import {product} from '../lib/login.js';
import {t} from '../lib/text.js';
import planResults from '../parts/planResults.js';
import planRows from '../parts/planRows.js';

export const title = t('Kế hoạch năm', 'Yearly plan');

stylesheet(new URL('../parts/plan.css', import.meta.url));

const FIRST_YEAR = 2016;

const TABS = [
  ['rows', t('Danh sách', 'List'), planRows],
  ['results', t('Kết quả', 'Results'), planResults]
];

/** A year's plan: who answers for which enterprise, and what came of it. What is looked at stands in the address, to be kept and passed on. */
export default function plan(main, {me}) {
  const thisYear = Number(today().slice(0, 4));
  let question = {};
  let shown;
  const head = el('div', {class: 'ou-plan-head'});
  const place = el('div');

  const read = () => {
    const asked = questionIn(location.search);
    question = {...asked, year: /^\d{4}$/.test(asked.year) ? asked.year : String(thisYear), tab: TABS.some(([tab]) => tab === asked.tab) ? asked.tab : 'results'};
  };
  const go = change => {
    const next = {...question, ...change};
    history.pushState(null, '', `?${queryOf(next)}`);
    read();
    if (!shown?.takes?.(question, Object.keys(change))) {
      draw();
    }
  };
  const link = (change, text, props = {}) => el('a', {...props, href: address(`/app/plan?${queryOf({...question, ...change})}`), on: {click: event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(change);
    }
  }}}, text);
  const draw = () => {
    const [, name, part] = TABS.find(([tab]) => tab === question.tab);
    document.title = `${title} ${question.year}, ${name} – ${product()}`;
    fill(head, el('h1', {}, `${title} ${question.year}`), years(), tabs());
    shown = part({question, link, go, me});
    fill(place, shown.node);
  };
  const years = () => {
    const choice = el('select', {'aria-label': t('Năm', 'Year'), on: {change: () => go({...ONLY_YEAR, year: choice.value})}},
      Array.from({length: thisYear + 2 - FIRST_YEAR}, (_, i) => String(thisYear + 1 - i)).map(year =>
        el('option', {value: year, selected: year === question.year}, year)));
    return el('label', {class: 'ou-plan-choice'}, el('span', {}, t('Năm', 'Year')), choice);
  };
  const tabs = () => el('nav', {class: 'ou-chips ou-plan-tabs', 'aria-label': t('Phần của kế hoạch', 'Parts of the plan')}, TABS.map(([tab, text]) =>
    link({...ONLY_YEAR, tab}, text, {class: 'ou-chip', 'aria-current': tab === question.tab ? 'page' : null})));

  fill(main, head, place);
  addEventListener('popstate', () => {
    read();
    draw();
  });
  read();
  draw();
}

/** Everything that was asked of another year or part. */
const ONLY_YEAR = Object.fromEntries(Object.keys(questionIn('?period&by&cutOff&measure&state&unit&responsibleMember&zone&priority&status&q&sort&taxCode'))
  .map(name => [name, null]));
