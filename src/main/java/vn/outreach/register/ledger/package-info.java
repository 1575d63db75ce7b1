/**
 * The append-only record: one row per completed step, and its corrections.
 * No row is changed or deleted; the database refuses it.
 * Begin at Ledger; the form of a row is in LedgerEntry.
 */
@NullMarked
package vn.outreach.register.ledger;

import org.jspecify.annotations.NullMarked;
