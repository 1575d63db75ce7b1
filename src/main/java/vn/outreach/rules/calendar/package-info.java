/**
 * Days off, working days and what is due, overdue or due soon.
 * Which limit a task has is decided by processes/dueDate.dmn.
 * Begin at DueDays and WorkingDays.
 */
@NullMarked
package vn.outreach.rules.calendar;

import org.jspecify.annotations.NullMarked;
