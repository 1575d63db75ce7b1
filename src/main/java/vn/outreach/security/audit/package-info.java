/**
 * Who did what, in a chain of hashes that the database itself continues.
 * What is recorded is decided where it is done.
 * Begin at AuditTrail.
 */
@NullMarked
package vn.outreach.security.audit;

import org.jspecify.annotations.NullMarked;
