package vn.outreach.lifecycle.plan;

import vn.outreach.register.ledger.Result;

/** What the standing committee says of a drafted plan. */
enum PlanDecision implements Result {
    APPROVED,
    RETURNED
}
