import {get, put, remove} from '../../../../../../app/lib/api.js';
import {confirmDialog, dialog, el, stylesheet, toast} from '../../../../../../app/lib/dom.js';
import {moment, number} from '../../../../../../app/lib/format.js';
import {t} from '../../../../../../app/lib/text.js';
import {earlier} from '../../../../../../app/parts/said.js';
import {offerCandidate} from './candidate.js';
import {offerNext} from './next.js';
import {accept, refuse} from './refused.js';

/**
 * What a form of a task does for the person who fills it: ENTER sends nothing by accident, a figure far from the last one
 * is asked about, "Save" keeps the draft on the server, who leaves with changes is asked, a refusal stands at its field,
 * and after completing the enterprise's next task is offered.
 */

const PANE = '.form-pane';
const FORM = '.fjs-container';
const COMPLETE = '.form-actions .btn-primary';
const SAVE = '.form-actions .btn-default';
/** Where another task, filter or page is chosen. */
const AWAY = 'ol.tasks-list li, .task-filters li, .app-banner a, nav a, .navbar a';
const TABS = '.task-details .nav-tabs a, .tabbed-content .nav-tabs a';
const DRAFT_OF_BROWSER = 'camunda-form:';
/** A smaller difference is an ordinary change. */
const LEAST_DIFFERENCE = 10;

/** The form that is open now: {id, pane, fields, about, dirty, sure} or null. */
let open = null;

stylesheet(new URL('./forms.css', import.meta.url));
new MutationObserver(look).observe(document.documentElement, {childList: true, subtree: true});
document.addEventListener('submit', stopEnter, true);
document.addEventListener('click', beforeClick, true);
document.addEventListener('click', afterClick);
document.addEventListener('input', changed, true);
document.addEventListener('change', changed, true);
window.addEventListener('beforeunload', event => open?.dirty && event.preventDefault());
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveQuietly());
listenToAnswers();

export default [];

// --- the form that is open -------------------------------------------------------------------------------------------

function look() {
  const pane = document.querySelector(`${PANE} ${FORM}`);
  if (pane === (open?.pane ?? null)) {
    if (open) {
      showNumbers();
    }
    return;
  }
  open = null;
  const id = pane && new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (id) {
    begin({id, pane, fields: [], about: null, dirty: false, sure: false});
  }
}

async function begin(form) {
  open = form;
  try {
    const [{fields, draftSavedAt, earlier: steps}, about] = await Promise.all([
      get(`/api/v1/tasks/${form.id}/form`), get(`/api/v1/tasks/${form.id}/enterprise`)]);
    form.fields = fields;
    form.about = about;
    showNumbers();
    if (open !== form) {
      return;
    }
    document.querySelectorAll('.ou-earlier').forEach(old => old.remove());
    if (steps.length > 0) {
      form.pane.before(earlier(steps));
    }
    if (draftSavedAt) {
      form.pane.before(draftStrip(form, draftSavedAt));
    }
  } catch (failure) {
    // Without what is known the form is Tasklist's own; completing it says what is wrong.
    console.warn(failure.message);
  }
}

/** The control of a field: form-js gives it the component's id behind a prefix of its own. */
function input(form, field) {
  return form.pane.querySelector(`[id$="-${CSS.escape(field.id)}"]`);
}

function element(form, field) {
  return (input(form, field) ?? form.pane.querySelector(`[id*="-${CSS.escape(field.id)}-"]`))?.closest('.fjs-form-field');
}

function changed(event) {
  // The form's own calendars say that they have changed when the form is drawn, too.
  if (open && open.pane.contains(event.target) && (event.isTrusted || open.pane.contains(document.activeElement))) {
    open.dirty = true;
    open.sure = false;
    accept(event.target.closest('.fjs-form-field'));
    showNumbers();
  }
}

// --- ENTER, and figures far from the last ones -------------------------------------------------------------------------

