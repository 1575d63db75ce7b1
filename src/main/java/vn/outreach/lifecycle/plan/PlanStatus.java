package vn.outreach.lifecycle.plan;

/** How far a year's plan is. */
enum PlanStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    CLOSED
}
