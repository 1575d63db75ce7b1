import {labelsReady} from '../../../../app/lib/labels.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();

export default {
  ...settings('Theo dõi', 'Cockpit'),
  requireJsConfig: {
    ngDeps: ['outreach.dates'],
    deps: ['outreach-dates'],
    paths: {'outreach-dates': 'scripts/outreach/dates'}
  }
};
