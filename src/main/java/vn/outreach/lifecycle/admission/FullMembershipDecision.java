package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the deciding body answered at the end of the probation. */
public enum FullMembershipDecision implements Result {
    RECOGNISED,
    RETURNED,
    REMOVED;

    /** A yes or a no is a paper with number and date; a file may come back without one. */
    boolean isPaper() {
        return this != RETURNED;
    }
}
