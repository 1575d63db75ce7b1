/**
 * The same action on many tasks, each in a transaction of its own.
 * No right is checked here: every action goes through the engine's commands and their guards.
 * Begin at BulkWorkflow; the actions are in BulkAction.
 */
@NullMarked
package vn.outreach.work.bulk;

import org.jspecify.annotations.NullMarked;
