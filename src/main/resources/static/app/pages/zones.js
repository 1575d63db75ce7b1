// @ts-check
import {get, patch, post, remove} from '../lib/api.js';
import {dialogForm} from '../lib/dialogForm.js';
import {confirmDialog, dialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Person} from '../lib/session.js' */

export const title = t('Danh mục khu, cụm công nghiệp', 'Zones and clusters');

stylesheet(new URL('../parts/worklist.css', import.meta.url));
stylesheet(new URL('../parts/zones.css', import.meta.url));

const ZONES = '/api/v1/zones';

/** @typedef {{id: number, name: string, aliases: string[], enterprises: number}} Zone */
/** @typedef {{text: string, enterprises: number}} Unknown */

/**
 * Zones with the spellings under which lists and people write them, and what the register has that is none of them.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function zones(main, {me}) {
  const place = el('div');
  const again = () => load(place, () => Promise.all([get(`${ZONES}/known`), get(`${ZONES}/unknown`)]),
    (/** @type {[{items: Zone[]}, {items: Unknown[]}]} */ [{items: known}, {items: unknown}]) => [
      unknown.length > 0 && leftOver(unknown, known, me.keepsZones, again),
      list(known, me.keepsZones, again)
    ]);
  fill(main, el('h1', {}, title),
    el('p', {class: 'ou-hint'}, t('Danh sách và phiếu viết tên một khu theo nhiều cách; cách viết nào có ở đây thì sổ ghi theo tên khu.',
      'Lists and forms write a zone in several ways; what is written as one of these becomes the zone’s name in the register.')),
    me.keepsZones && el('p', {}, el('button', {type: 'button', class: 'ou-button ou-primary', 'data-act': 'add', on: {click: () => edit(null, again)}},
      t('Thêm khu, cụm…', 'Add a zone…'))),
    place);
  return again();
}

/** @type {(known: Zone[], keeps: boolean, again: () => void) => HTMLElement} */
function list(known, keeps, again) {
  if (known.length === 0) {
    return el('p', {class: 'ou-empty'}, t('Danh mục chưa có khu nào.', 'There are no zones yet.'));
  }
  return el('section', {class: 'ou-part ou-work ou-zones', 'data-part': 'known'}, el('h2', {}, t('Các khu, cụm', 'Zones and their spellings')), table(
    [t('Khu, cụm', 'Zone'), t('Cách viết khác', 'Other spellings'), t('Trong sổ', 'In the register'), keeps && t('Sửa', 'Change')],
    known.map(zone => ({id: zone.name, cells: [
      el('strong', {}, zone.name),
      zone.aliases.join('; '),
      enterprises(zone.enterprises),
      keeps && el('span', {class: 'ou-actions'},
        el('button', {type: 'button', class: 'ou-button', 'data-act': 'change', 'aria-label': t(`Sửa khu ${zone.name}`, `Change ${zone.name}`),
          on: {click: () => edit(zone, again)}}, t('Sửa…', 'Change…')),
        zone.enterprises === 0 && el('button', {type: 'button', class: 'ou-button', 'aria-label': t(`Xóa khu ${zone.name}`, `Delete ${zone.name}`),
          on: {click: () => drop(zone, again)}}, t('Xóa', 'Delete')))
    ]}))));
}

/** @type {(unknown: Unknown[], known: Zone[], keeps: boolean, again: () => void) => HTMLElement} */
function leftOver(unknown, known, keeps, again) {
  return el('section', {class: 'ou-part ou-work ou-zones'},
    el('h2', {}, t('Chưa có trong danh mục', 'Not among the zones')),
    el('p', {class: 'ou-hint'}, t('Sổ đang ghi các khu này đúng như người nhập đã viết.', 'The register has these as somebody wrote them.')),
    table([t('Sổ đang ghi', 'Written'), t('Trong sổ', 'In the register'), keeps && t('Đây là', 'This is')],
      unknown.map(({text, enterprises: count}) => ({id: text, cells: [
        el('strong', {}, text),
        enterprises(count),
        keeps && meaning(text, known, again)
      ]}))));
}

/** @param {number} count */
const enterprises = count => t(`${number(count)} doanh nghiệp`, `${number(count)} enterprises`);

/** @type {(text: string, known: Zone[], again: () => void) => HTMLElement} */
function meaning(text, known, again) {
  const wrong = el('span', {class: 'ou-error', role: 'alert'});
  const select = el('select', {'aria-label': t(`“${text}” là`, `“${text}” is`)},
    el('option', {value: ''}, t('Khu mới', 'A new zone')),
    known.map(zone => el('option', {value: zone.id}, t(`Cách viết của ${zone.name}`, `A spelling of ${zone.name}`))));
  return el('span', {class: 'ou-actions'}, select, el('button', {type: 'button', class: 'ou-button', 'data-act': 'join', on: {click: async () => {
    wrong.textContent = '';
    const zone = known.find(({id}) => String(id) === select.value);
    try {
      await (zone ? patch(`${ZONES}/${zone.id}`, {aliases: [...zone.aliases, text]}) : post(ZONES, {name: text}));
      toast(zone ? t(`“${text}” nay ghi là ${zone.name}.`, `“${text}” is written ${zone.name} now.`) : t(`Đã thêm khu ${text}.`, `${text} is added.`));
      again();
    } catch (failure) {
      wrong.textContent = failure.message;
    }
  }}}, t('Ghi', 'Save')), wrong);
}

/** @type {(heads: (string | false)[], rows: {id: string, cells: Child[]}[]) => HTMLElement} */
const table = (heads, rows) => el('table', {role: 'table'},
  el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'}, heads.map(head => head && el('th', {role: 'columnheader'}, head)))),
  el('tbody', {role: 'rowgroup'}, rows.map(({id, cells}) => el('tr', {role: 'row', 'data-zone': id},
    heads.map((head, at) => head && el('td', {role: 'cell', 'data-title': head}, cells[at] || null))))));

/** @type {(zone: Zone | null, again: () => void) => void} */
function edit(zone, again) {
  const name = el('input', {name: 'name', maxlength: 100, required: true, value: zone?.name ?? ''});
  const aliases = el('textarea', {name: 'aliases', rows: 5}, zone?.aliases.join('\n') ?? '');
  dialog(zone ? t(`Sửa khu ${zone.name}`, `Change ${zone.name}`) : t('Thêm khu, cụm', 'Add a zone'), close => dialogForm({
    send: () => {
      const body = {name: name.value.trim(), aliases: aliases.value.split('\n').map(one => one.trim()).filter(one => one)};
      return zone ? patch(`${ZONES}/${zone.id}`, body) : post(ZONES, body);
    },
    close, again, controls: {name, aliases},
    fields: [field(t('Tên khu, cụm', 'Name'), name),
      field(t('Cách viết khác, mỗi dòng một cách', 'Other spellings, one a line'), aliases,
        t('Chữ hoa, dấu và “KCN”, “cụm công nghiệp” ở đầu không cần ghi thêm.', 'Case, accents and words like “KCN” in front need no line.'))],
    yes: t('Ghi', 'Save')
  }));
}

/** @type {(zone: Zone, again: () => void) => Promise<void>} */
async function drop(zone, again) {
  if (await confirmDialog(t(`Xóa khu ${zone.name} khỏi danh mục?`, `Delete ${zone.name}?`), t('Xóa', 'Delete'))) {
    try {
      await remove(`${ZONES}/${zone.id}`);
      again();
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }
}
