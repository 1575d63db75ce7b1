package vn.outreach.demo;

import org.jspecify.annotations.Nullable;

/**
 * The contact log of the demo round, all invented: owners who came round, one who did not, and an enterprise where two
 * officers called within a week.
 */
final class DemoContacts {

    private final DemoScript script;
    private final DemoCalendar calendar;
    private final DemoRegister register;

    DemoContacts(DemoScript script, DemoCalendar calendar, DemoRegister register) {
        this.script = script;
        this.calendar = calendar;
        this.register = register;
    }

    void write() {
        contact("E01", 320, "officer1", "LETTER", "phòng hành chính", "Gửi công văn xin lịch làm việc", null);
        contact("E01", 285, "officer1", "CALL", "giám đốc", "Ngại mất thời gian của ca sản xuất", 2);
        contact("E01", 272, "massmob", "MEETING", "giám đốc", "Nghe giới thiệu, hỏi kinh nghiệm nơi khác", 3);
        contact("E01", 150, "officer1", "VISIT", "công đoàn cơ sở", "Ban giám đốc đồng ý, chờ sắp xếp phòng họp", 4);
        contact("E01", 35, "officer1", "MEETING", "giám đốc", "Đã bố trí phòng sinh hoạt và người đầu mối", 5);

        contact("E02", 120, "officer2", "CALL", "phòng nhân sự", "Phải hỏi công ty mẹ", 2);
        contact("E02", 58, "officer2", "VISIT", "giám đốc", "Hẹn trả lời sau khi công ty mẹ có ý kiến", 3);

        contact("E06", 160, "officer3", "VISIT", "bảo vệ, lễ tân", "Không được tiếp", 1);
        contact("E06", 98, "officer3", "MEETING", "chủ doanh nghiệp", "Nói rõ là chưa thấy cần", 1);
        contact("E06", 20, "propaganda", "CHANCE", "phòng nhân sự", "Nhận tờ tóm tắt luật, hẹn chuyển giám đốc", 2);

        contact("E10", 64, "officer1", "VISIT", "phòng nhân sự", "Cho số liệu lao động, hỏi về công đoàn", 2);
        contact("E10", 21, "officer1", "CALL", "giám đốc", "Đang mùa cao điểm, đề nghị gọi lại", 3);
        // Within a week of the first start even where that lies behind the Tết days off.
        script.act(
                3,
                "officer2",
                () -> register.contact(
                        "E10",
                        calendar.firstStart().minusDays(3),
                        "officer2",
                        "CALL",
                        "phòng nhân sự",
                        "Đã nhận tài liệu, xin lịch tuần sau",
                        4,
                        "Gửi chương trình làm việc",
                        calendar.day(-4)));

        contact("E13", 40, "officer1", "CALL", "giám đốc", "Đồng ý tiếp đoàn, chọn ngày sau", 4);
        contact("E08", 9, "officer2", "CALL", "giám đốc", "Hẹn gặp tại văn phòng doanh nghiệp", 4);
    }

    private void contact(
            String enterprise,
            int day,
            String user,
            String kind,
            String withWhom,
            String said,
            @Nullable Integer readiness) {
        script.act(
                day,
                user,
                () -> register.contact(
                        enterprise, calendar.day(day), user, kind, withWhom, said, readiness, null, null));
    }
}
