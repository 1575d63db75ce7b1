import {labelsReady} from '../../../../app/lib/labels.js';
import {markOperators} from '../../../../app/lib/operator.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();
markOperators();

const shared = settings('Theo dõi', 'Cockpit');
const {ngDeps, deps, paths} = shared.requireJsConfig;

export default {
  ...shared,
  requireJsConfig: {
    ngDeps: [...ngDeps, 'outreach.dates', 'outreach.counts'],
    deps: [...deps, 'outreach-dates', 'outreach-counts'],
    paths: {...paths, 'outreach-dates': 'scripts/outreach/dates', 'outreach-counts': 'scripts/outreach/counts'}
  }
};
