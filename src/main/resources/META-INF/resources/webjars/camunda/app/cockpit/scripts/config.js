import {settings} from '../../../../app/lib/webapp.js';

export default settings('Theo dõi', 'Cockpit');
