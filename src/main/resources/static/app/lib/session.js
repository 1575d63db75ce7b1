// @ts-check
import {get} from './api.js';
import {t} from './text.js';

/**
 * @typedef {{id: string, name: string, groups: string[], units: any[], opens: string[], starts: string[], head: boolean,
 *   readsOverdue: boolean, seesNotices: boolean, sendsLists: boolean, keepsZones: boolean, keepsHolidays: boolean, logsContacts: boolean}} Person
 */

/** @type {Promise<Person> | undefined} */
let asked;

/** Who is logged in; rejects with status 401 for nobody. @returns {Promise<Person>} */
export function me() {
  asked ??= get('/api/v1/me').catch(failure => {
    asked = undefined;
    throw failure;
  });
  return asked;
}

/**
 * The name of a person, who is told where it is him or her.
 * @param {import('./api.js').Named} person
 * @param {Person} me
 */
export const nameOrMe = ({id, name}, me) => id === me.id ? t(`${name} (tôi)`, `${name} (me)`) : name;

/** Who sees what is overdue with others. @param {Person} person */
export const readsOverdue = person => person.head || person.readsOverdue;

/** Who may read files of candidates; the API says of which. @param {Person} person */
export const readsCandidates = person =>
  person.groups.some(group => ['organisationBoard', 'standingCommittee', 'mobileCell'].includes(group) || group.startsWith('cell'));
