// @ts-check
import {el, field} from './dom.js';
import {folded} from './folded.js';
import {t} from './text.js';

const WRITTEN = /^(\d{1,2}) ?[/.-] ?(\d{4})$/;

/**
 * A month as it is written here, MM/yyyy. Has `node`, `value` ('1998-03', '' for none), `showError(sentence)` and `isWrong()`, which says so too.
 * @param {string} label
 * @param {{name?: string, value?: string | null, hint?: string}} options
 */
export function monthField(label, {name, value, hint} = {}) {
  const text = el('input', {name, inputmode: 'numeric', placeholder: t('tháng/năm', 'month/year'), autocomplete: 'off', maxlength: 30,
    value: value ? value.split('-').reverse().join('/') : ''});
  const node = field(label, text, hint);
  return {
    node,
    get value() {
      return folded(text.value) === '' ? '' : iso(text.value) ?? text.value;
    },
    showError: (/** @type {string | null} */ sentence) => text.showError(sentence),
    isWrong() {
      const wrong = folded(text.value) !== '' && !iso(text.value);
      if (wrong) {
        text.showError(t('Tháng viết dạng tháng/năm, ví dụ 03/1998.', 'Write the month as month/year, such as 03/1998.'));
      }
      return wrong;
    }
  };
}

/** @param {string} text */
function iso(text) {
  const found = WRITTEN.exec(folded(text));
  return found && Number(found[1]) >= 1 && Number(found[1]) <= 12 ? `${found[2]}-${found[1].padStart(2, '0')}` : undefined;
}
