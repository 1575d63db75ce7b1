// @ts-check
import {get} from '../lib/api.js';
import {el, fill, load, stylesheet, svg} from '../lib/dom.js';
import {kindText, onChanged, pathOf, readinessScale} from '../lib/contacts.js';
import {day} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Page} from '../lib/api.js' */
/** @import {Contact, Scale} from '../lib/contacts.js' */

stylesheet(new URL('./readiness.css', import.meta.url));

const SHOWN = 500;
const HEIGHT = 250;
const TOP = 18;
const BOTTOM = 40;
const NAMES = 96;
const SIDE = 14;
const LINE = 15;
const LONG = 11;
const WIDE_APART = 34;

/** @typedef {Contact & {readiness: number}} Rated */

/** How ready the owner's side was, over time: a small plot, the same as a table, and which end is good. @param {{taxCode: string}} of */
export default function readiness({taxCode}) {
  const root = el('section', {class: 'ou-part ou-readiness', 'aria-label': title()});
  /** @type {() => Promise<[Page<Rated>, Scale]>} */
  const fetching = () => Promise.all([get(`${pathOf(taxCode)}?rated=true&size=${SHOWN}`), readinessScale()]);
  const show = () => load(root, fetching, ([page, scale]) => page.items.length
    ? [plot([...page.items].reverse(), scale), table(page.items, scale), el('p', {class: 'ou-hint'}, el('strong', {}, scale.direction), ' ', scale.subject)]
    : el('p', {class: 'ou-empty'}, t('Chưa lần liên hệ nào ghi mức độ sẵn sàng.', 'No contact has been rated yet.')));
  show();
  onChanged(root, taxCode, show);
  return root;
}

const title = () => t('Mức độ sẵn sàng của phía doanh nghiệp theo thời gian', 'Readiness of the owner’s side over time');

/** Drawn for the width there is, so that its letters are as large as the page's. @type {(contacts: Rated[], scale: Scale) => HTMLElement} */
function plot(contacts, scale) {
  const frame = el('div', {class: 'ou-readiness-plot'});
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.round(frame.clientWidth);
    if (width > 0 && width !== drawn) {
      drawn = width;
      fill(frame, drawing(contacts, scale, width));
    }
  }).observe(frame);
  return frame;
}

/** @type {(contacts: Rated[], scale: Scale, width: number) => SVGElement} */
function drawing(contacts, scale, width) {
  const first = at(contacts[0]);
  const span = at(contacts[contacts.length - 1]) - first;
  const x = (/** @type {Rated} */ contact) => span ? NAMES + SIDE + (width - NAMES - 2 * SIDE) * (at(contact) - first) / span : (NAMES + width) / 2;
  const y = (/** @type {number} */ level) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (level - 1) / (scale.levels.length - 1);
  const near = contacts.some((contact, i) => i > 0 && x(contact) - x(contacts[i - 1]) < WIDE_APART);
  return svg('svg', {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': `${title()}. ${summary(contacts, scale)}`},
    scale.levels.map(({level, name}) => [
      svg('line', {class: 'ou-readiness-step', x1: NAMES, x2: width, y1: y(level), y2: y(level)}),
      stepName(`${level} – ${name}`, y(level))
    ]),
    svg('polyline', {class: 'ou-readiness-line', points: contacts.map(contact => `${x(contact)},${y(contact.readiness)}`).join(' ')}),
    contacts.map(contact => svg('g', {class: 'ou-readiness-point'},
      svg('title', {}, `${day(contact.day)}: ${contact.readiness} – ${scale.levels[contact.readiness - 1].name} (${kindText(contact.kind)})`),
      svg('circle', {cx: x(contact), cy: y(contact.readiness), r: near ? 5 : 11}),
      !near && svg('text', {x: x(contact), y: y(contact.readiness) + 5, 'text-anchor': 'middle'}, String(contact.readiness)))),
    span
      ? [
        svg('text', {class: 'ou-readiness-day', x: NAMES, y: HEIGHT - 6}, day(contacts[0].day)),
        svg('text', {class: 'ou-readiness-day', x: width, y: HEIGHT - 6, 'text-anchor': 'end'}, day(contacts[contacts.length - 1].day))
      ]
      : svg('text', {class: 'ou-readiness-day', x: (NAMES + width) / 2, y: HEIGHT - 6, 'text-anchor': 'middle'}, day(contacts[0].day)));
}

/** Beside its line; a long one in two rows, so that a phone keeps space for the plot. @type {(name: string, y: number) => SVGElement} */
function stepName(name, y) {
  const blank = name.length > LONG ? name.indexOf(' ', LONG) : -1;
  return blank < 0
    ? svg('text', {class: 'ou-readiness-name', x: 0, y: y + 4}, name)
    : svg('text', {class: 'ou-readiness-name', x: 0, y: y + 4 - LINE / 2},
      svg('tspan', {}, name.slice(0, blank)), svg('tspan', {x: 0, dy: LINE}, name.slice(blank + 1)));
}

/** @type {(contacts: Rated[], scale: Scale) => string} */
function summary(contacts, scale) {
  const said = (/** @type {Rated} */ contact) => `${contact.readiness} (${scale.levels[contact.readiness - 1].name}) ${t('ngày', 'on')} ${day(contact.day)}`;
  return contacts.length === 1
    ? said(contacts[0])
    : t(`Từ ${said(contacts[0])} đến ${said(contacts[contacts.length - 1])}, ${contacts.length} lần ghi.`, `From ${said(contacts[0])} to ${said(contacts[contacts.length - 1])}, ${contacts.length} times.`);
}

/** The same for eyes that read no pictures, newest first. @type {(contacts: Rated[], scale: Scale) => HTMLElement} */
function table(contacts, scale) {
  return el('details', {},
    el('summary', {}, t('Xem dạng bảng', 'As a table')),
    el('table', {class: 'ou-readiness-table'},
      el('caption', {}, title()),
      el('thead', {}, el('tr', {}, [t('Ngày', 'Day'), t('Mức', 'Level'), t('Hình thức', 'How'), t('Người liên hệ', 'Who')]
        .map(text => el('th', {scope: 'col'}, text)))),
      el('tbody', {}, contacts.map(contact => el('tr', {},
        el('td', {}, day(contact.day)), el('td', {}, `${contact.readiness} – ${scale.levels[contact.readiness - 1].name}`),
        el('td', {}, kindText(contact.kind)), el('td', {}, contact.madeByName))))));
}

/** @param {Rated} contact */
const at = contact => Date.parse(`${contact.day}T00:00:00Z`);
