package vn.outreach.lifecycle.plan;

/** When the next row of a plan in force is started. */
enum StartsNext {
    NOW,
    LATER,
    YEAR_OVER
}
