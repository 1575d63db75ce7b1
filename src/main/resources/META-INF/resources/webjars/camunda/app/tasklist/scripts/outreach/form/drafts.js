import {put, remove} from '../../../../../../app/lib/api.js';
import {el, toast} from '../../../../../../app/lib/dom.js';
import {moment} from '../../../../../../app/lib/format.js';
import {t} from '../../../../../../app/lib/text.js';
import {PANE, openForm} from './open-form.js';

/** Drafts of a form: what Tasklist keeps in this browser goes on to the server, where every device finds it. */

const SAVE = '.form-actions .btn-default';
const IN_BROWSER = 'camunda-form:';

/** "Save" is Tasklist's own and does its part first. */
export function keepDrafts() {
  document.addEventListener('click', event => {
    const form = openForm();
    if (form && event.target.closest(SAVE)) {
      keepOnServer(form, true);
    }
  });
}

/** Presses Tasklist's own "Save", which is the only way to the form's data, and takes the draft from there. */
export async function saveQuietly() {
  const form = openForm();
  const button = form?.dirty && document.querySelector(`${PANE} ${SAVE}`);
  if (button && !button.disabled) {
    // Heard by the button alone: the person did not press it and needs no word about it.
    button.dispatchEvent(new MouseEvent('click', {bubbles: false}));
    await keepOnServer(form, false);
  }
}

async function keepOnServer(form, say) {
  const draft = localStorage.getItem(IN_BROWSER + form.id);
  if (!draft) {
    return;
  }
  const answers = Object.fromEntries(Object.entries(JSON.parse(draft))
    .filter(([name]) => form.fields.some(field => field.key === name)));
  try {
    await put(`/api/v1/tasks/${form.id}/draft`, answers);
    forgetInBrowser(form);
    form.dirty = false;
    if (say) {
      toast(t('Đã lưu nháp trên máy chủ; mở lại được trên máy khác.', 'The draft is saved on the server; any device shows it.'));
    }
  } catch (failure) {
    toast(t(`Nháp mới chỉ lưu trong trình duyệt này: ${failure.message}`, `The draft is in this browser only: ${failure.message}`), 'error');
  }
}

export function forgetInBrowser(form) {
  localStorage.removeItem(IN_BROWSER + form.id);
}

/** Says since when a draft goes on, with the way to drop it. */
export function draftStrip(form) {
  const {draftSavedAt} = form;
  return el('p', {class: 'ou-draft', role: 'status'},
    t(`Đang tiếp tục bản nháp lưu lúc ${moment(draftSavedAt)}.`, `This is your draft of ${moment(draftSavedAt)}.`), ' ',
    el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
      await remove(`/api/v1/tasks/${form.id}/draft`);
      form.dirty = false;
      location.reload();
    }}}, t('Bỏ bản nháp', 'Drop the draft')));
}
