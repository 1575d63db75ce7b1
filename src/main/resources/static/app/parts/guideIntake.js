// @ts-check
import {address} from '../lib/api.js';
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

/** The guide's screen for lists from Excel. */
export default function guideIntake() {
  return el('section', {id: 'intake', class: 'ou-guide-plan'},
    el('h2', {}, t('Nạp danh sách từ Excel', 'Lists from Excel')),
    el('p', {}, el('a', {href: address('/app/intake')}, t('Mở trang Nạp danh sách', 'Open the page'))),
    el('ol', {}, lines().map(line => el('li', {}, line))),
    el('img', {src: address('/app/pictures/guide-intake.png'), alt: t('Danh sách được xem trước', 'A list as it is previewed'), loading: 'lazy'}));
}

function lines() {
  return [
    t('Chọn loại danh sách và tệp .xlsx đúng như nơi gửi đã làm: có dòng tên ở trên, tiêu đề hai dòng, mỗi khu một dòng hoặc một trang tính đều được.',
      'Choose the kind of list and the .xlsx as it came: titles above, a header of two rows, a zone as a line or as a sheet are all read.'),
    t('Chưa có gì được ghi khi xem trước. Cột về cá nhân (giám đốc, điện thoại…) không được đọc.',
      'Nothing is written by a preview. Columns of persons are not read.'),
    t('Dòng “Cần trả lời” có nút để trả lời ngay; đánh dấu nhiều dòng để trả lời cùng lúc. Dòng “Bị từ chối” nêu lý do và cách sửa.',
      'Rows to be answered have their buttons; tick several to answer them at once. Refused rows say why.'),
    t('Hai cột giống nhau thì chọn một cột; lần sau tệp có cùng tiêu đề không phải chọn lại.',
      'Where two columns look alike, choose one; the next file with the same header needs no choice.'),
    t('Bấm “Nạp … dòng hợp lệ”, hoặc “Nạp trọn gói” khi mọi dòng đều rõ. Gửi lại đúng tệp đó thì không có gì thay đổi.',
      'Write the valid rows, or all or nothing once every row is clear. The same file again changes nothing.'),
    t('“Tải tệp có ghi lỗi” là tệp của đồng chí thêm cột Lỗi, gửi lại cho nơi lập danh sách.', 'The download with errors is your file with a column of errors, for whoever made the list.'),
    t('Danh sách “Kết quả khảo sát” hoàn thành việc khảo sát của từng doanh nghiệp, như khi đồng chí tự ghi phiếu; không hoàn tác được.',
      'A list of surveys completes the survey of each enterprise as you would by hand; it cannot be taken back.'),
    t('Nạp nhầm thì “Hoàn tác” trong 30 ngày: doanh nghiệp chưa ai làm việc trở về như trước, số còn lại được nêu lý do.',
      'A list can be taken back within 30 days: what nobody worked on goes back, the rest says why it stays.')
  ];
}
