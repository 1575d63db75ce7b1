package vn.outreach.rules.calendar;

import java.time.LocalDate;

/**
 * A day off besides Saturdays and Sundays. {@code sure} is false while nobody has confirmed it; it counts all the same.
 */
record Holiday(LocalDate day, String name, String source, boolean sure) {}
