// @ts-check
/**
 * Words that stand in Camunda's programs themselves and in no locale file; dmn-js's and the date pickers' among them. Each
 * has its place: what people typed may be the same word, and Thu and Long are names.
 */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = {Sunday: 'Chủ nhật', Monday: 'Thứ hai', Tuesday: 'Thứ ba', Wednesday: 'Thứ tư', Thursday: 'Thứ năm', Friday: 'Thứ sáu', Saturday: 'Thứ bảy'};
const DAYS_IN_SHORT = {Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7'};

/** What a filter can ask for. @type {Record<string, string>} */
const CRITERIA = {
  'Process Instance': 'Hồ sơ',
  'Process definition': 'Định nghĩa quy trình',
  'Case Instance': 'Lượt xử lý vụ việc',
  'Case definition': 'Định nghĩa vụ việc',
  'User / Group': 'Người dùng / Nhóm',
  'Task': 'Việc',
  'Dates': 'Ngày',
  'Other': 'Khác',
  'Business Key': 'Mã hồ sơ',
  'Business Key Like': 'Mã hồ sơ giống',
  'Key': 'Mã',
  'Key In': 'Khóa thuộc',
  'Name': 'Tên',
  'Name Like': 'Tên giống',
  'Active': 'Không tạm dừng',
  'Activity Instance ID In': 'ID lần làm bước thuộc',
  'Execution ID': 'ID nhánh thực thi',
  'Assignee': 'Người nhận việc',
  'Assignee in': 'Người nhận việc thuộc',
  'Assignee Like': 'Người nhận việc giống',
  'Owner': 'Người chủ trì',
  'Candidate Group': 'Nhóm được giao',
  'Candidate Groups': 'Các nhóm được giao',
  'Candidate User': 'Người được giao',
  'Involved User': 'Người liên quan',
  'Assigned': 'Đã có người nhận',
  'Unassigned': 'Chưa có người nhận',
  'Delegation State': 'Trạng thái ủy việc',
  'Definition Key': 'Mã định nghĩa',
  'Definition Key In': 'Mã định nghĩa thuộc',
  'Definition Key Like': 'Mã định nghĩa giống',
  'Description': 'Mô tả',
  'Description Like': 'Mô tả giống',
  'Priority': 'Mức ưu tiên',
  'Priority Max': 'Mức ưu tiên nhiều nhất',
  'Priority Min': 'Mức ưu tiên ít nhất',
  'Tenant ID In': 'Mã đơn vị sử dụng thuộc',
  'Without Tenant ID': 'Không có mã đơn vị sử dụng',
  'Without Due Date': 'Không có hạn',
  'Created Before': 'Tạo trước',
  'Created After': 'Tạo sau',
  'Due Before': 'Hạn trước',
  'Due After': 'Hạn sau',
  'Follow Up After': 'Nhắc lại sau',
  'Follow Up Before': 'Nhắc lại trước',
  'Follow Up Before or Not Existent': 'Nhắc lại trước hoặc không nhắc'
};

/** @param {string} name */
const month = name => `Tháng ${MONTHS.indexOf(name) + 1}`;

/**
 * As replaceTexts takes them.
 * @type {{within: string, texts?: Record<string, string>, patterns?: [RegExp, (...groups: string[]) => string][]}[]}
 */
export const WORDS = [
  {
    within: '.uib-datepicker, .uib-daypicker, .uib-monthpicker, .uib-yearpicker, [uib-daypicker], .date-badge .month',
    texts: {...DAYS, ...DAYS_IN_SHORT, 'previous': 'trước', 'next': 'sau'},
    patterns: [
      [new RegExp(`^(${MONTHS.join('|')})$`), month],
      [new RegExp(`^(${MONTHS.join('|')}) (\\d{4})$`), (name, year) => `${month(name)}/${year}`]
    ]
  },
  {
    within: '[cam-tasklist-filter-modal-form]',
    texts: CRITERIA,
    // A criterion that takes an expression bears a star.
    patterns: [[/^(.+) \*$/, name => `${CRITERIA[name] ?? name} *`]]
  },
  {
    within: '.type, [class*=col-type], [ng-model="variable.type"]',
    texts: {
      'String': 'Chuỗi', 'Integer': 'Số nguyên', 'Short': 'Số nguyên ngắn', 'Long': 'Số nguyên dài', 'Double': 'Số thập phân',
      'Boolean': 'Đúng/Sai', 'Date': 'Ngày', 'Null': 'Không có', 'Object': 'Đối tượng', 'File': 'Tệp', 'Failed Job': 'Tác vụ nền bị lỗi'
    }
  },
  {
    within: ':is(.tjs-container, .dmn-decision-table-container, .dmn-js-parent) :is(thead, .hit-policy)',
    texts: {
      'Hit policy:': 'Cách chọn:', 'First': 'dòng đầu tiên đúng', 'Unique': 'Chỉ một dòng đúng', 'When': 'Nếu', 'And': 'Và',
      'Then': 'Thì', 'Annotations': 'Ghi chú'
    }
  },
  {within: '.navigation.zoom, .navigation.reset', texts: {'zoom in': 'phóng to', 'zoom out': 'thu nhỏ', 'reset zoom': 'về cỡ ban đầu'}},
  {within: '.actions', texts: {'Actions': 'Thao tác'}},
  {within: 'td.value a, a[download]', texts: {'Download': 'Tải về', 'Upload': 'Tải lên'}},
  {within: '.sr-only, .modal-footer button, .modal-header button', texts: {'Close': 'Đóng'}},
  {within: 'th, dt, thead td, label', texts: {'Value': 'Giá trị', 'State': 'Trạng thái'}},
  {within: 'td.state, td.status, .alert .status', texts: {'Error': 'Lỗi', 'Failed': 'Không thành công', 'Successful': 'Thành công'}},
  {within: '.alert, .message', patterns: [[/^Error: (.+)$/s, sentence => sentence]]},
  {within: '.null-value', texts: {'null': 'không có'}},
  {within: '#footer-timezone', patterns: [[/^Asia\/(?:Ho_Chi_Minh|Saigon)$/, () => 'giờ Việt Nam']]},
  {
    within: 'input',
    texts: {'varName': 'tenBien', 'Jonny': 'Nguyễn Thị', 'Prosciutto': 'Hạnh', 'j.prosciutto@acme.org': 'hanh@coquan.vn'}
  },
  {
    within: 'body',
    texts: {
      'Toggle this section': 'Mở hoặc thu gọn phần này',
      'Select all': 'Chọn tất cả',
      'Suspended Job Definition': 'Định nghĩa tác vụ nền đang tạm dừng',
      'Add groups': 'Thêm nhóm',
      'Message is null.': 'Không có nội dung.',
      'timer-intermediate-transition': 'hẹn giờ giữa quy trình',
      'timer-transition': 'hẹn giờ ở bước',
      'timer-start-event': 'hẹn giờ bắt đầu',
      'async-continuation': 'chạy tiếp ở nền',
      'async-before': 'chạy ở nền trước bước',
      'async-after': 'chạy ở nền sau bước'
    },
    patterns: [[/^DURATION: (.+)$/, span => `Sau ${span}`]]
  }
];
