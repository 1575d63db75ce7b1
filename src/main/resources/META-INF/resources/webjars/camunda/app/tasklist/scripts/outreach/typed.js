import {daySentence, readDay} from '../../../../../../app/lib/day.js';
import {folded} from '../../../../../../app/lib/folded.js';
import {day, today} from '../../../../../../app/lib/format.js';
import {t} from '../../../../../../app/lib/text.js';
import {readWhole, wholeSentence} from '../../../../../../app/lib/whole.js';
import {accept, refuse} from './refused.js';

/**
 * Days and whole numbers of Tasklist's forms are what was typed, or are refused where they stand. form-js makes another day
 * of one that does not exist and drops the signs of a number that it does not like. Here the text is read first: the form
 * gets what it means, or nothing, and the person keeps seeing what was typed.
 */

/** On a phone a day is chosen in the phone's own calendar, in a field of its own, and is not typed. */
const OF_PHONE = '.flatpickr-mobile';
const DAY = `.fjs-form-field-datetime .fjs-datepicker input.fjs-input:not(${OF_PHONE}, [type=hidden])`;
const WHOLE = '.fjs-form-field-number input.fjs-input';
const EITHER = `.fjs-container :is(${DAY}, ${WHOLE})`;
const SEND = '.form-pane .form-actions .btn-primary, .modal-footer .btn-primary';
const NATIVE = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

daysOfTheCalendar();
new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(atOnce))
  .observe(document.documentElement, {childList: true, subtree: true});
const listen = (type, listener) => window.addEventListener(type, listener, true);
listen('keypress', event => isField(event.target, WHOLE) && event.key !== 'Enter' && event.stopImmediatePropagation());
['input', 'change'].forEach(type => listen(type, event => isField(event.target, EITHER) && changed(event)));
listen('keydown', ({key, target}) => key === 'Enter' && isField(target, EITHER) && settle(target));
listen('blur', ({target}) => isField(target, EITHER) && settle(target));
// The calendar reads its field when the mouse goes down elsewhere, before the field is left.
listen('mousedown', ({target}) => isField(document.activeElement, DAY) && !document.activeElement.closest('.fjs-datepicker').contains(target)
  && settle(document.activeElement));
listen('click', beforeSending);
// form-js tidies up after a calendar that is not built there.
listen('change', ({target}) => {
  const chosen = isField(target, OF_PHONE) && target.previousElementSibling?._flatpickr;
  if (chosen) {
    accept(target.closest('.fjs-form-field'));
    chosen.calendarContainer ??= document.createElement('div');
  }
});

function isField(node, selector) {
  return node instanceof HTMLInputElement && node.matches(selector);
}

/** A day without an hour begins at midnight here, wherever the computer is: form-js would show the day before west of Greenwich. */
function daysOfTheCalendar() {
  const original = Date.parse;
  Date.parse = text => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return parts && !isNaN(original(text)) ? new Date(parts[1], parts[2] - 1, parts[3]).getTime() : original(text);
  };
}

/**
 * form-js takes an answer 300 ms after a key, and draws the one that it has over what was typed since: 600 typed over 600
 * became 60 or 600600. A container is seen here after it is drawn empty and before its fields are, so that none of them
 * begins with the delay. The setting can be reached through the form's drawing only (Preact's `__k`).
 */
function atOnce(container) {
  if (container.dataset.ouAtOnce !== undefined) {
    return;
  }
  const find = node => Array.isArray(node) ? node.map(find).find(Boolean) : node?.props?.value?.getService ?? (node?.__k && find(node.__k));
  const service = find(container.__k);
  if (service) {
    service('config').debounce = false;
    container.dataset.ouAtOnce = '';
  }
}

const textOf = input => NATIVE.get.call(input);

function changed(event) {
  const input = event.target;
  const text = textOf(input);
  if (!event.isTrusted && Object.hasOwn(input, 'value')) {
    // The calendar says that it is empty now; the person has typed nothing new.
    event.stopImmediatePropagation();
    return;
  }
  if (event.type === 'change') {
    return;
  }
  accept(input.closest('.fjs-form-field'));
  if (input.matches(DAY) || text === '' || /^-?\d+$/.test(text)) {
    show(input);
  } else {
    keep(input, readWhole(text) ?? '');
  }
}

/** The field is left, or its answer asked for: what it holds is read, or refused. Tells whether it was read. */
function settle(input) {
  const text = textOf(input);
  if (folded(text) === '') {
    show(input);
    return true;
  }
  const {value, wrong} = input.matches(DAY) ? dayIn(input, text) : wholeIn(text);
  if (wrong) {
    keep(input, '');
    refuse(input.closest('.fjs-form-field'), wrong);
    return false;
  }
  show(input);
  // A calendar that was told of another first day has emptied its field.
  if (textOf(input) !== value) {
    NATIVE.set.call(input, value);
  }
  return true;
}

function wholeIn(text) {
  const value = readWhole(text);
  return value === null ? {wrong: wholeSentence(text)} : {value};
}

function dayIn(input, text) {
  const read = readDay(text);
  if (!read) {
    return {wrong: daySentence(text)};
  }
  const first = input._flatpickr?.config.minDate;
  // form-js knows two first days only: the year 1900, and today as the computer has it.
  if (first?.getFullYear() > 1900) {
    if (read < today()) {
      return {wrong: t(`Ngày phải từ hôm nay (${day(today())}) trở đi.`, `The day must be today (${day(today())}) or later.`)};
    }
    input._flatpickr.set('minDate', new Date(Date.parse(today())));
  }
  return {value: day(read)};
}

/** To the page's programs the field has this value now; the person's text stays, until the form itself puts an answer there. */
function keep(input, value) {
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => value,
    set: given => {
      if (given !== '' && given !== value) {
        show(input);
        accept(input.closest('.fjs-form-field'));
        NATIVE.set.call(input, given);
      }
    }
  });
}

function show(input) {
  delete input.value;
}

function beforeSending(event) {
  const button = event.target.closest?.(SEND);
  const fields = button?.closest('.modal-content, .form-pane').querySelectorAll(EITHER) ?? [];
  const wrong = [...fields].filter(field => !field.readOnly && !field.disabled).filter(field => !settle(field));
  if (wrong.length) {
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong[0].scrollIntoView({block: 'center'});
    wrong[0].focus({preventScroll: true});
  }
}
