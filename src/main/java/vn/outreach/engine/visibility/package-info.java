/**
 * What a person may see: tasks, comments, attachments, filters and history narrowed in the engine's queries.
 * What a person may do is in guard/.
 * Begin at TaskVisibility and QueryVisibility.
 */
package vn.outreach.engine.visibility;
