package vn.outreach.lifecycle.plan;

/** How far an amendment of an approved plan is. */
enum AmendmentStatus {
    SUBMITTED,
    APPROVED,
    RETURNED,
    REJECTED
}
