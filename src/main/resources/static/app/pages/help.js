// @ts-check
import {address} from '../lib/api.js';
import {el, fill, stylesheet} from '../lib/dom.js';
import {t} from '../lib/text.js';
import guideCalendar from '../parts/guideCalendar.js';
import guideIntake from '../parts/guideIntake.js';
import guidePlan from '../parts/guidePlan.js';
import guideRoles from '../parts/guideRoles.js';

export const title = t('Hướng dẫn', 'Guide');

stylesheet(new URL('./help.css', import.meta.url));

/**
 * One page: a day's work of a new officer in eight steps, then what each other role does. The pictures are taken by GuideIT.
 * @param {HTMLElement} main
 */
export default function help(main) {
  fill(main, el('article', {class: 'ou-guide'},
    el('h1', {}, t('Hướng dẫn cho cán bộ', 'Guide for officers')),
    el('p', {}, t('Mọi việc trong ngày làm được trên máy bàn và trên điện thoại, cùng một tài khoản.',
      'A day’s work can be done on a desk and on a phone, with one account.')),
    steps().map(step),
    guidePlan(),
    guideIntake(),
    guideCalendar(),
    guideRoles()));
}

/** @typedef {{heading: string, lines: string[], picture?: string, about?: string, link?: {path: string, text: string}}} Step */

/** @type {(step: Step, index: number) => HTMLElement} */
function step({heading, lines, picture, about, link}, index) {
  return el('section', {},
    el('h2', {}, `${index + 1}. ${heading}`),
    el('ul', {}, lines.map(line => el('li', {}, line))),
    link && el('p', {}, el('a', {href: address(link.path)}, link.text)),
    picture && el('img', {src: address(`/app/pictures/${picture}.png`), alt: about, loading: 'lazy'}));
}

