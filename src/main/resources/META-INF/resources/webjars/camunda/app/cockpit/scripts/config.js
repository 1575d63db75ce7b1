import {settings} from '../../../../app/lib/webapp.js';

export default {
  ...settings('Theo dõi', 'Cockpit'),
  requireJsConfig: {
    ngDeps: ['outreach.dates'],
    deps: ['outreach-dates'],
    paths: {'outreach-dates': 'scripts/outreach/dates'}
  }
};
