/**
 * Absences and who stands in for whom today.
 * What a deputy may do at a task is in engine/task.
 * Begin at Deputies and AbsenceService.
 */
@NullMarked
package vn.outreach.work.deputy;

import org.jspecify.annotations.NullMarked;
