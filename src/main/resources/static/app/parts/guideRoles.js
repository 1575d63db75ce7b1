// @ts-check
import {el} from '../lib/dom.js';
import {t} from '../lib/text.js';

/** The guide's second part: what each unit does beside the steps that all have in common. */
export default function guideRoles() {
  return el('section', {class: 'ou-guide-roles'},
    el('h2', {}, t('Theo từng vai', 'By role')),
    roles().map(({role, lines}) => [el('h3', {}, role), el('ul', {}, lines.map(line => el('li', {}, line)))]));
}

function roles() {
  return [
    {
      role: t('Phụ trách đơn vị', 'Heads of units'),
      lines: [
        t('Trang “Khối lượng việc” cho biết mỗi người trong đơn vị đang giữ bao nhiêu việc, quá hạn bao nhiêu, việc nào chưa ai nhận.',
          '“Load” tells how many tasks each member holds, how many are overdue, and which are unclaimed.'),
        t('Bấm “Xem việc”, đánh dấu rồi giao cho người khác, trả lại đơn vị hoặc đổi hạn; đổi hạn phải ghi lý do, lý do được giữ trong sổ.',
          'Open somebody’s tasks, tick them and assign, give back or move them; a moved limit needs a reason, which is kept.'),
        t('Trang “Quá hạn” cho biết việc nào của đơn vị đã quá hạn, quá bao nhiêu ngày làm việc và ai đang giữ.',
          '“Overdue” tells which tasks of the unit are late, by how many working days, and who has them.'),
        t('Người đã nghỉ hoặc chuyển đi đứng thành mục riêng, để việc của họ được giao lại.',
          'People who no longer work stand by themselves, so that their tasks are given on.')
      ]
    },
    {
      role: t('Ban Tổ chức', 'Organisation board'),
      lines: [
        t('“Mở hồ sơ mới” ở trang “Xử lý việc”: kế hoạch năm, tiếp cận một doanh nghiệp, kết nạp đảng viên.',
          '“Start process” in Tasklist: the annual plan, an enterprise’s case, an admission.'),
        t('Trang “Hồ sơ quần chúng”: ghi sự đồng ý trước, rồi mới ghi các mục còn lại và giấy tờ. Không ghi họ tên quần chúng ở nơi nào khác.',
          '“Candidate”: consent first, then the other fields and papers. A candidate’s name is written nowhere else.'),
        t('Người đã làm bước trước của một hồ sơ không làm bước kiểm tra của chính hồ sơ đó; hệ thống từ chối và nói rõ lý do.',
          'Who did a step does not check it; the refusal says why.')
      ]
    },
    {
      role: t('Ban Thường vụ', 'Standing committee'),
      lines: [
        t('Việc chờ quyết định nằm ở “Việc của đơn vị tôi”. Mở việc, bấm “Nhận việc”, đọc thẻ “Hồ sơ doanh nghiệp” và “Giấy tờ” trước khi quyết định.',
          'What waits for a decision is under “My unit”. Claim it, and read the tabs “Enterprise” and “Papers” first.'),
        t('Quyết định cần số và ngày của văn bản; không đồng ý cũng là một kết quả và có bước tiếp theo của nó.',
          'A decision needs the document’s number and day; a no is a result too and has its own next step.')
      ]
    },
    {
      role: t('Ban Chỉ đạo', 'Steering board'),
      lines: [
        t('Trang “Theo dõi” cho biết mỗi hồ sơ đang ở bước nào trên sơ đồ; ở đó chỉ xem, không sửa.',
          '“Cockpit” shows at which step each case is; it is for looking only.'),
        t('Trang “Quá hạn” có việc quá hạn của mọi đơn vị; của hồ sơ kết nạp chỉ ghi bước và đơn vị.',
          '“Overdue” has what is late in every unit; of an admission only step and unit.'),
        t('Hồ sơ chủ doanh nghiệp từ chối nhiều lần được chuyển đến Ban Chỉ đạo để quyết định đi tiếp, đổi người phụ trách hoặc dừng.',
          'A case whose owner refused repeatedly comes to the board: to go on, with another member, or to stop.')
      ]
    },
    {
      role: t('Ban Tuyên giáo, Ban Dân vận', 'Propaganda and mass mobilisation boards'),
      lines: [
        t('Ban Tuyên giáo chọn tài liệu theo ngôn ngữ của chủ doanh nghiệp; Ban Dân vận chuẩn bị cuộc gặp. Việc chưa có người nhận nằm ở “Chưa ai nhận”.',
          'One chooses materials in the owner’s language, the other prepares the meeting. What nobody has taken is under “Unclaimed”.')
      ]
    },
    {
      role: t('Văn phòng và quản trị viên', 'Office and administrators'),
      lines: [
        t('Trang “Thông báo đã gửi” cho biết thông báo nào chưa tới nơi và vì sao. Quản trị viên gửi lại một, nhiều hay tất cả, hoặc gác lại và ghi lý do.',
          '“Notices sent” tells which notices did not arrive and why. Administrators try one, many or all again, or set them aside with a reason.'),
        t('Địa chỉ thư bị máy chủ từ chối thì không được gửi tới nữa cho đến khi quản trị viên sửa địa chỉ của người đó.',
          'An address that the mail server refuses is tried no more until an administrator corrects it.')
      ]
    },
    {
      role: t('Công đoàn, Đoàn Thanh niên, chi bộ', 'Unions, youth union, Party cells'),
      lines: [
        t('Chỉ đếm đơn đã ký; người nhận đơn và người xác nhận là hai người khác nhau.',
          'Only signed applications count; who collects them does not confirm them.'),
        t('Khi cấp trên trả lời, ghi số và ngày của văn bản: công nhận, yêu cầu bổ sung hoặc không công nhận.',
          'When the superior answers, write down number and day: recognised, to be completed, or rejected.'),
        t('Chi bộ Cơ động thấy các hồ sơ kết nạp mà mình nhận; nhật ký liên hệ chỉ dùng trong cơ quan.',
          'The mobile cell sees the admissions it hosts; the contact log stays in the office.')
      ]
    }
  ];
}
