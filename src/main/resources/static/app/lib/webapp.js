import {replaceTexts} from './replace.js';
import {choose, language, t} from './text.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = {Sunday: 'Chủ nhật', Monday: 'Thứ hai', Tuesday: 'Thứ ba', Wednesday: 'Thứ tư', Thursday: 'Thứ năm', Friday: 'Thứ sáu', Saturday: 'Thứ bảy'};
const DAYS_IN_SHORT = {Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7'};

/** Words that stand in Camunda's programs themselves and in no locale file. */
const UNTRANSLATED = {
  'zoom in': 'phóng to',
  'zoom out': 'thu nhỏ',
  'reset zoom': 'về cỡ ban đầu',
  'Toggle this section': 'Mở hoặc thu gọn phần này',
  'Select all': 'Chọn tất cả',
  'Suspended Job Definition': 'Định nghĩa tác vụ nền đang tạm dừng',
  'Failed Job': 'Tác vụ nền bị lỗi',
  'Add groups': 'Thêm nhóm',
  'Actions': 'Thao tác',
  'Download': 'Tải về',
  'Upload': 'Tải lên',
  'Close': 'Đóng',
  'Value': 'Giá trị',
  'State': 'Trạng thái',
  'Error': 'Lỗi',
  'Failed': 'Không thành công',
  'Successful': 'Thành công',
  'Empty': 'Trống',
  'Message is null.': 'Không có nội dung.',
  'Hit policy:': 'Cách chọn dòng:',
  'First': 'Dòng đúng đầu tiên',
  'Unique': 'Chỉ một dòng đúng',
  'When': 'Khi',
  'And': 'Và',
  'Then': 'Thì',
  'Annotations': 'Ghi chú',
  'null': 'không có',
  'String': 'Chuỗi',
  'Integer': 'Số nguyên',
  'Short': 'Số nguyên ngắn',
  'Long': 'Số nguyên dài',
  'Double': 'Số thập phân',
  'Boolean': 'Đúng/Sai',
  'Date': 'Ngày',
  'Null': 'Không có',
  'Object': 'Đối tượng',
  'File': 'Tệp',
  'timer-intermediate-transition': 'hẹn giờ giữa quy trình',
  'timer-transition': 'hẹn giờ ở bước',
  'timer-start-event': 'hẹn giờ bắt đầu',
  'async-continuation': 'chạy tiếp ở nền',
  'previous': 'trước',
  'next': 'sau',
  'varName': 'tenBien',
  'Jonny': 'Nguyễn Thị',
  'Prosciutto': 'Hạnh',
  'j.prosciutto@acme.org': 'hanh@coquan.vn'
};

const month = name => `Tháng ${MONTHS.indexOf(name) + 1}`;

const PATTERNS = [
  [/^Error: (.+)$/s, sentence => sentence],
  [/^DURATION: (.+)$/, span => `Sau ${span}`],
  [new RegExp(`^(${MONTHS.join('|')})$`), month],
  [new RegExp(`^(${MONTHS.join('|')}) (\\d{4})$`), (name, year) => `${month(name)}/${year}`]
];

/**
 * What Camunda's four webapps have in common here: the house's name, its language, its dates. Each config.js calls this
 * before its app starts. The apps would take the browser's language where they have it; so they are told of one only.
 */
export function settings(vi, en) {
  document.documentElement.lang = language();
  document.querySelector('link[rel=icon]').href = new URL('../mark.svg', import.meta.url);
  offerOtherLanguage();
  if (language() === 'vi') {
    replaceTexts('body', {...UNTRANSLATED, ...DAYS, ...DAYS_IN_SHORT}, PATTERNS);
  }
  return {
    app: {vendor: t('Vận động doanh nghiệp –', 'Enterprise outreach –'), name: t(vi, en)},
    locales: {availableLocales: [language()], fallbackLocale: language()},
    dateFormat: {monthName: 'MMMM', day: 'DD', abbr: 'L LT', normal: 'L LT', long: 'dddd, L LT', short: 'L'},
    disableWelcomeMessage: true
  };
}

/** The header is the app's own and comes later; it stays as it is for login and pages. */
function offerOtherLanguage() {
  const place = () => document.querySelector('[cam-widget-header] .app-menu > ul');
  const offer = () => {
    const other = language() === 'vi' ? 'en' : 'vi';
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = other;
    button.textContent = other === 'vi' ? 'Tiếng Việt' : 'English';
    button.addEventListener('click', () => choose(other));
    const item = document.createElement('li');
    item.className = 'ou-other-language';
    item.append(button);
    place().append(item);
  };
  const watch = new MutationObserver(() => {
    if (place()) {
      watch.disconnect();
      offer();
    }
  });
  watch.observe(document.body, {childList: true, subtree: true});
}
