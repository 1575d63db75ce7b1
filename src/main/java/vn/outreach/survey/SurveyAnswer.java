package vn.outreach.survey;

import vn.outreach.ledger.Result;

/** What came of one attempt to survey an enterprise. */
public enum SurveyAnswer implements Result {
    COMPLETED,
    REFUSED,
    UNREACHABLE,
    CLOSED
}
