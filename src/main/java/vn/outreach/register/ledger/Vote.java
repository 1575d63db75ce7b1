package vn.outreach.register.ledger;

/** The result of a vote, counted by decision D9. */
public enum Vote implements Result {
    PASSED,
    NOT_PASSED;

    public static Vote of(boolean passed) {
        return passed ? PASSED : NOT_PASSED;
    }
}
