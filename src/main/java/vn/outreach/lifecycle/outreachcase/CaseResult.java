package vn.outreach.lifecycle.outreachcase;

import vn.outreach.register.ledger.Result;

/** How an enterprise's case ended (lifecycle.md §2 {@code caseResult}). */
public enum CaseResult implements Result {
    COMPLETED,
    PAUSED,
    NOT_FEASIBLE,
    ENTERPRISE_CLOSED
}
