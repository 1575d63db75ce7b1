package vn.outreach.lifecycle.survey;

/** Where the survey goes after an attempt. */
enum SurveyNextStep {
    VERIFY,
    RETRY_REFUSED,
    RETRY_UNREACHABLE,
    PAUSE,
    CLOSE
}
