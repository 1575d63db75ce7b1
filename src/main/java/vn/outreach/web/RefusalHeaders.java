package vn.outreach.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import vn.outreach.base.refusal.Refusal;

/** What of a refusal stands in the head of an answer, for clients whose format has no place for it in the body. */
public final class RefusalHeaders {

    /** The stable code. */
    public static final String CODE = "Outreach-Code";
    /** The field by the name that was sent; percent-encoded where that name is not plain ASCII. */
    public static final String FIELD = "Outreach-Field";
    /** Whole seconds. */
    public static final String RETRY_AFTER = "Retry-After";

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

    private RefusalHeaders() {}

    /** Sets code, field and time to wait, as far as there are any. */
    public static void of(Refusal refusal, BiConsumer<String, String> header) {
        header.accept(CODE, refusal.code());
        if (refusal.field() != null) {
            header.accept(FIELD, ascii(refusal.field()));
        }
        if (refusal.retryAfter() != null) {
            header.accept(
                    RETRY_AFTER, Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
    }

    private static String ascii(String field) {
        return PLAIN.matcher(field).matches() ? field : URLEncoder.encode(field, StandardCharsets.UTF_8);
    }
}
