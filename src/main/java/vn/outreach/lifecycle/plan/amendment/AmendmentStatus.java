package vn.outreach.lifecycle.plan.amendment;

/** How far an amendment of an approved plan is. */
enum AmendmentStatus {
    SUBMITTED,
    APPROVED,
    RETURNED,
    REJECTED
}
