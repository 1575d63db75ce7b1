// @ts-check
import {put} from '../lib/api.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {el, field, toast} from '../lib/dom.js';
import {t} from '../lib/text.js';

/** @import {Person} from '../lib/session.js' */

/** A new password for the person's own account; the server ends the account's other sessions. @param {Person} person */
export default function ownPassword({id}) {
  const present = secret('authenticatedUserPassword', 'current-password');
  const wanted = secret('password', 'new-password');
  const again = secret('again', 'new-password');
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const controls = {authenticatedUserPassword: present, password: wanted, again};
  /** @type {(event: SubmitEvent) => Promise<void>} */
  const save = async event => {
    event.preventDefault();
    error.textContent = '';
    Object.values(controls).forEach(control => control.showError(control.value ? '' : t('Bắt buộc nhập.', 'Required.')));
    if (!Object.values(controls).every(control => control.value)) {
      return;
    }
    if (wanted.value !== again.value) {
      again.showError(t('Hai lần nhập mật khẩu mới khác nhau.', 'The two new passwords differ.'));
      return;
    }
    try {
      await put(`/camunda/api/engine/engine/default/user/${encodeURIComponent(id)}/credentials`,
        {password: wanted.value, authenticatedUserPassword: present.value});
      Object.values(controls).forEach(control => control.value = '');
      toast(t('Đã đổi mật khẩu. Các phiên khác của đồng chí đã kết thúc.', 'The password is changed. Your other sessions have ended.'));
    } catch (failure) {
      sayRefusal(failure, controls, error);
    }
  };
  return el('section', {class: 'ou-part ou-own-password'}, el('h2', {}, t('Mật khẩu', 'Password')),
    el('form', {on: {submit: save}, novalidate: true},
      field(t('Mật khẩu hiện nay', 'Present password'), present),
      field(t('Mật khẩu mới', 'New password'), wanted),
      field(t('Nhập lại mật khẩu mới', 'New password once more'), again),
      error,
      el('div', {class: 'ou-actions'}, el('button', {class: 'ou-button ou-primary'}, t('Đổi mật khẩu', 'Change the password')))));
}

/** @type {(name: string, purpose: string) => HTMLInputElement} */
const secret = (name, purpose) => el('input', {name, type: 'password', autocomplete: purpose, maxlength: 200});
