// @ts-check
import {address} from '../lib/api.js';
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

/** The guide's screen for the year's plan, from the first row to the close. */
export default function guidePlan() {
  return el('section', {id: 'plan', class: 'ou-guide-plan'},
    el('h2', {}, t('Lập kế hoạch năm', 'Drafting the yearly plan')),
    el('p', {}, el('a', {href: address('/app/plan')}, t('Mở trang Kế hoạch', 'Open the plan'))),
    el('ol', {}, lines().map(line => el('li', {}, line))),
    el('img', {src: address('/app/pictures/guide-plan.png'), alt: t('Đề xuất người phụ trách và ngày bắt đầu', 'A proposal of members and starts'), loading: 'lazy'}));
}

function lines() {
  return [
    t('Chọn năm tới, bấm “Chép từ năm trước”: các doanh nghiệp chưa xong sang cùng người phụ trách; ai không còn làm việc thì để trống và được kể tên.',
      'Choose next year and press “Copy”: unfinished enterprises come with their members; who has left is left blank and named.'),
    t('Bấm “Thêm doanh nghiệp” để tìm trong sổ và đưa thêm vào.', '“Add enterprises” finds more in the register.'),
    t('Bấm “Đề xuất người, tháng”: xem từng dòng, sửa, rồi bấm “Nhận”. Chưa nhận thì chưa lưu gì. Mỗi người không bắt đầu quá số doanh nghiệp một tuần đã quy định.',
      '“Propose members and months”: look at each row, change it, then take it. Nothing is saved before.'),
    t('Đánh dấu nhiều dòng để phân công, phân nhiệm, giao nội dung, định thời gian cùng lúc; dòng nào không được sẽ có lý do. Phím mũi tên đi trong bảng, phím cách đánh dấu.',
      'Tick several rows to change them at once; each refusal has its reason. Arrow keys walk the table, the space bar ticks.'),
    t('Bấm “Sửa đầu mục, chỉ tiêu”: tên, căn cứ, mục đích, chỉ tiêu cả năm, theo quý, theo bộ phận. Chỉ tiêu không được nhiều hơn số doanh nghiệp được giao.',
      '“Change head and targets”: title, basis, purpose, targets by year, quarter and unit.'),
    t('Thẻ “Thứ tự” cho biết vì sao doanh nghiệp đứng ở đó; “Thử xem” đổi ngưỡng mà không lưu.', '“Order” says why an enterprise stands there; “Try out” moves the threshold and saves nothing.'),
    t('Bấm “Trình duyệt…”: việc “Lập kế hoạch năm” mở ra, chỉ tiêu đã điền sẵn; bấm “Hoàn thành”.',
      '“Submit…” opens the task “Draft the yearly plan” with the targets filled in; complete it.'),
    t('Ban Thường vụ đọc thẻ “Kế hoạch” cạnh việc “Duyệt kế hoạch năm”: chỉ tiêu, khối lượng từng người, điều khác năm trước. Trả lại thì ghi lý do; người soạn thấy lý do ở trang Kế hoạch.',
      'The standing committee reads the tab “Plan” beside its task. What is returned has a reason, which the drafter sees.'),
    t('Nút “Dự thảo văn bản (Word)” tải kế hoạch cùng phụ lục phân công; số văn bản được cấp một lần, khi phê duyệt.',
      '“Draft of the paper (Word)” gives the plan with its assignment table; its number is taken once, at the approval.'),
    t('Khi một người nghỉ hoặc chuyển công tác, phụ trách đơn vị bấm “Bàn giao…” ở thẻ “Danh sách”: doanh nghiệp và việc đang mở sang người khác ngay, Ban Thường vụ xem xét sau.',
      'When somebody leaves, the head of the unit presses “Hand over…” in “List”: enterprises and open tasks move at once, the standing committee decides afterwards.'),
    t('Trong năm, thẻ “Kết quả” đặt điều được giao cạnh điều đã đạt; bấm một con số để thấy tên các doanh nghiệp và vì sao chưa đạt.',
      'During the year “Results” sets what was promised beside what was reached; press a number to see the enterprises and why.')
  ];
}
