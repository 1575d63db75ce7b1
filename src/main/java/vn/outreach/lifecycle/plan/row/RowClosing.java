package vn.outreach.lifecycle.plan.row;

/** How a plan's year ended for a row. */
public enum RowClosing {
    REACHED,
    CARRIED,
    DROPPED
}
