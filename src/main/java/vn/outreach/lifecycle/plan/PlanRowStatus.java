package vn.outreach.lifecycle.plan;

/** What became of a plan row once the plan was approved. */
enum PlanRowStatus {
    PLANNED,
    STARTED,
    CARRIED_OVER,
    REFUSED
}
