/**
 * The database: its start, its absence, its versions, rows written by two at once, triggers of old releases.
 * No table of a subject is read or written here.
 * Begin at DatabaseAtStart, DatabaseWatch and Upsert.
 */
package vn.outreach.base.database;
