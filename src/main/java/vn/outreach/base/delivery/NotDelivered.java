package vn.outreach.base.delivery;

import org.jspecify.annotations.Nullable;

/** The message did not go, or nobody knows whether it went. The text is the sentence that its row shows. */
public class NotDelivered extends Exception {

    private final Cause kind;
    private final String sentence;

    public NotDelivered(Cause kind, String sentence, @Nullable Exception cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    public Cause kind() {
        return kind;
    }

    /** What is known about the failure. */
    public enum Cause {
        /** The way out is closed for everybody: no message is given up because of it. */
        OUT_OF_ORDER,
        /** This message was put off: the receiver asks to be sent it later. */
        DEFERRED,
        /** This message was refused for good; it did not go. */
        REFUSED,
        /** Its address was refused for good: nothing goes there until the address is another one. */
        ADDRESS_REFUSED,
        /** The connection broke after the message was handed over: it may have gone. */
        UNSURE
    }
}
