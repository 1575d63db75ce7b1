package vn.outreach.register.ledger;

/** The result of a process that died with the case it belonged to. */
public enum Cancelled implements Result {
    CANCELLED
}
