import {t} from '../../../../app/lib/text.js';
import {labelsReady} from '../../../../app/lib/labels.js';
import {markOperators} from '../../../../app/lib/operator.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();
markOperators();

/** Tasklist's settings in this product. */
export default {
  ...settings('Xử lý việc', 'Tasklist'),
  customScripts: ['scripts/outreach'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: t('nhận việc đang mở', 'claims the currently selected task')},
    focusFilter: {key: 'ctrl+shift+f', description: t('đến bộ lọc đầu tiên', 'set the focus to the first filter in the list')},
    focusList: {key: 'ctrl+alt+l', description: t('đến việc đầu tiên', 'sets the focus to the first task in the list')},
    focusForm: {key: 'ctrl+alt+f', description: t('đến ô đầu tiên của biểu mẫu', 'sets the focus to the first input field in a task form')},
    startProcess: {key: 'ctrl+alt+p', description: t('mở hồ sơ mới', 'opens the start process modal dialog')}
  }
};
