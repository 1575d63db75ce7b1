package vn.outreach.register.ledger;

/** A task has another limit than its step's. */
public enum Extended implements Result {
    /** Once, where a rule allows it (lifecycle.md §1). */
    EXTENDED,
    /** The head of the unit set another day, where the limit is the office's own. */
    MOVED
}
