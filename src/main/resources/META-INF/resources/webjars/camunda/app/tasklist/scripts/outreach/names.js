import {t} from '../../../../../../app/lib/text.js';

/** Tasklist's buttons that show an icon only get a name for those who do not see it; its tooltips have the words. */

const WORDS = [
  ['button[data-region=filters]', () => t('Ẩn, hiện bộ lọc', 'Hide or show filters')],
  ['button[data-region=list]', () => t('Ẩn, hiện danh sách việc', 'Hide or show the list of tasks')],
  ['button[data-region=task]', () => t('Ẩn, hiện việc đang mở', 'Hide or show the task')],
  ['.stored-criteria > .dropdown-toggle, .dropdown-toggle:has(.glyphicon-floppy-disk)', () => t('Điều kiện lọc đã lưu', 'Saved criteria')],
  ['.new-sort > .dropdown-toggle', () => t('Thêm cách sắp xếp', 'Add an order')],
  ['.instance-link', () => t('Theo dõi quy trình của hồ sơ', 'Open the case in Cockpit')],
  ['button.dropdown-toggle:has(.glyphicon)', () => t('Chọn thêm', 'More')]
];
const NAMELESS = ':is(button, a, [role=button]):not([aria-label])';

let frame;

new MutationObserver(() => {
  frame ??= requestAnimationFrame(() => {
    frame = undefined;
    name();
  });
}).observe(document.documentElement, {childList: true, subtree: true});

function name() {
  WORDS.forEach(([selector, words]) => document.querySelectorAll(`:is(${selector}):not([aria-label])`).forEach(node =>
    node.setAttribute('aria-label', words())));
  // Nobody changes a task's units here.
  document.querySelectorAll('[cam-tasklist-task-meta] .groups a[href]').forEach(node => node.removeAttribute('href'));
  // A link without an address is none to a screen reader, and may have no name.
  document.querySelectorAll('a[uib-tooltip]:not([href], [role])').forEach(node => node.setAttribute('role', 'button'));
  document.querySelectorAll(`[uib-tooltip]${NAMELESS}`).forEach(node => {
    if (!node.textContent.trim()) {
      node.setAttribute('aria-label', node.getAttribute('uib-tooltip'));
    }
  });
  // The field of the search is a combo box and does not say so, and a text field has no list to open.
  document.querySelectorAll('input[uib-typeahead][aria-expanded]:not([role])').forEach(node => node.setAttribute('role', 'combobox'));
}
