package vn.outreach.lifecycle.admission;

/** By which day the rule version of an act is chosen. */
enum RuleVersionBasis {
    ACT_DATE,
    CASE_START
}
