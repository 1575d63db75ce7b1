package vn.outreach.work.notification;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.ProcessKeys;

/**
 * What a mail may call a thing. Mails leave the office's network, so they never name the inner work of the organisation
 * (the rule on notices, Law 91/2025/QH15): such a task is just a task that waits, with a link.
 */
public final class MailRedaction {

    /** Processes whose very steps are inner work. */
    static final Set<String> INNER =
            Set.of(ProcessKeys.MEMBER_ADMISSION, ProcessKeys.PARTY_CELL_FOUNDING, ProcessKeys.CELL_RESTORATION);

    private static final Pattern INNER_WORDS = Pattern.compile(
            "đảng|chi bộ|kết nạp|cấp [uủ][yỷ]|chính trị|quần chúng|sinh hoạt",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CANDIDATE = Pattern.compile("UV-\\d{4}", Pattern.CASE_INSENSITIVE);
    private static final String ANSWER_WITH_CONTENT = "(câu trả lời có nội dung thư, không hiện ở đây)";

    private static final String TASK = "việc trong hồ sơ (xem trong hệ thống)";
    private static final String PHASE = "Một bước của hồ sơ";
    private static final String RESULT = "đã ghi trong hệ thống";

    private static final Map<String, String> PHASES = Map.of(
            ProcessKeys.ENTERPRISE_OUTREACH, "Hồ sơ tiếp cận doanh nghiệp",
            ProcessKeys.SURVEY, "Khảo sát doanh nghiệp",
            ProcessKeys.OWNER_PERSUASION, "Làm việc với chủ doanh nghiệp",
            ProcessKeys.UNION_FOUNDING, "Thành lập công đoàn cơ sở",
            ProcessKeys.YOUTH_UNION_FOUNDING, "Thành lập tổ chức thanh niên",
            ProcessKeys.ANNUAL_PLAN, "Kế hoạch năm",
            ProcessKeys.CASE_EVENT, "Ghi nhận sự việc");

    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("COMPLETED", "hoàn thành"),
            Map.entry("PAUSED", "tạm dừng"),
            Map.entry("ENTERPRISE_CLOSED", "doanh nghiệp ngừng hoạt động"),
            Map.entry("SKIPPED", "bỏ qua vì đã có kết quả từ trước"),
            Map.entry("AGREED", "chủ doanh nghiệp đồng ý"),
            Map.entry("AGREED_WITH_CONDITIONS", "chủ doanh nghiệp đồng ý có điều kiện"),
            Map.entry("AGREED_UNION_ONLY", "chủ doanh nghiệp đồng ý bước đầu"),
            Map.entry("NOT_FEASIBLE", "chưa khả thi"),
            Map.entry("RECOGNISED", "được công nhận"),
            Map.entry("NOT_FORMED", "chưa thành lập được"),
            Map.entry("REJECTED", "không được chấp thuận"),
            Map.entry("APPROVED", "đã phê duyệt"),
            Map.entry("RETURNED", "trả lại để hoàn thiện"),
            Map.entry("CANCELLED", "dừng giữa chừng"));

    private MailRedaction() {}

    static String task(NotificationSubject occasion, String name) {
        return task(occasion.processKey(), name);
    }

    /** What a mail calls a task of this process. */
    public static String task(@Nullable String processKey, @Nullable String name) {
        return name == null || name.isBlank() || isInner(processKey) || isInnerWord(name) ? TASK : name;
    }

    /** Whether a mail must not say this: the name of a unit, for example. */
    public static boolean isInnerWord(String name) {
        return INNER_WORDS.matcher(name).find();
    }

    static String phase(NotificationSubject occasion) {
        return PHASES.getOrDefault(occasion.processKey(), PHASE);
    }

    static String result(NotificationSubject occasion, String code) {
        return isInner(occasion.processKey()) ? RESULT : RESULTS.getOrDefault(code, RESULT);
    }

    /** What a mail server said; what it repeats of a mail's content is not kept. */
    static String answer(String words) {
        return isInnerWord(words) || CANDIDATE.matcher(words).find() ? ANSWER_WITH_CONTENT : words;
    }

    private static boolean isInner(@Nullable String processKey) {
        return INNER.contains(processKey == null ? "" : processKey);
    }
}
