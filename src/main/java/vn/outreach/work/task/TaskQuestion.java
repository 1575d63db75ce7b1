package vn.outreach.work.task;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Codes;
import vn.outreach.base.value.Text;
import vn.outreach.register.enterprise.SearchWords;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.Body;

/** Which open tasks are asked for, by whom. What is null lets every task through. */
record TaskQuestion(
        CurrentUser person,
        TaskFilter filter,
        boolean mineOnly,
        @Nullable String zone,
        @Nullable String taxCode,
        SearchWords words) {

    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_ZONE = 100;
    private static final int LONGEST_CODE = 14;

    static TaskQuestion of(
            CurrentUser person, String filter, String whose, String zone, String enterprise, String text) {
        TaskFilter asked = filter(filter);
        String place = Body.parameter("zone", "Khu, cụm công nghiệp", zone, Text.line(LONGEST_ZONE));
        if (asked == TaskFilter.ZONE && place == null) {
            throw Refusal.invalid("field-missing", "zone", "Thiếu khu, cụm công nghiệp của danh sách.");
        }
        return new TaskQuestion(
                person,
                asked,
                mineOnly(whose),
                place,
                Body.parameter("enterprise", "Mã số thuế", Codes.taxCode(enterprise), Text.line(LONGEST_CODE)),
                SearchWords.of(Body.parameter("q", "Từ khóa", text, Text.lines(LONGEST_TEXT))));
    }

    private static TaskFilter filter(String name) {
        if (name == null || name.isBlank()) {
            return TaskFilter.UNIT;
        }
        return Arrays.stream(TaskFilter.values())
                .filter(known -> known.json().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        "filter",
                        "Không có danh sách “%s”; chọn một trong: %s."
                                .formatted(
                                        name,
                                        Arrays.stream(TaskFilter.values())
                                                .map(TaskFilter::json)
                                                .collect(Collectors.joining(", ")))));
    }

    private static boolean mineOnly(String whose) {
        if (whose == null || whose.isBlank()) {
            return false;
        }
        if (!whose.equals("mine")) {
            throw Refusal.invalid("field-choice", "whose", "“Của ai” chỉ nhận giá trị mine: việc đã giao cho tôi.");
        }
        return true;
    }
}
