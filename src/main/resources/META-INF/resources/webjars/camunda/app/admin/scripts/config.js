import {labelsReady} from '../../../../app/lib/labels.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();

export default settings('Quản trị', 'Admin');
