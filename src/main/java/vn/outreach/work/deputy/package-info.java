/**
 * Absences and who stands in for whom today.
 * What a deputy may do at a task is in engine/task.
 * Begin at Deputies and AbsenceService.
 */
package vn.outreach.work.deputy;
