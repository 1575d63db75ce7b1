import {pageOf} from '../../../../../../app/lib/task.js';

/**
 * The form of a task that is open now: {id, pane, fields, about, draftSavedAt, earlier, papers, dirty, sure} or null. One
 * object for each opening, so that an answer that comes late finds whether its form is still open. `dirty`: changed and not kept
 * anywhere; `sure`: the person has said that the figures are meant.
 */

export const PANE = '.form-pane';
export const FORM = '.fjs-container';

let open = null;

export const openForm = () => open;

/**
 * Calls `read(form)` once what the server knows of a form is there, `drawn(form)` whenever something on the page is drawn
 * while it is open, `changed(form, control)` when the person changed something in it.
 */
export function watchForms({read, drawn, changed}) {
  new MutationObserver(() => look(read, drawn)).observe(document.documentElement, {childList: true, subtree: true});
  ['input', 'change'].forEach(name => document.addEventListener(name, event => {
    // The form's own calendars say that they have changed when the form is drawn, too.
    if (open && open.pane.contains(event.target) && (event.isTrusted || open.pane.contains(document.activeElement))) {
      open.dirty = true;
      open.sure = false;
      changed(open, event.target);
    }
  }, true));
}

function look(read, drawn) {
  const pane = document.querySelector(`${PANE} ${FORM}`);
  if (pane === (open?.pane ?? null)) {
    if (open) {
      drawn(open);
    }
    return;
  }
  open = null;
  const id = pane && new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (id) {
    begin({id, pane, fields: [], about: null, draftSavedAt: null, earlier: [], papers: [], dirty: false, sure: false}, read);
  }
}

async function begin(form, read) {
  open = form;
  try {
    const {form: known, enterprise: about} = await pageOf(form.id);
    Object.assign(form, known, {about});
    if (open === form) {
      read(form);
    }
  } catch (failure) {
    // Without what is known the form is Tasklist's own; completing it says what is wrong.
    console.warn(failure.message);
  }
}

/** The control of a field: form-js gives it the component's id behind a prefix of its own. */
export function input(form, field) {
  return form.pane.querySelector(`[id$="-${CSS.escape(field.id)}"]`);
}

export function element(form, field) {
  return (input(form, field) ?? form.pane.querySelector(`[id*="-${CSS.escape(field.id)}-"]`))?.closest('.fjs-form-field');
}

/** Nobody else hears of the event. */
export function hold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
