import {labelsReady} from '../../../../app/lib/labels.js';
import {markOperators} from '../../../../app/lib/operator.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();
markOperators();

export default {
  ...settings('Theo dõi', 'Cockpit'),
  requireJsConfig: {
    ngDeps: ['outreach.dates', 'outreach.counts'],
    deps: ['outreach-dates', 'outreach-counts'],
    paths: {'outreach-dates': 'scripts/outreach/dates', 'outreach-counts': 'scripts/outreach/counts'}
  }
};
