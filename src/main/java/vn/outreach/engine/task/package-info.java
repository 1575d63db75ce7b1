/**
 * A task from its creation to its end: due date, priority, whose it is, who checks whom, who is told.
 * Lists, search and bulk work on tasks are in work/, without the engine's inner classes.
 * Begin at TaskRights and TaskCreateListener.
 */
@NullMarked
package vn.outreach.engine.task;

import org.jspecify.annotations.NullMarked;
