// @ts-check
import calendarFeed from '../parts/calendarFeed.js';
import noticeSettings from '../parts/noticeSettings.js';
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Cài đặt của tôi', 'My settings');

/** What each person settles for himself or herself. @param {HTMLElement} main */
export default function settings(main) {
  main.append(el('h1', {}, title), noticeSettings(), calendarFeed());
}
