package vn.outreach.register.ledger;

/** The result of a step whose answer is a yes or a no. */
public enum YesNo implements Result {
    YES,
    NO;

    public static YesNo of(boolean answer) {
        return answer ? YES : NO;
    }
}
