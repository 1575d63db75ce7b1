/**
 * What is told about limits and when: open tasks as rows that are ready to be asked for, and what of them is overdue.
 * How word reaches people is in notification.
 * Begin at TaskLines.
 */
@NullMarked
package vn.outreach.work.reminder;

import org.jspecify.annotations.NullMarked;
