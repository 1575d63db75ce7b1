package vn.outreach.lifecycle.plan.head;

/** How far a year's plan is. */
public enum PlanStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    CLOSED
}
