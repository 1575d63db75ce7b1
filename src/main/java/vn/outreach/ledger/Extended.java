package vn.outreach.ledger;

/** A task's limit was extended, once, where a rule allows it (lifecycle.md §1). */
public enum Extended implements Result {
    EXTENDED
}
