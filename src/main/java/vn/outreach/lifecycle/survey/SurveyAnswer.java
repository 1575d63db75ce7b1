package vn.outreach.lifecycle.survey;

import vn.outreach.register.ledger.Result;

/** What came of one attempt to survey an enterprise. */
public enum SurveyAnswer implements Result {
    COMPLETED,
    REFUSED,
    UNREACHABLE,
    CLOSED
}
