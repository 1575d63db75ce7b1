package vn.outreach.register.ledger;

/** The result of a step that has no answer of its own. */
public enum Done implements Result {
    DONE
}
