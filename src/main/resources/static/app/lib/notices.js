// @ts-check
import {address, get, post} from './api.js';
import {day} from './format.js';
import {t} from './text.js';

/**
 * What the person was told, live: a stream tells that something changed, and the list is fetched then. A hidden window
 * lets go of its stream; where there is none, the list is asked for every minute.
 */

const PATH = '/api/v1/me/notices';
const PAUSE = 60_000;

/**
 * @typedef {{id: number, read: boolean, what: string, link: string, createdAt: string}} Notice
 * @typedef {{address: string, since: string, answer: string}} RefusedMail
 * @typedef {{bell: boolean, quiet: boolean, unread: number, refusedMail: RefusedMail | null, items: Notice[]}} Notices
 */

/**
 * @param {(notices: Notices, arrived: Notice[]) => void} changed called at first and whenever it changes; `arrived` are the items
 *   that are new
 */
export function watch(changed) {
  /** @type {EventSource | undefined} */
  let stream;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  /** @type {number | undefined} */
  let newest;
  let over = false;

  async function refresh() {
    /** @type {Notices} */
    let notices;
    try {
      notices = await get(PATH, {background: true});
    } catch (failure) {
      // Logged out: the page itself says so at the next click. Anything else may be better in a minute.
      over = failure.status === 401;
      return false;
    }
    const known = newest;
    newest = notices.items[0]?.id ?? 0;
    changed(notices, known === undefined ? [] : notices.items.filter(item => item.id > known && !item.read));
    return notices.bell;
  }

  function listen() {
    stop();
    stream = new EventSource(address(`${PATH}/stream`));
    stream.addEventListener('bell', refresh);
    stream.addEventListener('replaced', askNowAndThen);
    stream.addEventListener('error', () => stream?.readyState === EventSource.CLOSED && askNowAndThen());
  }

  function askNowAndThen() {
    stop();
    timer = setInterval(async () => (await refresh()) || over && stop(), PAUSE);
    refresh().then(() => over && stop());
  }

  function stop() {
    stream?.close();
    stream = undefined;
    clearInterval(timer);
  }

  async function begin() {
    const wanted = await refresh();
    if (wanted && !document.hidden) {
      listen();
    }
  }

  document.addEventListener('visibilitychange', () => document.hidden ? stop() : over || begin());
  begin();
  return {
    refresh,
    read: async (/** @type {number} */ id) => {
      await post(`${PATH}/${id}/read`);
      await refresh();
    },
    readAll: async () => {
      await post(`${PATH}/read`, {upTo: newest});
      await refresh();
    }
  };
}

/** What a person is told whose own address a mail server refused. @param {RefusedMail} refused */
export const refusedMailText = ({address: mail, since}) => t(
  `Máy chủ thư không nhận địa chỉ ${mail} từ ngày ${day(since)}, nên thông báo chỉ có ở chuông. Đồng chí nhờ quản trị viên sửa địa chỉ thư; sửa xong, thư tự gửi lại.`,
  `The mail server refuses ${mail} since ${day(since)}: notices are in the bell only. Ask an administrator to correct your address; mails then come again by themselves.`);
