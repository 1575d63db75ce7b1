package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the deciding body answered to the cell's resolution. */
public enum AdmissionDecision implements Result {
    ADMITTED,
    DECLINED,
    RETURNED;

    /** A yes or a no is a paper with number and date; a file may come back without one. */
    boolean isPaper() {
        return this != RETURNED;
    }
}