/** form-js completes the task when a browser submits its form, as ENTER in a text field makes it do. */
function stopEnter(event) {
  if (event.target.closest?.(FORM)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

async function askWhetherMeant(button, odd) {
  const form = open;
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
function showNumbers() {
  const form = open;
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

// --- drafts, and leaving -----------------------------------------------------------------------------------------------

function beforeClick(event) {
  if (!open || event.target.closest('.ou-dialog')) {
    return;
  }
  const complete = event.target.closest(COMPLETE);
  if (complete && document.querySelector(PANE)?.contains(complete) && !open.sure) {
    const odd = farFromKnown(open);
    if (odd.length) {
      hold(event);
      askWhetherMeant(complete, odd);
    }
    return;
  }
  if (open.dirty && event.target.closest(TABS)) {
    saveQuietly();
  } else if (open.dirty && event.target.closest(AWAY)) {
    hold(event);
    askWhetherToLeave(event.target);
  }
}

function afterClick(event) {
  if (open && event.target.closest(SAVE)) {
    keepOnServer(open, true);
  }
}

function hold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function askWhetherToLeave(target) {
  const form = open;
  const answer = await dialog(t('Biểu mẫu chưa gửi', 'The form is not sent'), close => el('div', {},
    el('p', {}, t('Nội dung vừa điền chưa được gửi. Lưu nháp để làm tiếp sau?', 'What you filled in is not sent. Save it as a draft?')),
    el('div', {class: 'ou-actions'},
      choice(close, 'save', t('Lưu nháp rồi rời đi', 'Save and leave'), 'ou-primary'),
      choice(close, 'drop', t('Bỏ nội dung', 'Drop it')),
      choice(close, 'stay', t('Ở lại', 'Stay')))));
  if (answer === 'save') {
    await saveQuietly();
  }
  if ((answer === 'save' && !form.dirty) || answer === 'drop') {
    form.dirty = false;
    target.click();
  }
}

function choice(close, value, text, kind = '') {
  return el('button', {type: 'button', class: `ou-button ${kind}`, on: {click: () => close(value)}}, text);
}

/** Presses Tasklist's own "Save", which is the only way to the form's data, and takes the draft from there. */
async function saveQuietly() {
  const button = open?.dirty && document.querySelector(`${PANE} ${SAVE}`);
  if (button && !button.disabled) {
    // Heard by the button alone: the person did not press it and needs no word about it.
    button.dispatchEvent(new MouseEvent('click', {bubbles: false}));
    await keepOnServer(open, false);
  }
}

/** Tasklist's "Save" has put the draft into this browser's storage: it goes on to the server, where every device finds it. */
async function keepOnServer(form, say) {
  const key = DRAFT_OF_BROWSER + form.id;
  const draft = localStorage.getItem(key);
  if (!draft) {
    return;
  }
  const answers = Object.fromEntries(Object.entries(JSON.parse(draft))
    .filter(([name]) => form.fields.some(field => field.key === name)));
  try {
    await put(`/api/v1/tasks/${form.id}/draft`, answers);
    localStorage.removeItem(key);
    form.dirty = false;
    if (say) {
      toast(t('Đã lưu nháp trên máy chủ; mở lại được trên máy khác.', 'The draft is saved on the server; any device shows it.'));
    }
  } catch (failure) {
    toast(t(`Nháp mới chỉ lưu trong trình duyệt này: ${failure.message}`, `The draft is in this browser only: ${failure.message}`), 'error');
  }
}

function draftStrip(form, savedAt) {
  return el('p', {class: 'ou-draft', role: 'status'},
    t(`Đang tiếp tục bản nháp lưu lúc ${moment(savedAt)}.`, `This is your draft of ${moment(savedAt)}.`), ' ',
    el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
      await remove(`/api/v1/tasks/${form.id}/draft`);
      form.dirty = false;
      location.reload();
    }}}, t('Bỏ bản nháp', 'Drop the draft')));
}

// --- what the engine answers --------------------------------------------------------------------------------------------

/** Tasklist tells nobody what the engine answered to a form, so its requests are listened to. */
function listenToAnswers() {
  const original = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function(method, url, ...others) {
    const task = method === 'POST' && /\/task\/([^/]+)\/submit-form$/.exec(String(url).split('?')[0]);
    if (task) {
      this.addEventListener('loadend', () => answered(task[1], this.status, this.responseText, name => this.getResponseHeader(`Outreach-${name}`)));
    }
    return original.call(this, method, url, ...others);
  };
}

function answered(taskId, status, text, head) {
  const form = open?.id === taskId ? open : null;
  if (!form) {
    return;
  }
  if (status >= 200 && status < 300) {
    form.dirty = false;
    localStorage.removeItem(DRAFT_OF_BROWSER + taskId);
    offerNext(form.id, form.about);
  } else if (status >= 400) {
    mark(form, head('Field'), sentenceOf(text));
    offerCandidate(form.pane, head('Code'), sentenceOf(text));
  }
}

function sentenceOf(text) {
  try {
    return JSON.parse(text).message ?? '';
  } catch (noJson) {
    return '';
  }
}

/** What is refused because of a field is said at that field. */
function mark(form, key, sentence) {
  const named = form.fields.find(field => field.key === key);
  const place = named && element(form, named);
  if (place) {
    refuse(place, sentence);
    place.scrollIntoView({block: 'center'});
    (input(form, named) ?? place.querySelector('input, textarea, [tabindex]'))?.focus({preventScroll: true});
  }
}

