// @ts-check
import {address, get} from '../lib/api.js';
import {el, fill, load} from '../lib/dom.js';
import {day, moment} from '../lib/format.js';
import {measureName} from '../lib/plan.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import planAmendments from './planAmendments.js';
import {choicesOf} from './planForm.js';
import planTable, {nextPages} from './planTable.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Page} from '../lib/api.js' */
/** @import {Asking, Choices, Link} from '../lib/plan.js' */

const PAGE = 100;

/** @typedef {{taxCode: string, name: string | null, field: string, oldValue: string | null, newValue: string | null, changedAt: string,
 *   changedByName: string, amendment: number | null, reason: string | null}} Version */

/** @type {Record<string, string>} */
const FIELDS = {
  responsibleMember: t('Người phụ trách', 'Responsible'),
  unit: t('Bộ phận tham mưu', 'Advisory unit'),
  partners: t('Đơn vị phối hợp', 'Partners'),
  admissionTarget: t('Số người kết nạp', 'Admissions'),
  measures: t('Nội dung giao', 'Promised'),
  product: t('Sản phẩm', 'Product'),
  startOn: t('Bắt đầu từ', 'Starts on'),
  dueOn: t('Hoàn thành trước', 'Due on'),
  note: t('Ghi chú', 'Note')
};

/** Every version of the plan's rows: who changed what, when and why. @param {Asking} asking */
export default function planHistory({question, link, head, writes, reload}) {
  const {year, taxCode} = question;
  const place = el('div');
  const path = (/** @type {number} */ page) =>
    `/api/v1/plans/${year}/changes?${new URLSearchParams([...taxCode ? [['taxCode', taxCode]] : [], ['page', String(page)], ['size', String(PAGE)]])}`;
  if (head) {
    /** @type {() => Promise<[Page<Version>, Choices]>} */
    const fetching = () => Promise.all([get(path(0)), choicesOf(year)]);
    load(place, fetching, ([first, known]) => first.total === 0 ? el('p', {class: 'ou-empty'}, t('Chưa có thay đổi nào được ghi.', 'Nothing has changed yet.')) : list({first, path, link, known}));
  } else {
    fill(place, el('p', {class: 'ou-empty'}, t(`Kế hoạch năm ${year} chưa lập.`, `There is no plan of ${year} yet.`)));
  }
  return {node: el('section', {class: 'ou-part ou-plan-history', 'aria-label': t('Thay đổi', 'Changes')},
    head && !taxCode && planAmendments({year, writes, reload}),
    taxCode && el('p', {}, link({taxCode: null}, t('Xem thay đổi của mọi doanh nghiệp', 'Show the changes of all enterprises'))), place)};
}

/** @param {{first: Page<Version>, path: (page: number) => string, link: Link, known: Choices}} changes */
function list({first, path, link, known}) {
  const table = planTable({
    caption: t('Thay đổi', 'Changes'), rows: first.items, key: ({taxCode}) => taxCode,
    columns: [
      {key: 'when', title: t('Lúc', 'When'), cell: ({changedAt}) => moment(changedAt)},
      {key: 'by', title: t('Ai', 'Who'), cell: ({changedByName}) => changedByName},
      {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: ({taxCode, name}) => [
        el('a', {href: address(enterprisePath(taxCode))}, name ?? taxCode), el('span', {class: 'ou-plan-more'}, link({taxCode}, t('Chỉ doanh nghiệp này', 'Only this one')))]},
      {key: 'field', title: t('Điều thay đổi', 'What'), cell: ({field, newValue}) => field === 'taxCode'
        ? newValue === null ? t('Ra khỏi kế hoạch', 'Taken out') : t('Đưa vào kế hoạch', 'Added') : FIELDS[field] ?? field},
      {key: 'old', title: t('Cũ', 'Old'), cell: ({field, oldValue}) => textOf(field, oldValue, known)},
      {key: 'new', title: t('Mới', 'New'), cell: ({field, newValue}) => textOf(field, newValue, known)},
      {key: 'why', title: t('Lý do', 'Why'), cell: ({amendment, reason}) => [
        amendment && el('span', {class: 'ou-plan-more'}, t(`Điều chỉnh số ${amendment}`, `Amendment no. ${amendment}`)), reason]}
    ]
  });
  return [table.node, nextPages({first, path, table})];
}

/** A value as people read it; who left is called by the user name. @type {(field: string, value: string | null, known: Choices) => string | null} */
function textOf(field, value, {members, units}) {
  const name = (/** @type {Named[]} */ all, /** @type {string} */ id) => all.find(one => one.id === id)?.name ?? id;
  if (value === null || field === 'taxCode') {
    return null;
  }
  switch (field) {
    case 'responsibleMember': return name(members, value);
    case 'unit':
    case 'partners': return value.split(',').map(id => name(units, id)).join(', ');
    case 'measures': return value.split(',').map(measureName).join(', ');
    case 'startOn':
    case 'dueOn': return day(value);
    default: return value;
  }
}
