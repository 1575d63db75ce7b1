// @ts-check
import bell from '../parts/bell.js';
import {address, get, login, logout, whenLoggedOut} from './api.js';
import {dialog, el, field, fill} from './dom.js';
import {loginHead, product, words} from './login.js';
import {me, readsCandidates, readsOverdue} from './session.js';
import {choose, language, t} from './text.js';
import {speakOfFields} from './validity.js';
import search from '../parts/search.js';

/** Every page: the header, the login where it is needed, and the page's own module in the middle. */

/** @typedef {import('./session.js').Person} Person */

/** What the server's page of this shell has. @type {(selector: string) => HTMLElement} */
const part = selector => /** @type {HTMLElement} */ (document.querySelector(selector));

const main = part('#main');
const header = part('#header');

document.documentElement.lang = language();
speakOfFields();
part('.ou-skip').textContent = t('Đến nội dung', 'Skip to content');
open();

async function open() {
  let person;
  try {
    person = await me();
  } catch (failure) {
    fill(header, head(null));
    if (failure.status === 401) {
      document.title = `${words.heading()} – ${product()}`;
      fill(main, loginHead(), loginForm({done: () => location.reload()}));
      main.querySelector('input')?.focus();
    } else {
      fill(main, el('p', {class: 'ou-failure', role: 'alert'}, failure.message));
    }
    return;
  }
  fill(header, head(person));
  whenLoggedOut(() => loginOver(person));
  const page = await import(`../pages/${main.dataset.page}.js`);
  document.title = `${page.title} – ${product()}`;
  fill(main);
  await page.default(main, {subject: main.dataset.subject, me: person});
}

