/**
 * What a person may see: tasks, comments, attachments, filters and history narrowed in the engine's queries.
 * What a person may do is in guard/.
 * Begin at TaskVisibility and QueryVisibility.
 */
@NullMarked
package vn.outreach.engine.visibility;

import org.jspecify.annotations.NullMarked;
