/**
 * The engine's history as the product keeps it: without candidates, and told to the audit.
 * The ledger of steps is in register/ledger, the chain of the audit in security/audit.
 * Begin at AuditedHistory and LoggedOperation.
 */
@NullMarked
package vn.outreach.engine.history;

import org.jspecify.annotations.NullMarked;
