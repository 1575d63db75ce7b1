package vn.outreach.lifecycle.youthunion;

import vn.outreach.register.ledger.Result;

/** What the superior youth union answered to the file (domain.md §3.3). */
public enum YouthUnionDecision implements Result {
    RECOGNISED,
    DEFECTS,
    REJECTED;

    /** Only a recognition or a rejection is a paper with number and date; defects may be told by telephone. */
    boolean isPaper() {
        return this != DEFECTS;
    }
}
