// @ts-check
import {get, readAll} from '../lib/api.js';
import {dialog, el, load, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';

/** @import {Page} from '../lib/api.js' */

const SHOWN = 50;
const AT_ONCE = 500;
/** More than this is no choice any more. */
const MOST = 1000;

/** @typedef {{taxCode: string, name: string, zone: string | null}} Found */

/**
 * A dialog that finds enterprises of the register by name, tax code or zone; answers those that were ticked, or nothing.
 *
 * @param {string} title
 * @returns {Promise<Found[] | undefined>}
 */
export function findEnterprises(title) {
  /** @type {Map<string, Found>} */
  const ticked = new Map();
  return dialog(title, close => {
    const words = el('input', {type: 'search', 'aria-label': t('Tên hoặc mã số thuế', 'Name or tax code'), placeholder: t('Tên hoặc mã số thuế', 'Name or tax code')});
    const found = el('div', {class: 'ou-plan-found'});
    const take = el('button', {type: 'button', class: 'ou-button ou-primary', disabled: true, on: {click: () => close([...ticked.values()])}}, t('Thêm', 'Add'));
    const tell = () => {
      take.disabled = ticked.size === 0;
      take.textContent = ticked.size === 0 ? t('Thêm', 'Add') : t(`Thêm ${number(ticked.size)} doanh nghiệp`, `Add ${number(ticked.size)}`);
    };
    const path = (/** @type {Record<string, string>} */ part) => `/api/v1/enterprises?${new URLSearchParams({q: words.value.trim(), ...part})}`;
    const takeAll = async () => {
      try {
        (await readAll(after => path({after, size: String(AT_ONCE)}))).forEach((/** @type {Found} */ one) => ticked.set(one.taxCode, one));
        /** @type {NodeListOf<HTMLInputElement>} */ (found.querySelectorAll('input[type=checkbox]')).forEach(box => {
          box.checked = true;
        });
      } catch (failure) {
        toast(failure.message, 'error');
      }
      tell();
    };
    const look = () => load(found, () => get(path({size: String(SHOWN)})), (/** @type {Page<Found>} */ {items, total}) => [
      el('p', {class: 'ou-hint', role: 'status'}, total > items.length ? t(`Hiện ${number(items.length)} trong ${number(total)} doanh nghiệp; gõ thêm để tìm.`, `${number(items.length)} of ${number(total)} enterprises; type more to find.`)
        : t(`${number(total)} doanh nghiệp.`, `${number(total)} enterprises.`)),
      total > 0 && total <= MOST && el('button', {type: 'button', class: 'ou-plan-sort', 'data-action': 'all', on: {click: takeAll}},
        t(`Chọn cả ${number(total)} doanh nghiệp`, `Select all ${number(total)}`)),
      el('ul', {class: 'ou-plan-found-list'}, items.map(one => el('li', {}, el('label', {class: 'ou-load-tick'},
        el('input', {type: 'checkbox', checked: ticked.has(one.taxCode), on: {change: event => {
          if (event.currentTarget.checked) {
            ticked.set(one.taxCode, one);
          } else {
            ticked.delete(one.taxCode);
          }
          tell();
        }}}),
        el('span', {}, el('strong', {}, one.name), el('span', {class: 'ou-plan-more'}, [one.taxCode, one.zone].filter(Boolean).join(' · ')))))))
    ]);
    look();
    return el('div', {class: 'ou-part'}, el('form', {class: 'ou-plan-tools', role: 'search', on: {submit: event => {
      event.preventDefault();
      look();
    }}}, words, el('button', {class: 'ou-button'}, t('Tìm', 'Search'))), found, el('div', {class: 'ou-actions'}, take));
  });
}
