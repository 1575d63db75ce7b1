package vn.outreach.base.refusal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person or system asked for is not possible: a Vietnamese sentence for the person, which names no code; a
 * stable code and the field for machines. Not an error of ours, never an incident; its kind says the status.
 */
public final class Refusal extends RuntimeException {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** What is wrong, and the HTTP status of it. */
    public enum Kind {
        INVALID(422),
        FORBIDDEN(403),
        CONFLICT(409),
        UNKNOWN(404),
        TOO_OFTEN(429),
        UNAVAILABLE(503);

        private static final int BAD_REQUEST = 400;

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The status on {@code /api/v1}, and of whatever else is not the engine's API. */
        public int status() {
            return status;
        }

        /**
         * The status on the engine's API, which knows no 422: there what a field names and nobody knows is a wrong
         * field too.
         */
        public int engineStatus() {
            return this == INVALID || this == UNKNOWN ? BAD_REQUEST : status;
        }
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final String sentence;
    private final @Nullable Duration wait;

    private Refusal(Kind kind, String code, @Nullable String field, String sentence, @Nullable Duration wait) {
        // No stack trace: a refusal is an answer, and clients can cause as many as they like.
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.sentence = sentence;
        this.wait = wait;
    }

    /**
     * A field that is missing or impossible. The sentence names it by its label, {@code field} by the name that clients
     * sent.
     */
    public static Refusal invalid(String code, @Nullable String field, String sentence) {
        return new Refusal(Kind.INVALID, code, field, sentence, null);
    }

    public static Refusal forbidden(String code, String sentence) {
        return new Refusal(Kind.FORBIDDEN, code, null, sentence, null);
    }

    public static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, null, sentence, null);
    }

    public static Refusal unknown(String code, String sentence) {
        return new Refusal(Kind.UNKNOWN, code, null, sentence, null);
    }

    /** Something that has to wait this long before it may be tried again. */
    public static Refusal tooOften(String code, String sentence, Duration wait) {
        return new Refusal(Kind.TOO_OFTEN, code, null, sentence, wait);
    }

    /** Something that needs a service of the office which gives no answer now. */
    public static Refusal unavailable(String code, String sentence) {
        return new Refusal(Kind.UNAVAILABLE, code, null, sentence, SOON);
    }

    /** The refusal somewhere in the causes of a failure, or null: listeners and web layers wrap what they pass on. */
    public static @Nullable Refusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    /** The sentence for the person. */
    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The field that is wrong, or null where no single field is. */
    public @Nullable String field() {
        return field;
    }

    /** After what time it may be tried again; null where time alone changes nothing. */
    public @Nullable Duration retryAfter() {
        return wait;
    }
}
