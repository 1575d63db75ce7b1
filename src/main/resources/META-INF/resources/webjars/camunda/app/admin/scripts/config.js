import {settings} from '../../../../app/lib/webapp.js';

export default settings('Quản trị', 'Admin');
