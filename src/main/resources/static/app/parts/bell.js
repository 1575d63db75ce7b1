// @ts-check
import {address} from '../lib/api.js';
import {el, fill, stylesheet, svg, toast} from '../lib/dom.js';
import {day, moment, today} from '../lib/format.js';
import {refusedMailText, watch} from '../lib/notices.js';
import {t} from '../lib/text.js';

/** @import {Notice} from '../lib/notices.js' */

stylesheet(new URL('./bell.css', import.meta.url));

const BELL = 'M12 2a2 2 0 0 0-2 2v.6A6 6 0 0 0 6 10v5l-2 2v1h16v-1l-2-2v-5a6 6 0 0 0-4-5.4V4a2 2 0 0 0-2-2zm-2.5 17a2.5 2.5 0 0 0 5 0z';
const MOST_SHOWN = 99;

/** The bell of a header: how many notices are unread, the newest of them, and the way to what they are about. */
export default function bell() {
  const count = el('span', {class: 'ou-bell-count', 'aria-hidden': 'true', hidden: true});
  const button = el('button', {type: 'button', class: 'ou-bell-button', 'aria-expanded': 'false', 'aria-haspopup': 'true',
    on: {click: () => toggle(!isOpen())}}, picture(), count);
  // No ul and li: Tasklist's header has its own idea of lists.
  const list = el('div', {class: 'ou-bell-list', role: 'list'});
  const none = el('p', {class: 'ou-bell-none'}, t('Chưa có thông báo nào.', 'No notices yet.'));
  const refused = el('p', {class: 'ou-bell-refused', hidden: true});
  const all = el('button', {type: 'button', class: 'ou-bell-all', on: {click: () => act(notices.readAll)}},
    t('Đánh dấu đã đọc hết', 'Mark all read'));
  const panel = el('div', {class: 'ou-bell-panel', role: 'region', 'aria-label': t('Thông báo', 'Notices'), hidden: true},
    el('div', {class: 'ou-bell-head'}, el('strong', {}, t('Thông báo', 'Notices')), all),
    refused, none, list,
    el('a', {class: 'ou-bell-settings', href: address('/app/settings')}, t('Cách nhận thông báo', 'How to be told')));
  const root = el('div', {class: 'ou-bell'}, button, panel);
  const isOpen = () => !panel.hidden;
  label(0);

  root.addEventListener('keydown', event => {
    if (event.key === 'Escape' && isOpen()) {
      toggle(false);
      button.focus();
    }
  });
  document.addEventListener('click', event => isOpen() && !event.composedPath().includes(root) && toggle(false));

  const notices = watch((now, arrived) => {
    root.classList.toggle('ou-bell-off', !now.bell);
    const unread = now.bell ? now.unread : 0;
    count.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    count.hidden = unread === 0;
    label(unread);
    all.hidden = now.unread === 0;
    none.hidden = now.items.length > 0;
    refused.hidden = !now.refusedMail;
    refused.textContent = now.refusedMail ? refusedMailText(now.refusedMail) : '';
    fill(list, now.items.map(line));
    if (arrived.length > 0 && now.bell && !now.quiet) {
      toast(arrived.length === 1 ? arrived[0].what : t(`${arrived.length} thông báo mới`, `${arrived.length} new notices`));
    }
  });
  return root;

  /** @type {(open: boolean) => void} */
  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      notices.refresh();
    }
  }

  /** @type {(unread: number) => void} */
  function label(unread) {
    button.setAttribute('aria-label', unread === 0
      ? t('Thông báo: không có tin chưa đọc', 'Notices: none unread')
      : t(`Thông báo: ${unread} chưa đọc`, `Notices: ${unread} unread`));
  }

  /** @type {(item: Notice) => HTMLElement} */
  function line(item) {
    return el('div', {class: item.read ? 'ou-bell-item' : 'ou-bell-item ou-unread', role: 'listitem', 'data-notice': item.id},
      el('a', {href: address(item.link), on: {click: event => follow(event, item)}},
        el('span', {class: 'ou-bell-what'}, item.what),
        el('span', {class: 'ou-bell-when'}, when(item.createdAt))),
      !item.read && el('button', {type: 'button', class: 'ou-bell-read', title: t('Đánh dấu đã đọc', 'Mark read'),
        'aria-label': t(`Đánh dấu đã đọc: ${item.what}`, `Mark read: ${item.what}`), on: {click: () => act(() => notices.read(item.id))}}));
  }

  /**
   * Reads first: a page that is left takes its requests with it.
   *
   * @param {MouseEvent} event
   * @param {Notice} item
   */
  async function follow(event, item) {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!elsewhere) {
      event.preventDefault();
    }
    if (!item.read) {
      await act(() => notices.read(item.id));
    }
    if (!elsewhere) {
      toggle(false);
      location.assign(address(item.link));
    }
  }
}

/** @param {() => Promise<void>} doing */
async function act(doing) {
  try {
    await doing();
  } catch (failure) {
    toast(failure.message, 'error');
  }
}

/** @param {string} at */
function when(at) {
  return day(at) === day(today()) ? t(`hôm nay ${moment(at).slice(-5)}`, `today ${moment(at).slice(-5)}`) : moment(at);
}

const picture = () => svg('svg', {viewBox: '0 0 24 24', width: 22, height: 22, 'aria-hidden': 'true'}, svg('path', {d: BELL, fill: 'currentColor'}));
