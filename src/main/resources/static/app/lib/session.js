import {get} from './api.js';

let asked;

/** Who is logged in: {id, name, groups, units, opens, starts, head, logsContacts}; rejects with status 401 for nobody. */
export function me() {
  asked ??= get('/api/v1/me').catch(failure => {
    asked = undefined;
    throw failure;
  });
  return asked;
}

/** Who may read files of candidates; the API says of which. */
export const readsCandidates = person =>
  person.groups.some(group => ['organisationBoard', 'standingCommittee', 'mobileCell'].includes(group) || group.startsWith('cell'));
