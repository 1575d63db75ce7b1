package vn.outreach.plan;

import vn.outreach.ledger.Result;

/** What the standing committee says of a drafted plan. */
public enum PlanDecision implements Result {
    APPROVED,
    RETURNED
}
