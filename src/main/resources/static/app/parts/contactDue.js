// @ts-check
import {el, stylesheet} from '../lib/dom.js';
import {number} from '../lib/format.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./contactDue.css', import.meta.url));

/** @typedef {{taxCode: string, days: number, allowed: number}} Due */

/** Nobody called, visited or met the enterprise for longer than it should be. @param {Due} due */
export const contactDueChip = ({days, allowed}) => el('span', {class: 'ou-contact-due'},
  t(`Nguội: ${number(days)} ngày chưa liên hệ (mức ${number(allowed)} ngày)`, `No contact for ${number(days)} days (${number(allowed)} at most)`));
