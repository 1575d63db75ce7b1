/**
 * Open tasks in lists and search, their deadlines, their priority and their extensions.
 * Whose a task is and who may complete it is in engine/task.
 * Begin at TaskList and TaskDueDates.
 */
@NullMarked
package vn.outreach.work.task;

import org.jspecify.annotations.NullMarked;
