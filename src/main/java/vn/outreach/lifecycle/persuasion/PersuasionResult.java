package vn.outreach.lifecycle.persuasion;

import vn.outreach.register.ledger.Result;

/**
 * How the persuasion ended (lifecycle.md §2 {@code persuasionOutcome}); a skipped phase has the ledger's own SKIPPED.
 */
public enum PersuasionResult implements Result {
    AGREED,
    AGREED_WITH_CONDITIONS,
    AGREED_UNION_ONLY,
    PAUSED,
    NOT_FEASIBLE
}
