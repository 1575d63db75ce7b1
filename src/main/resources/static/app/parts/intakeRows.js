// @ts-check
import {get, patch, post} from '../lib/api.js';
import {dialogForm} from '../lib/dialogForm.js';
import {dialog, el, field, fill, load, toast} from '../lib/dom.js';
import {day as dayText, number} from '../lib/format.js';
import {LISTS, STATES} from '../lib/intake.js';
import {t} from '../lib/text.js';
import planTable from './planTable.js';

/** @import {Page} from '../lib/api.js' */
/** @import {List, Row, RowState} from '../lib/intake.js' */

const AT_ONCE = 50;

/**
 * The rows of a list with what would become of them; a person answers one or many.
 * @param {HTMLElement} place
 * @param {{list: List, state: RowState | null, changed: () => void}} what
 */
export default function intakeRows(place, {list, state, changed}) {
  const path = (/** @type {number} */ page) => `${LISTS}/${list.id}/rows?size=${AT_ONCE}&page=${page}${state ? `&state=${state}` : ''}`;
  const open = ['CHECKED', 'APPLIED'].includes(list.state);
  const several = list.sheets.filter(sheet => sheet.read).length > 1;
  return load(place, () => get(path(0)), (/** @type {Page<Row>} */ first) => {
    if (first.total === 0) {
      return el('p', {class: 'ou-empty'}, t('Không có dòng nào.', 'No rows.'));
    }
    /** @type {Set<number>} */
    const ticked = new Set();
    const bar = el('div', {class: 'ou-intake-bar', role: 'group', 'aria-label': t('Với các dòng đã chọn', 'Selected rows')});
    const tell = () => fill(bar, ticked.size > 0 && [
      el('span', {role: 'status'}, t(`Đã chọn ${number(ticked.size)} dòng`, `${number(ticked.size)} rows`)),
      many('ACCEPT', t('Đúng như ghi', 'Right as it stands')), many('LEAVE', t('Bỏ qua', 'Leave out')), many('RESET', t('Hỏi lại', 'Ask again'))
    ]);
    /** @type {(answer: string, name: string) => HTMLElement} */
    const many = (answer, name) => el('button', {type: 'button', class: 'ou-button', 'data-answer': answer, on: {click: async () => {
      try {
        const {rows} = await post(`${LISTS}/${list.id}/answers`, {rows: [...ticked], answer});
        toast(t(`Đã trả lời ${number(rows)} dòng.`, `${number(rows)} rows are answered.`));
        changed();
      } catch (failure) {
        toast(failure.message, 'error');
      }
    }}}, name);
    const table = planTable({
      caption: t('Các dòng của danh sách', 'Rows of the list'),
      rows: first.items,
      walk: true,
      key: (/** @type {Row} */ row) => String(row.number),
      columns: [
        open && {key: 'tick', title: t('Chọn', 'Select'), cell: (/** @type {Row} */ row) => !row.appliedAt && el('label', {class: 'ou-plan-box'}, el('input', {type: 'checkbox',
          'aria-label': t(`Chọn dòng ${row.line}`, `Select row ${row.line}`), on: {change: event => {
            if (event.currentTarget.checked) {
              ticked.add(row.number);
            } else {
              ticked.delete(row.number);
            }
            tell();
          }}}))},
        {key: 'line', title: t('Dòng', 'Row'), number: true, cell: (/** @type {Row} */ row) => [number(row.line), several && el('span', {class: 'ou-plan-more'}, row.sheet)]},
        {key: 'what', title: t('Doanh nghiệp', 'Enterprise'), cell: (/** @type {Row} */ row) => [row.name ?? t('(không ghi tên)', '(no name)'),
          el('span', {class: 'ou-plan-more'}, [row.taxCode, row.zoneLine].filter(Boolean).join(' · '))]},
        {key: 'state', title: t('Kết quả', 'Result'), cell: (/** @type {Row} */ row) => el('span', {class: `ou-intake-state ou-intake-${row.state.toLowerCase()}`}, stateOf(row))},
        {key: 'changes', title: t('Chi tiết', 'Details'), cell: (/** @type {Row} */ row) => details(row)},
        open && {key: 'edit', title: t('Sửa', 'Edit'), cell: (/** @type {Row} */ row) => !row.appliedAt && el('button', {type: 'button', class: 'ou-button',
          'aria-label': t(`Sửa dòng ${row.line}`, `Edit row ${row.line}`), on: {click: () => edit(list, row, changed)}}, t('Sửa…', 'Edit…'))}
      ]
    });
    let page = 0;
    let shown = first.items.length;
    const more = el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
      const {items} = await get(path(++page));
      table.add(items);
      shown += items.length;
      more.hidden = shown >= first.total;
    }}}, t('Xem thêm', 'More'));
    more.hidden = shown >= first.total;
    return [bar, table.node, el('p', {class: 'ou-plan-next'}, more)];
  });

  /** @param {Row} row */
  function details(row) {
    return [
      row.findings.map(finding => el('div', {class: 'ou-intake-finding'}, el('p', {}, finding.sentence), open && !row.appliedAt && answers(row, finding))),
      row.findings.length === 0 && row.state === 'CHANGED' && el('ul', {class: 'ou-intake-changes'}, row.changes.map(change => el('li', {},
        `${change.label}: `, el('del', {}, change.before ?? t('chưa có', 'none')), ' → ', el('ins', {}, change.after)))),
      row.state === 'NEW' && el('span', {class: 'ou-plan-more'}, row.changes.filter(change => !['name'].includes(change.field))
        .map(change => `${change.label}: ${change.after}`).join('; ')),
      row.notUndone && el('p', {class: 'ou-plan-warn'}, row.notUndone)
    ];
  }

  /** @type {(row: Row, finding: import('../lib/intake.js').Finding) => HTMLElement} */
  function answers(row, finding) {
    /** @type {(name: string, body: object, key: string) => HTMLElement} */
    const button = (name, body, key) => el('button', {type: 'button', class: 'ou-button', 'data-answer': key, on: {click: () => say(row, body)}}, name);
    if (finding.code === 'same-name') {
      return el('div', {class: 'ou-actions'},
        finding.choices.map(choice => button(t(`Là ${choice.text}`, `It is ${choice.text}`), {answer: 'SAME', taxCode: choice.key}, 'SAME')),
        button(t('Doanh nghiệp khác', 'Another one'), {answer: 'ANOTHER', finding: finding.key}, 'ANOTHER'),
        button(t('Bỏ dòng này', 'Leave the row out'), {answer: 'LEAVE'}, 'LEAVE'));
    }
    const suggested = finding.suggestion;
    const meant = suggested && day(suggested);
    const empty = !suggested && ['value-unsure', 'choice-unknown'].includes(finding.code);
    return el('div', {class: 'ou-actions'},
      finding.refused && suggested && finding.field && button(t(`Dùng ${meant}`, `Use ${meant}`), {values: {[finding.field]: suggested}}, 'USE'),
      !finding.refused && button(meant ? t(`Đúng, là ${meant}`, `Yes, ${meant}`)
        : empty ? t('Để trống ô này', 'Leave the cell empty') : t('Đúng như ghi', 'Right as it stands'), {answer: 'ACCEPT', finding: finding.key}, 'ACCEPT'),
      button(t('Bỏ dòng này', 'Leave the row out'), {answer: 'LEAVE'}, 'LEAVE'));
  }

  /** @type {(row: Row, body: object) => Promise<void>} */
  async function say(row, body) {
    try {
      await patch(`${LISTS}/${list.id}/rows/${row.number}`, body);
      changed();
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }
}

