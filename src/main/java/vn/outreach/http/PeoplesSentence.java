package vn.outreach.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person reads in Camunda's webapps where the engine's API refused: one Vietnamese sentence. Camunda's resources put
 * English before ours (“Cannot submit task form 123: …”), and the engine's own words are English; clients of
 * {@code /engine-rest} get both as they are, people only ours.
 */
final class PeoplesSentence {

    /** What Camunda's resources put before the message of what they caught, once or more. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:(?:Cannot|Could not|Couldn't|Failed to|Error|Unable to) (?:(?!: )\\p{ASCII})*: )+");
    /** The engine's reason, in brackets behind a sentence of the house. */
    private static final Pattern REASON = Pattern.compile(
            "(?s)(Yêu cầu thiếu thông tin hoặc có thông tin không hợp lệ|Không tìm thấy dữ liệu ứng với mã đã gửi) \\(.*\\)\\.");
    private static final Pattern VIETNAMESE = Pattern.compile("\\P{ASCII}");
    /** Words of every English sentence that are no Vietnamese syllables. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:is|are|was|does|not|the|with|must|has|have|cannot|already|found|of|for|by)\\b");

    /** The field's name for programs, which stands behind the house's sentence, or within one in camel case. */
    private static final Pattern FIELD = Pattern.compile(" \\(([a-z]\\w*)\\)$| \\(([a-z]+[A-Z]\\w*)\\)");

    private static final int NOT_FOUND = 404;
    private static final String GONE = "Không tìm thấy dữ liệu này; có thể việc đã được làm xong hoặc đã bị xóa.";

    private record Known(Pattern words, String sentence) {

        Known(String words, String sentence) {
            this(Pattern.compile(words), sentence);
        }
    }

    /** What people do meet: at their own password, and administrators at accounts and grants. */
    private static final List<Known> KNOWN = List.of(
            new Known("authenticated user password is not valid", "Mật khẩu hiện tại không đúng."),
            new Known("Password does not match policy", "Mật khẩu chưa đạt các yêu cầu của hệ thống."),
            new Known("already been claimed", "Việc này đã có người nhận; hãy tải lại trang."),
            new Known("already exists", "Đã có mục mang ID này; hãy chọn ID khác."),
            new Known("not a valid resource identifier|has an invalid id", "ID có ký tự không dùng được."),
            new Known("is suspended|suspended state", "Hồ sơ đang tạm dừng nên chưa làm được việc này."));

    private PeoplesSentence() {}

    static String of(int status, String message) {
        for (Known known : KNOWN) {
            if (known.words().matcher(message).find()) {
                return known.sentence();
            }
        }
        String said = REASON.matcher(BEFORE.matcher(message).replaceFirst("")).replaceFirst("$1.");
        boolean ours = VIETNAMESE.matcher(said).find() && !ENGLISH.matcher(said).find();
        if (ours) {
            return FIELD.matcher(said).replaceAll("");
        }
        return status == NOT_FOUND ? GONE : Sentences.of(status).detail();
    }

    /** The field that a refusal is about, for the page that marks it; null where the message names none. */
    static String field(String message) {
        return FIELD.matcher(message).results()
                .reduce((one, next) -> next)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .orElse(null);
    }
}
