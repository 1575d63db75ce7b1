import {address, get} from '../lib/api.js';
import {el, fill, load} from '../lib/dom.js';
import {day, number} from '../lib/format.js';
import {ROW_STATUSES, measureName, wordOf} from '../lib/plan.js';
import {enterprisePath} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';
import planTable from './planTable.js';

const PAGE = 100;

/** The enterprises of a year's plan, each with whom and what it is given. */
export default function planRows({question, go}) {
  const {year, sort = 'priority'} = question;
  const place = el('div');
  const status = el('p', {class: 'ou-unseen', role: 'status'});
  const path = page => `/api/v1/plans/${year}/rows?sort=${encodeURIComponent(sort)}&page=${page}&size=${PAGE}`;
  load(place, () => get(path(0)), first => {
    if (first.total === 0) {
      return el('p', {class: 'ou-empty'}, t(`Kế hoạch năm ${year} chưa có doanh nghiệp nào.`, `The plan of ${year} has no enterprise yet.`));
    }
    const table = planTable({caption: t(`Danh sách kế hoạch năm ${year}`, `Plan of ${year}`), columns: COLUMNS, rows: first.items, sort,
      sorted: by => go({sort: by}), key: ({taxCode}) => taxCode, walk: true});
    const count = el('p', {class: 'ou-hint'});
    const more = el('div', {class: 'ou-plan-next'});
    const tell = (shown, {total, page}) => {
      count.textContent = t(`${number(total)} doanh nghiệp; đang hiện ${number(shown)}.`, `${number(total)} enterprises; ${number(shown)} are shown.`);
      status.textContent = count.textContent;
      fill(more, shown < total && el('button', {type: 'button', class: 'ou-button', on: {click: async event => {
        const button = event.currentTarget;
        button.disabled = true;
        try {
          const next = await get(path(page + 1));
          table.add(next.items);
          tell(shown + next.items.length, next);
          table.node.querySelectorAll('tbody tr')[shown]?.querySelector('a')?.focus();
        } catch (failure) {
          button.disabled = false;
          button.after(el('p', {class: 'ou-error', role: 'alert'}, failure.message));
        }
      }}}, t('Xem thêm', 'Show more')));
    };
    tell(first.items.length, first);
    return [count, table.node, more];
  });
  return {node: el('section', {class: 'ou-part ou-plan-rows', 'aria-label': t('Danh sách', 'List')}, status, place)};
}

const COLUMNS = [
  {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), sort: 'name', cell: row => [
    el('a', {href: address(enterprisePath(row.taxCode))}, row.name ?? row.taxCode),
    el('span', {class: 'ou-plan-more'}, [row.taxCode, row.zone, row.stageName && named(row.stageName)].filter(Boolean).join(' · '))]},
  {key: 'priority', title: t('Hạng', 'Rank'), sort: 'priority', number: true, cell: row => number(row.priority)},
  {key: 'who', title: t('Người phụ trách', 'Responsible'), sort: 'responsibleMember', cell: row =>
    row.responsibleMemberName ?? row.responsibleMember ?? t('Chưa phân công', 'Nobody yet')},
  {key: 'unit', title: t('Bộ phận tham mưu', 'Advisory unit'), sort: 'unit', cell: row => row.unitName ?? row.unit ?? t('Chưa phân nhiệm', 'None yet')},
  {key: 'measures', title: t('Nội dung giao', 'Promised'), cell: row => [
    row.measures?.map(measureName).join(', '),
    row.admissionTarget > 0 && el('span', {class: 'ou-plan-more'}, t(`Kết nạp: ${number(row.admissionTarget)} người`, `Admissions: ${number(row.admissionTarget)}`))]},
  {key: 'time', title: t('Bắt đầu – hoàn thành', 'Start – due'), cell: row => row.startOn || row.dueOn ? `${day(row.startOn) || '…'} – ${day(row.dueOn) || '…'}` : null},
  {key: 'status', title: t('Tình trạng', 'State'), sort: 'status', cell: row => [
    wordOf(ROW_STATUSES, row.status), row.reason && el('span', {class: 'ou-plan-more'}, row.reason)]}
];