/** @param {Person | null} person nobody is logged in yet */
function head(person) {
  return el('div', {class: 'ou-header'},
    el('a', {class: 'ou-brand', href: address('/app')}, el('img', {src: address('/app/mark.svg'), alt: '', width: 28, height: 28}),
      el('span', {}, product())),
    person && el('nav', {'aria-label': t('Trang', 'Pages')}, el('ul', {}, links(person).map(([path, text, kind]) =>
      el('li', {class: kind}, el('a', {href: address(path), 'aria-current': address(path) === location.href.split(/[?#]/)[0] ? 'page' : null}, text))))),
    seesTasks(person) && search(),
    el('div', {class: 'ou-header-end'}, el('span', {id: 'bell'}, person && bell()), person ? menu(person) : otherLanguage()));
}

/** Who opens Tasklist: members of units that do, and of enterprises' cells. @param {Person} person */
const isStaff = person => person.opens.includes('tasklist') || person.groups.some(group => group.startsWith('cell'));

/** @param {Person | null} person */
const seesTasks = person => person && (isStaff(person) || person.opens.includes('admin'));

/** @typedef {[path: string, text: string, style?: string]} Link */

/** On a phone candidates and the guide are in the person's own menu only. */
/** @type {Link} */
const CANDIDATE = ['/app/candidate', t('Hồ sơ quần chúng', 'Candidate'), 'ou-on-wide'];
/** @type {Link} */
const GUIDE = ['/app/help', t('Hướng dẫn', 'Guide'), 'ou-on-wide'];

/** More do not fit beside the search on a desk; the guide is in everybody's own menu too. */
const MOST_LINKS = 7;

/** Pages that there are; a page of another role is not offered. @param {Person} person */
function links(person) {
  const staff = isStaff(person);
  /** @type {(Link | false | null)[]} */
  const all = [
    ['/app', t('Ngày của tôi', 'My day')],
    seesTasks(person) && ['/app/tasks', t('Danh sách việc', 'Tasks')],
    staff && ['/camunda/app/tasklist/default/', t('Xử lý việc', 'Tasklist')],
    staff && ['/app/plan', t('Kế hoạch', 'Plan')],
    readsCandidates(person) && CANDIDATE,
    readsOverdue(person) && ['/app/overdue', t('Quá hạn', 'Overdue'), 'ou-on-wide'],
    person.head && ['/app/load', t('Khối lượng việc', 'Load')],
    person.opens.includes('cockpit') && ['/camunda/app/cockpit/default/', t('Theo dõi', 'Cockpit')],
    person.opens.includes('admin') && ['/camunda/app/admin/default/', t('Quản trị', 'Admin')],
    GUIDE
  ];
  const shown = all.filter(link => !!link);
  return shown.length > MOST_LINKS ? shown.filter(link => link !== GUIDE) : shown;
}

/** What is the person's own. @param {Person} person */
function menu(person) {
  return el('details', {class: 'ou-me'}, el('summary', {}, person.name),
    el('div', {class: 'ou-me-list'},
      seesTasks(person) && el('a', {href: address('/app/deputies')}, t('Vắng mặt, người thay', 'Absence and deputies')),
      readsOverdue(person) && el('a', {href: address('/app/overdue')}, t('Việc quá hạn của các đơn vị', 'Overdue tasks of units')),
      readsCandidates(person) && el('a', {href: address(CANDIDATE[0])}, CANDIDATE[1]),
      person.sendsLists && el('a', {href: address('/app/intake')}, t('Nạp danh sách từ Excel', 'Lists from Excel')),
      person.keepsZones && el('a', {href: address('/app/zones')}, t('Danh mục khu, cụm công nghiệp', 'Zones and clusters')),
      seesTasks(person) && el('a', {href: address('/app/calendar')}, t('Lịch làm việc, ngày nghỉ', 'Working days, days off')),
      person.seesNotices && el('a', {href: address('/app/notices')}, t('Thông báo đã gửi, chưa gửi', 'Notices sent and not sent')),
      el('a', {href: address('/app/settings')}, t('Cài đặt thông báo, lịch, mật khẩu', 'Notices, calendar, password')),
      el('a', {href: address(GUIDE[0])}, GUIDE[1]),
      otherLanguage(),
      el('button', {type: 'button', on: {click: leave}}, t('Đăng xuất', 'Log out'))));
}

function otherLanguage() {
  const other = language() === 'vi' ? 'en' : 'vi';
  return el('button', {type: 'button', class: 'ou-language', lang: other, on: {click: () => choose(other)}},
    other === 'vi' ? 'Tiếng Việt' : 'English');
}

async function leave() {
  await logout();
  location.reload();
}

/** The session is over while something stands in the page: it stays there, and its owner logs in over it. @param {Person} person */
async function loginOver(person) {
  const done = await dialog(t('Phiên làm việc đã hết', 'The session is over'), close => el('div', {},
    el('p', {}, t('Đăng nhập lại để tiếp tục; nội dung đang nhập vẫn còn nguyên.', 'Log in again to go on; what you typed is still there.')),
    loginForm({name: person.id, done: close})));
  if (done && done !== person.id) {
    // What stands here is somebody else's.
    location.reload();
    return false;
  }
  return Boolean(done);
}

/** @param {{name?: string, done: (id: string) => void}} options name: the user name to begin with; done is told who logged in */
function loginForm({name = '', done}) {
  const user = el('input', {name: 'user', value: name, autocomplete: 'username', required: true, autocapitalize: 'none', spellcheck: 'false'});
  const password = el('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true, autofocus: name !== ''});
  const error = el('p', {class: 'ou-error', role: 'alert'});
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    error.textContent = '';
    try {
      await login(user.value, password.value);
      done((await get('/api/v1/me', {background: true})).id);
    } catch (failure) {
      error.textContent = failure.message;
      password.select();
    }
  };
  return el('form', {class: 'ou-login', on: {submit: send}},
    field(words.userName(), user),
    field(words.secret(), password),
    error,
    el('button', {class: 'ou-button ou-primary'}, words.heading()),
    words.forgotten());
}
