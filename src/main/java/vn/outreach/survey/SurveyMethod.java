package vn.outreach.survey;

/** How the survey is made. */
enum SurveyMethod {
    VISIT,
    PHONE,
    PAPER
}