/** A day as people write it, everything else as it is. @param {string} value */
const day = value => /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;

/** @param {Row} row */
const stateOf = row => row.undoneAt ? t('Đã hoàn tác', 'Taken back')
  : row.appliedAt ? t('Đã ghi', 'Written') : STATES.find(([state]) => state === row.state)?.[1];

/** @type {(list: List, row: Row, done: () => void) => void} */
function edit(list, row, done) {
  const before = new Map(row.cells.map(cell => [cell.field, cell.text]));
  const controls = Object.fromEntries(list.fields.map(one => [one.name, el('input', {name: one.name, value: before.get(one.name) ?? '', maxlength: 1000})]));
  dialog(t(`Dòng ${row.line}`, `Row ${row.line}`), close => dialogForm({
    send: () => patch(`${LISTS}/${list.id}/rows/${row.number}`, {values: Object.fromEntries(Object.entries(controls)
      .filter(([name, control]) => control.value !== (before.get(name) ?? ''))
      .map(([name, control]) => [name, control.value.trim() || null]))}),
    close, again: done, controls,
    fields: el('div', {class: 'ou-intake-fields'}, list.fields.filter(one => before.has(one.name) || row.findings.some(finding => finding.field === one.name))
      .map(one => field(one.label, controls[one.name]))),
    yes: t('Lưu', 'Save')
  }));
}
