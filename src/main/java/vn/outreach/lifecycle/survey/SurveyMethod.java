package vn.outreach.lifecycle.survey;

/** How the survey is made. */
enum SurveyMethod {
    VISIT,
    PHONE,
    PAPER
}
