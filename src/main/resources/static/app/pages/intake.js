// @ts-check
import {address, get, upload} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {el, field, fill, load, stylesheet} from '../lib/dom.js';
import {day, moment, number, today} from '../lib/format.js';
import {dropTarget, sizeText, workbookButton} from '../lib/files.js';
import {LISTS, stateOfList} from '../lib/intake.js';
import {t} from '../lib/text.js';
import intakeRun from '../parts/intakeRun.js';
import planTable from '../parts/planTable.js';

/** @import {List} from '../lib/intake.js' */

export const title = t('Nạp danh sách từ Excel', 'Lists from Excel');

stylesheet(new URL('../parts/intake.css', import.meta.url));

const LARGEST = 10 * 1024 * 1024;

/** Lists as workbooks: sent, looked through, written into the register or a plan. @param {HTMLElement} main */
export default function intake(main) {
  const id = new URLSearchParams(location.search).get('list');
  return id ? intakeRun(main, Number(id)) : overview(main);
}

/** @param {HTMLElement} main */
function overview(main) {
  const form = el('div');
  const list = el('div');
  fill(main, el('h1', {}, title), el('div', {class: 'ou-intake-columns'},
    el('section', {class: 'ou-intake-new'}, el('h2', {}, t('Gửi danh sách', 'Send a list')), form),
    el('section', {}, el('h2', {}, t('Các danh sách đã gửi', 'Lists')), list)));
  load(form, () => get(`${LISTS}/kinds`), kinds => kinds.items.length
    ? newList(kinds.items)
    : el('p', {class: 'ou-empty'}, t('Đồng chí không có quyền nạp danh sách.', 'You may not send lists.')));
  return load(list, () => get(`${LISTS}?size=50`), ({items}) => lists(items));
}

/** @param {List[]} items */
function lists(items) {
  return items.length === 0 ? el('p', {class: 'ou-empty'}, t('Chưa có danh sách nào.', 'No list yet.')) : planTable({
    caption: t('Các danh sách đã gửi', 'Lists'),
    rows: items,
    key: (/** @type {List} */ {id}) => String(id),
    columns: [
      {key: 'what', title: t('Tệp', 'File'), cell: (/** @type {List} */ one) => [
        el('a', {href: address(`/app/intake?list=${one.id}`)}, one.fileName),
        el('span', {class: 'ou-plan-more'}, one.kindName, one.planYear ? ` ${one.planYear}` : '', ` · ${t('tính đến', 'as of')} ${day(one.asOf)}`)]},
      {key: 'state', title: t('Trạng thái', 'State'), cell: (/** @type {List} */ one) => stateOfList(one.state)},
      {key: 'rows', title: t('Dòng', 'Rows'), number: true,
        cell: (/** @type {List} */ one) => number(Object.values(one.counts).reduce((sum, count) => sum + count, 0))},
      {key: 'written', title: t('Đã ghi', 'Written'), number: true, cell: (/** @type {List} */ one) => number(one.written - one.undone)},
      {key: 'by', title: t('Người gửi', 'Sent by'), cell: (/** @type {List} */ one) => [one.sentByName, el('span', {class: 'ou-plan-more'}, moment(one.sentAt))]}
    ]
  }).node;
}

/** @param {{kind: string, name: string}[]} kinds */
function newList(kinds) {
  const kind = el('select', {name: 'kind'}, kinds.map(one => el('option', {value: one.kind}, one.name)));
  const year = el('input', {name: 'planYear', inputmode: 'numeric', maxlength: 4, value: today().slice(0, 4)});
  const yearField = field(t('Năm kế hoạch', 'Year of the plan'), year);
  const asOf = dayField(t('Số liệu tính đến ngày', 'Figures as of'), {name: 'asOf', value: today(), max: today()});
  /** @type {File | null} */
  let sent = null;
  const named = el('p', {class: 'ou-hint', role: 'status'}, t('Tệp Excel (.xlsx), đến 10 MB.', 'Workbook (.xlsx), up to 10 MB.'));
  const take = (/** @type {File} */ file) => {
    sent = file;
    named.textContent = `${file.name} (${sizeText(file.size)})`;
    error.textContent = '';
  };
  const sample = el('a', {class: 'ou-intake-sample', download: ''}, t('Tải tệp mẫu của loại này', 'Download a sample of this kind'));
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const progress = el('p', {class: 'ou-hint', role: 'status'});
  const button = el('button', {class: 'ou-button ou-primary'}, t('Gửi và xem trước', 'Send and preview'));
  const chosen = () => {
    yearField.hidden = kind.value !== 'PLAN_ROWS';
    sample.href = address(`${LISTS}/sample?kind=${kind.value}`);
  };
  kind.addEventListener('change', chosen);
  chosen();
  const fields = {kind, planYear: year, asOf};
  const form = el('form', {class: 'ou-intake-form', novalidate: true, on: {submit: async event => {
    event.preventDefault();
    error.textContent = '';
    Object.values(fields).forEach(one => one.showError?.(null));
    if (!sent) {
      error.textContent = t('Chọn tệp Excel trước khi gửi.', 'Choose a workbook first.');
      return;
    }
    if (asOf.isWrong()) {
      return;
    }
    button.disabled = true;
    try {
      const query = new URLSearchParams({kind: kind.value, asOf: asOf.value, fileName: sent.name});
      if (!yearField.hidden) {
        query.set('planYear', year.value.trim());
      }
      const list = await upload(`${LISTS}?${query}`, sent, gone => {
        progress.textContent = gone < 1 ? t(`Đang gửi ${Math.round(gone * 100)} %…`, `Sending ${Math.round(gone * 100)} %…`) : t('Đang đọc và so với dữ liệu đã có…', 'Reading and comparing…');
      });
      location.assign(address(`/app/intake?list=${list.id}`));
    } catch (failure) {
      progress.textContent = '';
      sayRefusal(failure, fields, error);
      button.disabled = false;
    }
  }}},
  field(t('Loại danh sách', 'Kind of list'), kind),
  yearField,
  asOf.node,
  el('div', {class: 'ou-field'}, workbookButton(t('Chọn tệp Excel…', 'Choose a workbook…'), take, LARGEST), named),
  el('p', {}, sample), error, progress, button);
  dropTarget(form, take, LARGEST);
  return form;
}
