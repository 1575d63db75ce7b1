// @ts-check
import {address, get, post, put} from '../lib/api.js';
import {dialog, el, fill, toast} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {taskPath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import {amendEnterprises} from './planAmend.js';
import {findEnterprises} from './planEnterprises.js';
import planHandOver from './planHandOver.js';
import planProposal from './planProposal.js';
import {planRun} from './planRun.js';

/** @import {Head} from '../lib/plan.js' */
/** @import {Found} from './planEnterprises.js' */

/** @typedef {MouseEvent & {readonly currentTarget: HTMLButtonElement}} Pressed */

/**
 * What helps to make a draft, and the list as a sheet.
 *
 * @param {object} tools
 * @param {number} tools.year
 * @param {Head | null} tools.head
 * @param {boolean} tools.changes whether the person may change the rows now
 * @param {boolean} tools.amends whether the person may propose amendments of the approved plan
 * @param {boolean} tools.heads whether the person heads a unit, whose members hand over to each other
 * @param {HTMLElement} tools.work where a proposal stands instead of the list
 * @param {() => void} tools.reload draws the page anew
 */
export function planTools({year, head, changes, amends, heads, work, reload}) {
  const rows = head?.rows ?? 0;
  /** @type {(key: string, text: string, click: (event: Pressed) => void, primary?: boolean) => HTMLElement} */
  const button = (key, text, click, primary = false) => el('button', {type: 'button', class: `ou-button${primary ? ' ou-primary' : ''}`, 'data-tool': key, on: {click}}, text);
  return el('div', {class: 'ou-plan-helps'},
    changes && [
      button('copy', t(`Chép từ năm ${year - 1}`, `Copy from ${year - 1}`), event => copy(year, event.currentTarget, reload), rows === 0),
      button('add', t('Thêm doanh nghiệp', 'Add enterprises'), () => add(year, reload)),
      rows > 0 && button('propose', t('Đề xuất người, tháng', 'Propose members and months'), () => fill(work, planProposal({year, done: reload})), Number(head?.namelessRows) > 0),
      rows > 0 && button('submit', t('Trình duyệt…', 'Submit…'), event => submit(year, event.currentTarget), head?.namelessRows === 0)
    ],
    amends && button('amend-add', t('Đề nghị thêm doanh nghiệp…', 'Propose enterprises…'), () => amendEnterprises(year, reload)),
    heads && head?.status === 'APPROVED' && rows > 0
      && button('hand-over', t('Bàn giao…', 'Hand over…'), () => planHandOver({year, done: reload})),
    rows > 0 && el('a', {class: 'ou-button', 'data-tool': 'sheet', href: address(`/api/v1/plans/${year}/rows.xlsx`), download: ''}, t('Tải Excel', 'Excel sheet')),
    head && el('a', {class: 'ou-button', 'data-tool': 'paper', href: address(`/api/v1/plans/${year}/plan.docx`), download: ''},
      head.paperNumber ? t(`Văn bản số ${head.paperNumber} (Word)`, `Paper no. ${head.paperNumber} (Word)`) : t('Dự thảo văn bản (Word)', 'Draft of the paper (Word)')));
}

const ENGINE = '/camunda/api/engine/engine/default';

/**
 * The task in which the draft is submitted; the plan's process is started where none runs yet.
 * @type {(year: number, button: HTMLButtonElement) => Promise<void>}
 */
async function submit(year, button) {
  button.disabled = true;
  const open = async () => (await get(`${ENGINE}/task?processDefinitionKey=annualPlan&processInstanceBusinessKey=${year}&taskDefinitionKey=userTask_draftPlan&maxResults=1`))[0];
  try {
    if (!await open()) {
      await post(`${ENGINE}/process-definition/key/annualPlan/submit-form`, {variables: {planYear: {value: year, type: 'Integer'}}});
    }
    const task = await open();
    location.assign(address(task ? taskPath(task.id) : '/camunda/app/tasklist/default/'));
  } catch (failure) {
    button.disabled = false;
    toast(failure.message, 'error');
  }
}

/**
 * Last year's unfinished rows with their people; who may not be responsible any more is left blank and listed.
 * @type {(year: number, button: HTMLButtonElement, reload: () => void) => Promise<void>}
 */
async function copy(year, button, reload) {
  button.disabled = true;
  try {
    /** @type {{copied: number, blank: {taxCode: string, name: string | null, reason: string}[]}} */
    const {copied, blank} = await post(`/api/v1/plans/${year}/rows:copy`, {from: year - 1});
    if (blank.length === 0) {
      toast(t(`Đã chép ${number(copied)} dòng chưa xong của năm ${year - 1}.`, `${number(copied)} unfinished rows of ${year - 1} are copied.`));
    } else {
      await dialog(t(`Đã chép ${number(copied)} dòng`, `${number(copied)} rows are copied`), close => el('div', {},
        el('p', {}, t(`${number(blank.length)} dòng chưa có người phụ trách:`, `${number(blank.length)} rows have nobody responsible:`)),
        el('ul', {class: 'ou-plan-refused'}, blank.map(({taxCode, name, reason}) => el('li', {'data-row': taxCode}, el('strong', {}, name ?? taxCode), el('span', {}, reason)))),
        el('div', {class: 'ou-actions'}, el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => close()}}, t('Đóng', 'Close')))));
    }
    reload();
  } catch (failure) {
    button.disabled = false;
    toast(failure.message, 'error');
  }
}

/**
 * Enterprises of the register, found by name, tax code or zone, ticked and put into the draft.
 * @type {(year: number, reload: () => void) => Promise<void>}
 */
async function add(year, reload) {
  const enter = async (/** @type {Found[]} */ chosen) => {
    await planRun({title: t('Thêm vào kế hoạch', 'Add to the plan'), jobs: chosen, send: async ({taxCode, name}) => {
      try {
        await put(`/api/v1/plans/${year}/rows/${encodeURIComponent(taxCode)}`, {});
        return [{taxCode, ok: true}];
      } catch (failure) {
        return [{taxCode, name, ok: false, message: failure.message}];
      }
    }});
    reload();
  };
  const chosen = await findEnterprises(t(`Thêm doanh nghiệp vào kế hoạch năm ${year}`, `Add enterprises to the plan of ${year}`));
  if (chosen) {
    await enter(chosen);
  }
}
