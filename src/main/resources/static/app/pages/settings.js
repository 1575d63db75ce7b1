// @ts-check
import calendarFeed from '../parts/calendarFeed.js';
import noticeSettings from '../parts/noticeSettings.js';
import ownPassword from '../parts/ownPassword.js';
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Cài đặt của tôi', 'My settings');

/** @import {Person} from '../lib/session.js' */

/**
 * What each person settles for himself or herself.
 *
 * @param {HTMLElement} main
 * @param {{me: Person}} about
 */
export default function settings(main, {me}) {
  main.append(el('h1', {}, title), noticeSettings(), calendarFeed(), ownPassword(me));
}
