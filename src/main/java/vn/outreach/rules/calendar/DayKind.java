package vn.outreach.rules.calendar;

/** What a row of the table of days says of its day. */
enum DayKind {
    OFF,
    /** A Saturday or Sunday that is worked, in place of a weekday off. */
    WORKING
}
