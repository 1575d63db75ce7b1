import {confirmDialog, el} from '../../../../../../app/lib/dom.js';
import {number} from '../../../../../../app/lib/format.js';
import {t} from '../../../../../../app/lib/text.js';
import {PANE, hold, input, openForm} from './open-form.js';

/** Figures of a form: grouped beside the field, and asked about before completing where they are far from the last ones. */

const COMPLETE = '.form-actions .btn-primary';
/** A smaller difference is an ordinary change. */
const LEAST_DIFFERENCE = 10;

export function askForFigures() {
  document.addEventListener('click', event => {
    const form = openForm();
    const complete = form && !form.sure && event.target.closest(COMPLETE);
    if (complete && !event.target.closest('.ou-dialog') && document.querySelector(PANE)?.contains(complete)) {
      const odd = farFromKnown(form);
      if (odd.length) {
        hold(event);
        askWhetherMeant(form, complete, odd);
      }
    }
  }, true);
}

async function askWhetherMeant(form, button, odd) {
  const sentence = odd.map(({field, value}) =>
    t(`“${field.label}” là ${number(value)}, lần trước là ${number(field.known)}.`,
      `“${field.label}” is ${number(value)}, last time it was ${number(field.known)}.`)).join(' ');
  if (await confirmDialog(`${sentence} ${t('Số này có đúng không?', 'Is that right?')}`, t('Đúng, hoàn thành', 'Yes, complete'),
    t('Sửa lại', 'Change it'))) {
    form.sure = true;
    button.click();
  } else {
    input(form, odd[0].field)?.focus();
  }
}

function farFromKnown(form) {
  return form.fields
    .filter(field => field.type === 'number' && typeof field.known === 'number')
    .map(field => ({field, value: numberIn(input(form, field))}))
    .filter(({field, value}) => value !== null && Math.abs(value - field.known) >= LEAST_DIFFERENCE
      && (value > 2 * field.known || 2 * value < field.known));
}

function numberIn(control) {
  const text = control?.value?.trim();
  return text ? Number(text.replace(',', '.')) : null;
}

/** Fields come and go with the answers above them: once a frame, all that are there now. */
export function showNumbers(form) {
  form.frame ??= requestAnimationFrame(() => {
    form.frame = undefined;
    form.fields.filter(field => field.type === 'number').forEach(field => showNumber(input(form, field)));
  });
}

/** Form-js shows 12500; who reads figures aloud reads 12.500. */
function showNumber(control) {
  const place = control?.closest('.fjs-form-field');
  if (!place) {
    return;
  }
  const value = numberIn(control);
  let shown = place.querySelector('.ou-number');
  if (!shown) {
    shown = el('span', {class: 'ou-number', 'aria-hidden': 'true'});
    place.append(shown);
  }
  const text = value !== null && Math.abs(value) >= 1000 ? `= ${number(value)}` : '';
  if (shown.textContent !== text) {
    shown.textContent = text;
  }
}
