package vn.outreach.register.ledger;

/** The result of a phase that the register says is done already. */
public enum Skipped implements Result {
    SKIPPED
}
