package vn.outreach.refusal;

/**
 * What a person or system asked for is not possible: a Vietnamese sentence for the person, a stable code and the field
 * for machines. Not an error of ours, never an incident; the web layers translate the kind into their status.
 */
public final class Refusal extends RuntimeException {

    /** Which status the web layers answer: 400/422, 403, 409, 404, 429 or 503. */
    public enum Kind { INVALID, FORBIDDEN, CONFLICT, UNKNOWN, TOO_OFTEN, UNAVAILABLE }

    private final Kind kind;
    private final String code;
    private final String field;

    private Refusal(Kind kind, String code, String field, String sentence) {
        // No stack trace: a refusal is an answer, and clients can cause as many as they like.
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    /** A field that is missing or impossible. The sentence always names the field, by the name that clients sent. */
    public static Refusal invalid(String code, String field, String sentence) {
        boolean named = field == null || sentence.contains(field);
        return new Refusal(Kind.INVALID, code, field, named ? sentence : sentence + " (" + field + ")");
    }

    public static Refusal forbidden(String code, String sentence) {
        return new Refusal(Kind.FORBIDDEN, code, null, sentence);
    }

    public static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, null, sentence);
    }

    public static Refusal unknown(String code, String sentence) {
        return new Refusal(Kind.UNKNOWN, code, null, sentence);
    }

    /** Something that has to wait before it may be tried again. */
    public static Refusal tooOften(String code, String sentence) {
        return new Refusal(Kind.TOO_OFTEN, code, null, sentence);
    }

    /** Something that needs a service of the office which gives no answer now. */
    public static Refusal unavailable(String code, String sentence) {
        return new Refusal(Kind.UNAVAILABLE, code, null, sentence);
    }

    /** The refusal somewhere in the causes of a failure, or null: listeners and web layers wrap what they pass on. */
    public static Refusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The field that is wrong, or null where no single field is. */
    public String field() {
        return field;
    }
}