/** @type {() => Step[]} */
function steps() {
  return [
    {
      heading: t('Đăng nhập, xem việc gấp nhất', 'Log in and find the most urgent task'),
      lines: [
        t('Mở trang “Ngày của tôi”. Việc quá hạn đứng đầu và có màu đỏ; hạn tính bằng ngày làm việc.',
          'Open “My day”. What is overdue comes first and is red; limits are in working days.'),
        t('Ô tìm kiếm ở đầu trang nhận tên không dấu (“thep song dong”) hoặc một phần mã số thuế.',
          'The search at the top takes names without marks or a part of the tax code.')
      ],
      picture: 'guide-day', about: t('Trang Ngày của tôi', 'My day'),
      link: {path: '/app', text: t('Mở Ngày của tôi', 'Open my day')}
    },
    {
      heading: t('Đọc hồ sơ trước khi làm', 'Read about the enterprise first'),
      lines: [
        t('Bấm tên doanh nghiệp, hoặc thẻ “Hồ sơ doanh nghiệp” bên cạnh việc.',
          'Press the enterprise’s name, or the tab “Enterprise” beside the task.'),
        t('Hồ sơ cho biết đã đi đến bước nào, số liệu đúng vào ngày nào và do ai ghi, những lần liên hệ trước.',
          'It tells how far the work is, on which day a figure was true and who said so, and the contacts so far.')
      ],
      picture: 'guide-enterprise', about: t('Hồ sơ doanh nghiệp', 'An enterprise')
    },
    {
      heading: t('Ghi một cuộc gọi, một lần gặp', 'Log a call or a visit'),
      lines: [
        t('Thẻ “Liên hệ”: chọn gọi điện, đến thăm, họp…, ghi một dòng nội dung và việc tiếp theo.',
          'Tab “Contacts”: choose the kind, write one line and the next step.'),
        t('Nếu đồng nghiệp vừa liên hệ trong 7 ngày, hệ thống báo trước khi đồng chí hẹn tiếp. Không ghi tên, số điện thoại riêng.',
          'If a colleague was in contact within 7 days, you are told before you plan the next one. No names, no private numbers.')
      ],
      picture: 'guide-contact', about: t('Ghi liên hệ trên điện thoại', 'A contact on a phone')
    },
    {
      heading: t('Làm một việc: điền biểu mẫu', 'Do a task: fill in its form'),
      lines: [
        t('Mở việc trong trang “Xử lý việc”. Số liệu đã biết được điền sẵn; sửa điều đã khác rồi bấm “Hoàn thành”.',
          'Open the task in Tasklist. What is known is filled in; change what is different and press “Complete”.'),
        t('Bấm “Lưu” để giữ bản nháp trên máy chủ và làm tiếp trên máy khác. Phím ENTER không gửi biểu mẫu.',
          '“Save” keeps a draft on the server for any device. ENTER sends nothing.'),
        t('Nếu bị từ chối, lý do đứng ngay tại ô cần sửa; chưa có gì được ghi.',
          'A refusal stands at the field to be changed; nothing was written.')
      ],
      picture: 'guide-form', about: t('Biểu mẫu khảo sát', 'The survey’s form')
    },
    {
      heading: t('Giấy tờ, ảnh chụp', 'Papers and photos'),
      lines: [
        t('Thẻ “Giấy tờ”: chọn tệp (PDF, Word, Excel, ảnh) hoặc chụp bằng điện thoại, ghi loại, số, ngày.',
          'Tab “Papers”: choose a file or take a photo, and say type, number and day.'),
        t('Giấy tờ của quần chúng không tải lên đây: chỉ ghi là có, số, ngày và nơi lưu.',
          'A candidate’s papers are never uploaded: only that they exist, their number, day and place.'),
        t('Họ tên, tháng sinh… của quần chúng ghi ở thẻ “Hồ sơ quần chúng” của việc kết nạp; chưa lưu thì không được giữ ở đâu.',
          'A candidate’s data are entered in the tab “Candidate” of an admission’s task; what is not saved is kept nowhere.')
      ],
      picture: 'guide-papers', about: t('Thẻ Giấy tờ', 'The papers tab')
    },
    {
      heading: t('Dự thảo văn bản', 'Drafts of documents'),
      lines: [
        t('Cũng ở thẻ “Giấy tờ”: bấm tên mẫu (biên bản, giấy mời, tờ trình…). Hệ thống điền sẵn, cấp số và cất vào giấy tờ; tải về, sửa và in bằng Word.',
          'In the same tab: press a template’s name. The draft is filled in, numbered and kept; download it, change it and print it in Word.'),
        t('Biên bản nên tạo sau khi đã gửi kết quả, ở trang doanh nghiệp: mẫu lấy ngày làm việc và số liệu vừa gửi.',
          'Minutes are best made after the result is sent, on the enterprise’s page: they take the day and the figures just sent.')
      ]
    },
    {
      heading: t('Nhiều việc một lúc; khi vắng mặt', 'Many tasks at once; when you are away'),
      lines: [
        t('Ở “Danh sách việc”: đánh dấu nhiều việc để nhận, giao, trả lại, đổi hạn hoặc hoàn thành; việc nào không được sẽ có lý do.',
          'In “Tasks”: tick several to claim, assign, give back, move or complete them; each refusal has its reason.'),
        t('Ở “Vắng mặt, người thay”: chọn từ ngày, đến ngày, người thay. Việc tự chuyển đi và tự về.',
          'In “Absence and deputies”: say from when to when and who. Tasks go and come back by themselves.')
      ],
      picture: 'guide-deputy', about: t('Đặt người thay', 'A deputy'),
      link: {path: '/app/deputies', text: t('Đặt người thay', 'Name a deputy')}
    },
    {
      heading: t('Thông báo và lịch', 'Notices and calendar'),
      lines: [
        t('Mỗi ngày làm việc lúc 7 giờ 30 có một thư: việc quá hạn, đến hạn hôm nay, còn 1 và 3 ngày, việc mới, việc thay đổi, doanh nghiệp lâu chưa liên hệ. Muốn nhận ngay loại tin nào thì đánh dấu trong “Cài đặt”.',
          'Each working day at 7:30 there is one mail: overdue, due today, in 1 and 3 days, new, changed, enterprises without contact for long. Tick in the settings what shall come at once.'),
        t('Chuông ở đầu trang báo việc mới ngay khi có. Giờ yên lặng và thư điện tử chọn trong “Cài đặt”.',
          'The bell tells of new tasks at once. Quiet hours and mail are chosen in the settings.'),
        t('Máy chủ thư không nhận địa chỉ thư của đồng chí thì chuông báo rõ; nhờ quản trị viên sửa địa chỉ, thư tự gửi lại. Trong khi đó mọi tin vẫn ở chuông.',
          'Where the mail server refuses your address the bell says so; an administrator corrects it, and mails come again. Meanwhile all stands in the bell.'),
        t('Ngày khảo sát, ngày gặp đưa vào lịch điện thoại bằng địa chỉ lịch cá nhân.',
          'Surveys and meetings come into your phone’s calendar by your own calendar address.')
      ],
      link: {path: '/app/settings', text: t('Mở cài đặt', 'Open the settings')}
    }
  ];
}
