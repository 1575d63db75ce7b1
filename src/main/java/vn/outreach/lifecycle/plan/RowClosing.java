package vn.outreach.lifecycle.plan;

/** How a plan's year ended for a row. */
enum RowClosing {
    REACHED,
    CARRIED,
    DROPPED
}
