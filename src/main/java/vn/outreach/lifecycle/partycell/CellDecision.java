package vn.outreach.lifecycle.partycell;

import vn.outreach.register.ledger.Result;

/** What the standing committee decided on the founding file (domain.md §4.2, step 6). */
public enum CellDecision implements Result {
    FOUNDED,
    RETURNED,
    REJECTED;

    /** A founding or its refusal is a paper with number and date; a file may come back without one. */
    boolean isPaper() {
        return this != RETURNED;
    }
}
