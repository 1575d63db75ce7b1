package vn.outreach.lifecycle.plan;

import vn.outreach.register.ledger.Result;

/** What the steering board says of a report. */
public enum ReportDecision implements Result {
    APPROVED,
    RETURNED
}
