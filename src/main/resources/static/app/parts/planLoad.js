// @ts-check
import {get} from '../lib/api.js';
import {el, load} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';
import planTable from './planTable.js';

/** @import {Link} from '../lib/plan.js' */

/**
 * @typedef {{key: string, name: string | null, rows: number, workers: number, openTasks: number, surveys: number, meetings: number,
 *   unions: number, cells: number, admissions: number}} Sum
 */

/**
 * How much the plan gives each member or unit, beside what waits for them already. A name leads to its rows.
 *
 * @param {object} sums
 * @param {number} sums.year
 * @param {'member' | 'unit'} [sums.by] 'member' or 'unit'
 * @param {Link} [sums.link] makes a link to the list with some of the question changed; without it names lead nowhere
 */
export default function planLoad({year, by = 'member', link}) {
  const place = el('div');
  const none = by === 'member' ? t('Chưa phân công', 'Nobody yet') : t('Chưa phân nhiệm', 'None yet');
  const key = by === 'member' ? 'responsibleMember' : 'unit';
  const name = by === 'member' ? t('Người phụ trách', 'Responsible') : t('Bộ phận tham mưu', 'Advisory unit');
  load(place, () => get(`/api/v1/plans/${year}/sums?by=${by}`), (/** @type {{items: Sum[]}} */ {items}) => items.length === 0
    ? el('p', {class: 'ou-empty'}, t('Chưa có dòng nào.', 'No rows yet.'))
    : planTable({
      caption: t(`Khối lượng theo: ${name}`, `Load by: ${name}`), rows: items, key: row => row.key,
      columns: [
        {key: 'what', title: name, cell: row => link ? link({[key]: row.key, page: null}, row.name || none) : row.name || none},
        {key: 'count', title: t('Dòng', 'Rows'), number: true, cell: row => number(row.rows)},
        {key: 'workers', title: t('Lao động', 'Workers'), number: true, cell: row => number(row.workers)},
        {key: 'open', title: t('Việc đang mở', 'Open tasks'), number: true, cell: row => number(row.openTasks)},
        !link && {key: 'surveys', title: t('Khảo sát', 'Surveys'), number: true, cell: row => number(row.surveys)},
        !link && {key: 'meetings', title: t('Gặp chủ', 'Meetings'), number: true, cell: row => number(row.meetings)},
        !link && {key: 'unions', title: t('Công đoàn', 'Unions'), number: true, cell: row => number(row.unions)},
        !link && {key: 'cells', title: t('Chi bộ', 'Cells'), number: true, cell: row => number(row.cells)},
        !link && {key: 'admissions', title: t('Kết nạp', 'Admissions'), number: true, cell: row => number(row.admissions)}
      ]
    }).node);
  return place;
}
