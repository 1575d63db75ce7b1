// @ts-check
import {t} from './text.js';

/** What a list from a workbook is to the pages. */

/** @typedef {'NEW' | 'CHANGED' | 'SAME' | 'ASK' | 'REFUSED' | 'LEFT'} RowState */
/** @typedef {{name: string, label: string}} Field */
/** @typedef {{index: number, letter: string, heading: string, field: string | null, encoding: string | null}} Column */
/** @typedef {{name: string, hidden: boolean, read: boolean, headerRow: number, columns: Column[], personal: string[],
 *   ambiguities: {field: string, letters: string[], sentence: string}[]}} Sheet */
/** @typedef {{id: number, kind: string, kindName: string, state: string, stateName: string, planYear: number | null, asOf: string,
 *   fileName: string, sheets: Sheet[], counts: Partial<Record<RowState, number>>, toWrite: number, written: number, undone: number,
 *   notUndone: number, fields: Field[], sentByName: string, sentAt: string, appliedAt: string | null, expectedAt: string | null,
 *   failure: string | null, undoUntil: string | null, undoReason: string | null, mayFetch: boolean, isActs: boolean, consequence: string | null}} List */
/** @typedef {{code: string, key: string, field: string | null, refused: boolean, sentence: string, suggestion: string | null,
 *   choices: {key: string, text: string}[]}} Finding */
/** @typedef {{number: number, sheet: string, line: number, state: RowState, stateName: string, taxCode: string | null,
 *   name: string | null, zoneLine: string | null, cells: {field: string, label: string, text: string}[], findings: Finding[],
 *   changes: {field: string, label: string, before: string | null, after: string | null}[], appliedAt: string | null,
 *   undoneAt: string | null, notUndone: string | null}} Row */

export const LISTS = '/api/v1/intakes';

/** @type {[state: RowState, one: string][]} */
export const STATES = [
  ['NEW', t('Mới', 'New')],
  ['CHANGED', t('Thay đổi', 'Changed')],
  ['SAME', t('Không đổi', 'Same')],
  ['ASK', t('Cần trả lời', 'To be answered')],
  ['REFUSED', t('Bị từ chối', 'Refused')],
  ['LEFT', t('Bỏ qua', 'Left out')]
];

/** @param {string} state of a list */
export const stateOfList = state => /** @type {Record<string, string>} */ ({
  READ: t('Chờ chọn cột', 'Columns to be chosen'),
  CHECKED: t('Đã xem trước', 'Previewed'),
  APPLYING: t('Đang nạp', 'Being written'),
  APPLIED: t('Đã nạp', 'Written'),
  DISCARDED: t('Đã bỏ', 'Discarded'),
  FAILED: t('Không nạp được', 'Failed'),
  UNDONE: t('Đã hoàn tác', 'Taken back')
})[state];
