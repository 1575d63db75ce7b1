package vn.outreach.lifecycle.persuasion;

import vn.outreach.register.ledger.Result;

/** What came of one meeting with the owner (domain.md §2.2). A "no" is an answer like any other. */
public enum PersuasionOutcome implements Result {
    AGREED,
    AGREED_UNION_ONLY,
    AGREED_WITH_CONDITIONS,
    DEFERRED,
    REFUSED,
    UNREACHABLE,
    NOT_FEASIBLE;

    /** Agrees to union and Party body, not to a union alone. */
    boolean isAgreement() {
        return this == AGREED || this == AGREED_WITH_CONDITIONS;
    }
}
