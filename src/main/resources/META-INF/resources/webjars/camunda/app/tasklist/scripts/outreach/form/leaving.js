import {dialog, el} from '../../../../../../app/lib/dom.js';
import {t} from '../../../../../../app/lib/text.js';
import {saveQuietly} from './drafts.js';
import {hold, openForm} from './open-form.js';

/** Whoever leaves a form with changes is asked; a tab beside it, or another window, keeps them as a draft. */

/** Where another task, filter or page is chosen. */
const AWAY = 'ol.tasks-list li, .task-filters li, .app-banner a, nav a, .navbar a';
const TABS = '.task-details .nav-tabs a, .tabbed-content .nav-tabs a';

export function askWhoLeaves() {
  document.addEventListener('click', event => {
    if (!openForm()?.dirty || event.target.closest('.ou-dialog')) {
      return;
    }
    if (event.target.closest(TABS)) {
      saveQuietly();
    } else if (event.target.closest(AWAY)) {
      hold(event);
      askWhetherToLeave(openForm(), event.target);
    }
  }, true);
  window.addEventListener('beforeunload', event => openForm()?.dirty && event.preventDefault());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveQuietly());
}

async function askWhetherToLeave(form, target) {
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
