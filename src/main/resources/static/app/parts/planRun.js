// @ts-check
import {patch} from '../lib/api.js';
import {dialog, el, fill} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {inParts} from '../lib/plan.js';
import {t} from '../lib/text.js';

/** @typedef {{taxCode?: string, name?: string | null, ok?: boolean, message?: string}} Outcome what became of a row; the message where it was refused */

/**
 * Does one thing after the other in a dialog that says how far it is, and in the end what was refused. Closed meanwhile it stops
 * after what it is at.
 *
 * @template J
 * @param {object} run
 * @param {string} run.title what is done
 * @param {J[]} run.jobs each is given to `send`, which resolves to [{ok, taxCode, name, message}]
 * @param {(job: J) => number} [run.size] how many rows a job is
 * @param {(job: J) => Promise<Outcome[]>} run.send
 * @returns {Promise<void>} when the dialog is closed
 */
export function planRun({title, jobs, size = () => 1, send}) {
  const all = jobs.reduce((sum, job) => sum + size(job), 0);
  let stopped = false;
  return dialog(title, close => {
    const bar = el('progress', {max: all, value: 0, class: 'ou-plan-progress', 'aria-label': title});
    const word = el('p', {role: 'status'}, t(`Đang ghi: 0/${number(all)}`, `Saving: 0 of ${number(all)}`));
    const end = el('div');
    const place = el('div', {class: 'ou-part ou-plan-run'}, bar, word, end);
    run();
    return place;

    async function run() {
      /** @type {Outcome[]} */
      const refused = [];
      let done = 0;
      let written = 0;
      for (const job of jobs) {
        if (stopped) {
          return;
        }
        try {
          const results = await send(job);
          written += results.filter(({ok}) => ok).length;
          refused.push(...results.filter(({ok}) => !ok));
        } catch (failure) {
          refused.push({name: null, message: failure.message});
        }
        done += size(job);
        bar.value = done;
        word.textContent = t(`Đang ghi: ${number(done)}/${number(all)}`, `Saving: ${number(done)} of ${number(all)}`);
      }
      word.textContent = refused.length === 0 ? t(`Đã ghi ${number(written)} dòng.`, `${number(written)} rows are saved.`)
        : t(`Đã ghi ${number(written)} dòng; ${number(refused.length)} dòng không ghi được và giữ nguyên:`,
          `${number(written)} rows are saved; ${number(refused.length)} were refused and are as they were:`);
      const button = el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => close()}}, t('Đóng', 'Close'));
      fill(end, refused.length > 0 && el('ul', {class: 'ou-plan-refused'}, refused.map(({taxCode, name, message}) => el('li', {'data-row': taxCode},
        (name ?? taxCode) && el('strong', {}, name ?? taxCode), el('span', {}, message)))),
      el('div', {class: 'ou-actions'}, button));
      button.focus();
    }
  }).finally(() => {
    stopped = true;
  });
}


/** So many rows are changed at once. */
const MOST = 500;

/**
 * Changes rows of a plan that are given together, and says which were refused.
 *
 * @template {{taxCode: string, name: string | null}} R
 * @param {object} run
 * @param {string} run.title what is done
 * @param {number} run.year
 * @param {R[]} run.rows
 * @param {(some: R[]) => object} run.body what is sent for some of the rows
 * @param {number} [run.most] how many are sent at once
 */
export function changeRows({title, year, rows, body, most = MOST}) {
  const names = new Map(rows.map(({taxCode, name}) => [taxCode, name]));
  return planRun({title, jobs: inParts(rows, most), size: some => some.length, send: async some => {
    /** @type {{results: (Outcome & {taxCode: string})[]}} */
    const {results} = await patch(`/api/v1/plans/${year}/rows`, body(some));
    return results.map(result => ({...result, name: names.get(result.taxCode)}));
  }});
}

/** The same change for all of them. @type {(rows: {taxCode: string}[], changes: object) => object} */
export const sameFor = (rows, changes) => ({taxCodes: rows.map(({taxCode}) => taxCode), changes});