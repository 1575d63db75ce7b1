import {replaceTexts} from '../../../../../app/lib/replace.js';
import {language} from '../../../../../app/lib/text.js';

/**
 * The forms' own words. form-js has no languages: it asks the browser for the order of a day's parts, its calendar speaks
 * English, and its messages are fixed. The first two have a place to say otherwise; the messages are replaced where they
 * are drawn. What is sent stays as it is: ISO days, plain numbers.
 */

/** Where form-js speaks itself: what is drawn elsewhere are the form's words, and what people wrote. */
const WORDS_OF_FORM_JS = '.fjs-container :is(.fjs-form-field-error, input, button, .fjs-select-placeholder, .fjs-dropdownlist-empty,'
  + ' .fjs-taglist-skip-link, .fjs-powered-by-link, .fjs-table-empty, .fjs-table-td[colspan])';

const TEXTS = {
  'dd/mm/yyyy': 'ngày/tháng/năm',
  'Field is required.': 'Bắt buộc nhập.',
  'Value is not a number.': 'Giá trị không phải là số.',
  'Value is expected to be an integer.': 'Phải là số nguyên.',
  'Field must be a valid email.': 'Địa chỉ thư điện tử không hợp lệ.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': 'Số điện thoại phải có mã quốc gia, ví dụ +84912345678.',
  'Date and time must both be entered.': 'Phải nhập cả ngày và giờ.',
  'Select': 'Chọn',
  'Search': 'Tìm',
  'Skip to search': 'Đến ô tìm',
  'All values selected': 'Đã chọn tất cả',
  'Nothing to show.': 'Không có gì để hiện.',
  'No results': 'Không tìm thấy',
  'Remove tag': 'Bỏ mục này',
  'Increment': 'Tăng',
  'Decrement': 'Giảm',
  'Add new': 'Thêm',
  'Collapse': 'Thu gọn',
  'Previous page': 'Trang trước',
  'Next page': 'Trang sau',
  'Powered by bpmn.io': 'Chạy bằng bpmn.io'
};

const PATTERNS = [
  [/^Field must match pattern .*$/s, () => 'Chưa đúng mẫu ghi dưới ô này.'],
  [/^Field must have minimum value of (.+)\.$/, value => `Phải từ ${number(value)} trở lên.`],
  [/^Field must have maximum value of (.+)\.$/, value => `Không được quá ${number(value)}.`],
  [/^Field must have minimum length of (.+)\.$/, value => `Phải có ít nhất ${value} ký tự.`],
  [/^Field must have maximum length of (.+)\.$/, value => `Không được quá ${value} ký tự.`],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, digits => `Không quá ${digits} chữ số thập phân.`],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (below, above) => `Giá trị hợp lệ gần nhất là ${number(below)} và ${number(above)}.`],
  [/^Remove list item (\d+)$/, item => `Bỏ mục ${item}`],
  [/^Expand all \((\d+)\)$/, items => `Xem tất cả (${items})`]
];

dayBeforeMonth();
if (language() === 'vi') {
  calendar();
  replaceTexts(WORDS_OF_FORM_JS, TEXTS, PATTERNS);
}

/** form-js asks for the format of a locale it calls “default”, which is the browser's; nobody else asks so. */
function dayBeforeMonth() {
  const ask = ([locale, options]) => [locale === 'default' ? 'en-GB' : locale, options];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (format, given) => new format(...ask(given)),
    apply: (format, self, given) => format(...ask(given))
  });
}

function calendar() {
  window.flatpickr.setDefaults({ariaDateFormat: 'd/m/Y'});
  window.flatpickr.localize({
    firstDayOfWeek: 1,
    weekdays: {
      shorthand: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
      longhand: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']
    },
    months: {shorthand: months('Thg'), longhand: months('Tháng')},
    rangeSeparator: ' đến ',
    weekAbbreviation: 'Tuần',
    scrollTitle: 'Cuộn để tăng hoặc giảm',
    toggleTitle: 'Bấm để đổi',
    yearAriaLabel: 'Năm',
    monthAriaLabel: 'Tháng',
    hourAriaLabel: 'Giờ',
    minuteAriaLabel: 'Phút'
  });
}

function months(word) {
  return Array.from({length: 12}, (none, month) => `${word} ${month + 1}`);
}

function number(text) {
  return isNaN(text) ? text : Number(text).toLocaleString('vi');
}
