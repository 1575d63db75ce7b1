package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What decision D5 says of a candidate on a day. */
public enum Eligibility implements Result {
    FIT,
    NOT_YET,
    MANUAL_REVIEW,
    NOT_ELIGIBLE
}
