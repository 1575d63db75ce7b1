import {dialog, el, fill} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';

/**
 * Does one thing after the other in a dialog that says how far it is, and in the end what was refused. Closed meanwhile it stops
 * after what it is at.
 *
 * @param title what is done
 * @param jobs each is given to `send`, which resolves to [{ok, taxCode, name, message}]
 * @param size how many rows a job is
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
