package vn.outreach.lifecycle.plan;

import vn.outreach.register.ledger.Result;

/** What the standing committee says of an amendment; returned, its author may propose another one. */
public enum AmendmentDecision implements Result {
    APPROVED,
    RETURNED,
    REJECTED
}
