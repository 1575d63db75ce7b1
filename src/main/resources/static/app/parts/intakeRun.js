// @ts-check
import {address, get, post, put, remove} from '../lib/api.js';
import {dialogForm} from '../lib/dialogForm.js';
import {confirmDialog, dialog, el, field, fill, load, toast} from '../lib/dom.js';
import {day, moment, number} from '../lib/format.js';
import {LISTS, STATES, stateOfList} from '../lib/intake.js';
import {t} from '../lib/text.js';
import intakeRows from './intakeRows.js';

/** @import {List, RowState, Sheet} from '../lib/intake.js' */

const PAUSE = 1000;
const UNICODE = 'vi';

/**
 * One list: what it is, what its columns mean, its rows by state, and what can be done with all of it.
 * @param {HTMLElement} main
 * @param {number} id
 */
export default function intakeRun(main, id) {
  const place = el('div', {class: 'ou-intake'});
  /** @type {RowState | null} */
  let shown = null;
  const again = () => load(place, () => get(`${LISTS}/${id}`), (/** @type {List} */ list) => view(list));
  /** @param {List} list */
  const view = list => {
    const rows = el('div');
    const showRows = () => intakeRows(rows, {list, state: shown, changed: again});
    if (list.state !== 'DISCARDED') {
      showRows();
    }
    return [
      el('p', {}, el('a', {href: address('/app/intake')}, t('← Các danh sách', '← Lists'))),
      el('h1', {}, list.fileName),
      el('p', {}, el('span', {class: 'ou-plan-badge'}, stateOfList(list.state)), ' ', list.kindName, list.planYear ? ` ${list.planYear}` : '',
        ` · ${t('số liệu tính đến', 'figures as of')} ${day(list.asOf)} · ${list.sentByName}, ${moment(list.sentAt)}`),
      list.failure && el('p', {class: 'ou-plan-warn'}, list.failure),
      sheets(list),
      list.state === 'APPLYING' ? progress(list, again) : acts(list, again),
      columns(list, again),
      list.state !== 'DISCARDED' && [
        el('div', {class: 'ou-chips', role: 'group', 'aria-label': t('Lọc theo kết quả xem trước', 'Filter by result')},
          chip(t('Tất cả', 'All'), total(list), null),
          STATES.filter(([state]) => list.counts[state]).map(([state, name]) => chip(name, list.counts[state] ?? 0, state))),
        rows
      ]
    ];

    /** @type {(name: string, count: number, state: RowState | null) => HTMLElement} */
    function chip(name, count, state) {
      return el('button', {type: 'button', class: 'ou-chip', 'data-state': state ?? 'ALL', 'aria-pressed': String(shown === state), on: {click: event => {
        shown = state;
        event.currentTarget.parentElement?.querySelectorAll('button').forEach(one => one.setAttribute('aria-pressed', String(one === event.currentTarget)));
        showRows();
      }}}, `${name} (${number(count)})`);
    }
  };
  fill(main, place);
  return again();
}

/** @param {List} list */
const total = list => Object.values(list.counts).reduce((sum, count) => sum + count, 0);

/** @param {List} list */
function sheets({sheets: all}) {
  const personal = [...new Set(all.flatMap(sheet => sheet.personal))];
  const left = all.filter(sheet => !sheet.read);
  return [
    personal.length > 0 && el('p', {class: 'ou-hint'}, t(`Không đọc các cột về cá nhân: ${personal.join(', ')}.`, `Columns of persons are not read: ${personal.join(', ')}.`)),
    left.length > 0 && el('p', {class: 'ou-hint'}, t('Không đọc trang tính: ', 'Sheets that are not read: '),
      left.map(sheet => sheet.hidden ? t(`${sheet.name} (ẩn)`, `${sheet.name} (hidden)`) : sheet.name).join(', '), '.')
  ];
}

