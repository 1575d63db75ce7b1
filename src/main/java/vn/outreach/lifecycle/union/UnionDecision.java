package vn.outreach.lifecycle.union;

import vn.outreach.register.ledger.Result;

/** What the superior union answered to the file (domain.md §3.1, step 7). */
public enum UnionDecision implements Result {
    RECOGNISED,
    DEFECTS,
    REJECTED;

    /** Only a recognition or a rejection is a paper with number and date; defects may be told by telephone. */
    boolean isPaper() {
        return this != DEFECTS;
    }
}
