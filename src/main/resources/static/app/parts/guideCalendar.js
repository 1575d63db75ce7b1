// @ts-check
import {address} from '../lib/api.js';
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

/** The guide's screen for days off. */
export default function guideCalendar() {
  return el('section', {id: 'calendar', class: 'ou-guide-plan'},
    el('h2', {}, t('Lịch làm việc, ngày nghỉ', 'Working days, days off')),
    el('p', {}, el('a', {href: address('/app/calendar')}, t('Mở Lịch làm việc', 'Open the calendar'))),
    el('ul', {}, lines().map(line => el('li', {}, line))));
}

function lines() {
  return [
    t('Cả năm trên một trang: N là ngày nghỉ, L là thứ Bảy hoặc Chủ nhật làm bù, dấu ? là ngày chưa được xác nhận.',
      'A year on one page: O is a day off, W a worked Saturday or Sunday, ? a day that nobody has confirmed.'),
    t('Văn phòng, ban tổ chức, ban chỉ đạo thêm, sửa, bỏ ngày; ngày nghỉ và ngày làm bù của nó đi cùng nhau.',
      'The office and the boards add, change and remove days; a day off and its worked day go together.'),
    t('Trước khi ghi, hệ thống cho biết bao nhiêu việc đang mở sẽ dời hạn. Hạn do phụ trách đơn vị đặt và việc đã xong không đổi.',
      'Before saving it says how many open tasks move. A day that a head set, and what is done, stay.'),
    t('Ai có việc dời hạn đọc điều đó trong thư tổng hợp. Từ tháng 10, năm sau chưa có ngày nghỉ thì hệ thống nhắc.',
      'Who has a task that moved reads so in the mail of the day. From October a next year without days off is asked for.')
  ];
}