/** @type {(list: List, again: () => void) => HTMLElement} */
function progress(list, again) {
  const whole = list.written + list.toWrite;
  const bar = el('progress', {max: whole, value: list.written, 'aria-label': t('Đã ghi', 'Written')});
  const said = el('p', {role: 'status'}, text(list));
  const look = async () => {
    const now = /** @type {List} */ (await get(`${LISTS}/${list.id}`, {background: true}));
    if (now.state !== 'APPLYING') {
      toast(t(`Đã ghi ${number(now.written)} dòng.`, `${number(now.written)} rows are written.`));
      again();
      return;
    }
    bar.value = now.written;
    said.textContent = text(now);
    setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE);
  return el('div', {class: 'ou-intake-progress'}, bar, said);
}

/** @param {List} list */
const text = list => t(`Đang nạp: ${number(list.written)} / ${number(list.written + list.toWrite)} dòng${list.expectedAt ? `, xong lúc khoảng ${moment(list.expectedAt).slice(-5)}` : ''}.`,
  `Writing: ${number(list.written)} of ${number(list.written + list.toWrite)} rows.`);

/** @type {(list: List, again: () => void) => HTMLElement} */
function acts(list, again) {
  const open = (list.counts.ASK ?? 0) + (list.counts.REFUSED ?? 0);
  const ready = ['CHECKED', 'APPLIED'].includes(list.state);
  const wrong = el('p', {class: 'ou-error', role: 'alert'});
  /** @type {(act: () => Promise<unknown>) => Promise<void>} */
  const doing = async act => {
    wrong.textContent = '';
    try {
      await act();
      again();
    } catch (failure) {
      wrong.textContent = failure.message;
    }
  };
  /** @param {string} mode */
  const apply = mode => doing(() => post(`${LISTS}/${list.id}/apply`, {mode}));
  const valid = el('button', {type: 'button', class: 'ou-button ou-primary', 'data-act': 'VALID_ROWS', on: {click: () => apply('VALID_ROWS')}},
    t(`Nạp ${number(list.toWrite)} dòng hợp lệ`, `Write ${number(list.toWrite)} valid rows`));
  const whole = el('button', {type: 'button', class: 'ou-button', 'data-act': 'ALL_OR_NOTHING', on: {click: () => apply('ALL_OR_NOTHING')}},
    t('Nạp trọn gói', 'Write all or nothing'));
  return el('div', {class: 'ou-intake-acts'},
    summary(list),
    list.consequence && list.toWrite > 0 && el('p', {class: 'ou-intake-consequence'}, list.consequence),
    el('div', {class: 'ou-actions'},
      ready && list.toWrite > 0 && [valid, open === 0 && !list.isActs && whole],
      list.mayFetch && ['CHECKED', 'READ', 'APPLIED'].includes(list.state) && open > 0
        && el('a', {class: 'ou-button', 'data-act': 'file', href: address(`${LISTS}/${list.id}/file`), download: ''}, t('Tải tệp có ghi lỗi', 'Download with errors')),
      list.state === 'APPLIED' && !list.isActs && list.written > list.undone
        && el('button', {type: 'button', class: 'ou-button', 'data-act': 'undo', on: {click: () => undo(list, again)}}, t('Hoàn tác…', 'Take back…')),
      list.written === 0 && ['READ', 'CHECKED', 'FAILED'].includes(list.state)
        && el('button', {type: 'button', class: 'ou-button', 'data-act': 'discard', on: {click: async () => {
          if (await confirmDialog(t('Bỏ danh sách này? Tệp bị xóa, chưa có gì được ghi.', 'Discard this list? Its file is deleted; nothing was written.'), t('Bỏ', 'Discard'))) {
            await doing(() => remove(`${LISTS}/${list.id}`));
          }
        }}}, t('Bỏ danh sách', 'Discard'))),
    wrong);
}

