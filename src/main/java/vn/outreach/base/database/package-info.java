/**
 * The database: its start, its absence, its versions, rows written by two at once, triggers of old releases.
 * No table of a subject is read or written here.
 * Begin at DatabaseAtStart, DatabaseWatch and Upsert.
 */
@NullMarked
package vn.outreach.base.database;

import org.jspecify.annotations.NullMarked;
