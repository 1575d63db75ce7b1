package vn.outreach.worklist;

/** The ready lists. All but {@code ALL} show what is the asking person's or is offered to one of the person's units. */
enum TaskFilter {
    TODAY, OVERDUE, SOON, MINE, UNIT, UNCLAIMED, ABSENT, ZONE,
    /** Whatever the person may see, own or not. */
    ALL
}
