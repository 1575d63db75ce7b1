// @ts-check
import {address, get} from '../lib/api.js';
import {el, load, stylesheet} from '../lib/dom.js';
import {day, due} from '../lib/format.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';

stylesheet(new URL('./coming.css', import.meta.url));

/**
 * @typedef {{kind: 'SURVEY' | 'OWNER_MEETING' | 'NEXT_STEP', day: string, hour: string | null, leftInWorkingDays: number, taxCode: string, enterprise: string,
 *   place: string | null, step: string | null}} Coming
 */

const WHAT = {
  SURVEY: t('Khảo sát', 'Survey'),
  OWNER_MEETING: t('Làm việc với chủ doanh nghiệp', 'Talk with the owner'),
  NEXT_STEP: t('Bước tiếp theo', 'Next step')
};

/** Planned surveys and talks, and the next steps that were agreed with enterprises; nothing where there are none. */
export default function coming() {
  const section = el('section', {class: 'ou-part ou-coming'});
  load(section, () => get('/api/v1/me/coming'), (/** @type {Coming[]} */ days) => days.length > 0 && [
    el('h2', {}, t('Lịch và bước tiếp theo', 'Planned days and next steps')),
    el('ul', {}, days.map(({kind, day: on, hour, leftInWorkingDays, taxCode, enterprise, place, step}) => el('li', {},
      el('span', {class: leftInWorkingDays < 0 ? 'ou-coming-day ou-late' : 'ou-coming-day'}, `${hour ? `${hour.slice(0, 5)}, ` : ''}${day(on)} · ${due(leftInWorkingDays)}`),
      el('span', {}, step ? `${WHAT[kind]}: ${step}` : WHAT[kind]),
      el('a', {href: address(enterprisePath(taxCode))}, enterprise),
      place && el('span', {class: 'ou-coming-place'}, place))))]);
  return section;
}
