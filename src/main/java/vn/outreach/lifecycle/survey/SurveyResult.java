package vn.outreach.lifecycle.survey;

import vn.outreach.register.ledger.Result;

/** How the survey phase ended (lifecycle.md §2 {@code surveyResult}); a skipped phase has the ledger's own SKIPPED. */
public enum SurveyResult implements Result {
    COMPLETED,
    PAUSED,
    ENTERPRISE_CLOSED
}