/** @param {List} list */
function summary(list) {
  const {counts} = list;
  if (list.state === 'UNDONE') {
    return el('p', {}, t(`Đã hoàn tác ${number(list.undone)} dòng, ${number(list.notUndone)} dòng giữ nguyên. Lý do: ${list.undoReason}`,
      `${number(list.undone)} rows were taken back, ${number(list.notUndone)} stay. Reason: ${list.undoReason}`));
  }
  return el('p', {class: 'ou-intake-summary'}, list.written > 0 && t(`Đã ghi ${number(list.written)} dòng. `, `${number(list.written)} rows are written. `),
    t(`${number(counts.NEW ?? 0)} mới, ${number(counts.CHANGED ?? 0)} thay đổi`, `${number(counts.NEW ?? 0)} new, ${number(counts.CHANGED ?? 0)} changed`),
    counts.SAME ? t(`, ${number(counts.SAME)} không đổi`, `, ${number(counts.SAME)} the same`) : '',
    counts.ASK ? t(`, ${number(counts.ASK)} cần trả lời`, `, ${number(counts.ASK)} to be answered`) : '',
    counts.REFUSED ? t(`, ${number(counts.REFUSED)} bị từ chối`, `, ${number(counts.REFUSED)} refused`) : '', '.');
}

/** @type {(list: List, again: () => void) => void} */
function undo(list, again) {
  const reason = el('input', {name: 'reason', maxlength: 500, required: true});
  dialog(t('Hoàn tác danh sách', 'Take the list back'), close => dialogForm({
    send: () => post(`${LISTS}/${list.id}/undo`, {reason: reason.value.trim()}),
    close, again, controls: {reason},
    fields: [el('p', {}, t(`Những doanh nghiệp chưa ai làm việc từ khi nạp trở về như trước; số còn lại giữ nguyên và được nêu lý do. Làm được đến ${day(list.undoUntil)}.`,
      `What nobody worked on since goes back; the others stay, with the reason. Possible until ${day(list.undoUntil)}.`)), field(t('Lý do', 'Reason'), reason)],
    yes: t('Hoàn tác', 'Take back')
  }));
}

/** What the columns mean; open where a person has to say so. @type {(list: List, again: () => void) => import('../lib/dom.js').Child} */
function columns(list, again) {
  if (!['READ', 'CHECKED'].includes(list.state)) {
    return null;
  }
  return list.sheets.filter(sheet => sheet.read).map(sheet => {
    const legacy = sheet.columns.some(column => column.encoding);
    return el('details', {class: 'ou-intake-map', open: list.state === 'READ' && sheet.ambiguities.length > 0 || legacy},
      el('summary', {}, t(`Các cột của trang “${sheet.name}”`, `Columns of “${sheet.name}”`)),
      sheet.ambiguities.map(({sentence}) => el('p', {class: 'ou-plan-warn'}, sentence)),
      columnForm(list, sheet, legacy, again));
  });
}

/** @type {(list: List, sheet: Sheet, legacy: boolean, again: () => void) => HTMLElement} */
function columnForm(list, sheet, legacy, again) {
  const wrong = el('p', {class: 'ou-error', role: 'alert'});
  const convert = el('input', {type: 'checkbox', checked: true});
  const choices = sheet.columns.map(column => {
    const select = el('select', {'data-column': column.letter, 'aria-label': t(`Cột ${column.letter} là`, `Column ${column.letter} is`)},
      el('option', {value: ''}, t('Không đọc', 'Not read')),
      list.fields.map(one => el('option', {value: one.name, selected: one.name === column.field}, one.label)));
    return {column, select};
  });
  return el('form', {on: {submit: async event => {
    event.preventDefault();
    wrong.textContent = '';
    try {
      await put(`${LISTS}/${list.id}/columns`, {sheet: sheet.name, convert: legacy && convert.checked,
        columns: Object.fromEntries(choices.map(({column, select}) => [column.letter, select.value]))});
      again();
    } catch (failure) {
      wrong.textContent = failure.message;
    }
  }}},
  el('ul', {class: 'ou-intake-choices'}, choices.map(({column, select}) => el('li', {},
    el('span', {lang: UNICODE}, `${column.letter}: ${column.heading}`,
      column.encoding && el('span', {class: 'ou-plan-more'}, t(`chữ ${column.encoding}`, `letters of ${column.encoding}`))), select))),
  legacy && el('label', {class: 'ou-intake-convert'}, convert, t('Chuyển chữ TCVN3, VNI sang Unicode', 'Convert TCVN3 and VNI letters to Unicode')),
  wrong,
  el('button', {class: 'ou-button'}, t('Đọc lại theo các cột này', 'Read again with these columns')));
}
