// @ts-check
import {address} from './api.js';
import {el} from './dom.js';
import {t} from './text.js';

/** One login in look and words, on the product's pages and in Camunda's webapps; the same session serves both. */

export const product = () => t('Vận động doanh nghiệp', 'Enterprise outreach');

const heading = () => t('Đăng nhập', 'Log in');
const userName = () => t('Tên đăng nhập', 'User name');
const secret = () => t('Mật khẩu', 'Password');
const forgotten = () => el('p', {class: 'ou-hint'},
  t('Quên mật khẩu: nhờ quản trị viên của cơ quan đặt lại.', 'Forgotten password: ask the office’s administrator to set a new one.'));

export const words = {heading, userName, secret, forgotten};

/** Above the fields of a page's own login; the webapps draw the same by lib/webapp.css. */
export function loginHead() {
  return el('div', {class: 'ou-login-head'},
    el('img', {src: address('/app/mark.svg'), alt: '', width: 72, height: 72}),
    el('p', {class: 'ou-login-product'}, product()),
    el('h1', {}, heading()));
}

/** The name that was sent last, until somebody is in. */
let sent = '';
addEventListener('hashchange', () => {
  sent = '';
});

/** Gives the login of a webapp the labels and the help of the page's, and keeps the name of who mistyped the password. */
export function tendLogin() {
  const tend = () => document.querySelectorAll('form[name=signinForm]:not([data-ou-login])').forEach(form => {
    form.setAttribute('data-ou-login', '');
    const [user, password] = form.querySelectorAll('input');
    // A phone begins what is typed with a capital and corrects it; a login name is neither a sentence nor a word.
    for (const [name, value] of [['autocapitalize', 'none'], ['autocorrect', 'off'], ['spellcheck', 'false'], ['autocomplete', 'username']]) {
      user.setAttribute(name, value);
    }
    password.setAttribute('autocomplete', 'current-password');
    label(user, 'ou-login-user', userName());
    label(password, 'ou-login-password', secret());
    form.append(forgotten());
    const title = form.closest('.form-signin')?.querySelector('.login-header .app-name');
    if (title) {
      title.textContent = heading();
    }
    form.addEventListener('submit', () => {
      sent = user.value;
    }, true);
    goOn(user, password);
  });
  new MutationObserver(tend).observe(document.body, {childList: true, subtree: true});
}

/**
 * @param {HTMLInputElement} input
 * @param {string} id
 * @param {string} text
 */
function label(input, id, text) {
  input.id = id;
  input.before(el('label', {for: id}, text));
}

/**
 * A refused login is drawn anew and empty, at times twice; the page's login keeps the name.
 * @param {HTMLInputElement} user
 * @param {HTMLInputElement} password
 */
function goOn(user, password) {
  if (sent) {
    user.value = sent;
    user.dispatchEvent(new Event('input', {bubbles: true}));
    password.focus();
    keepCursor(user, password);
  } else {
    user.focus();
  }
}

/** How long Camunda may take to put the cursor into the first field by itself. */
const SETTLES = 1500;

/**
 * Camunda takes the cursor to the name some moments after it drew the form: a person who types the password again would type
 * it into the name. Whoever goes there by hand may.
 * @param {HTMLInputElement} user
 * @param {HTMLInputElement} password
 */
function keepCursor(user, password) {
  const back = () => password.focus();
  const end = () => user.removeEventListener('focus', back);
  user.addEventListener('focus', back);
  ['pointerdown', 'keydown'].forEach(act => addEventListener(act, end, {capture: true, once: true}));
  setTimeout(end, SETTLES);
}
