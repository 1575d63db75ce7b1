package vn.outreach.work.notification;

/** The mail did not go, or nobody knows whether it went. The message is the sentence the outbox shows. */
class MailNotSent extends Exception {

    private final Cause kind;
    private final String sentence;

    MailNotSent(Cause kind, String sentence, Exception cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    Cause kind() {
        return kind;
    }

    /** What is known about the failure. */
    enum Cause {
        /** The way out is closed for everybody: no mail is given up because of it. */
        OUT_OF_ORDER,
        /** This mail was put off: the server asks to be sent it later. */
        DEFERRED,
        /** This mail was refused for good; it did not go. */
        REFUSED,
        /** The connection broke after the mail was handed over: it may have gone. */
        UNSURE
    }
}
