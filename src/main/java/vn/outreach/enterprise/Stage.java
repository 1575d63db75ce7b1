package vn.outreach.enterprise;

/** How far the work with an enterprise has come (lifecycle.md §5), in the order in which the rules are asked. */
public enum Stage {
    CLOSED, NOT_FEASIBLE, COMPLETED, REFUSED_PAUSED, ADMISSION, CELL_FOUNDED, CELL_FILE, MOBILE_CELL, UNION,
    PERSUASION, SURVEYED, PLANNED, REGISTERED
}
