package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the organisation board concluded where D5 leaves it to people (over 60, readmission, owner, schooling). */
public enum EligibilityReview implements Result {
    FIT,
    NOT_ELIGIBLE
}
