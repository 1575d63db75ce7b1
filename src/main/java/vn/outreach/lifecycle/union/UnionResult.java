package vn.outreach.lifecycle.union;

import vn.outreach.register.ledger.Result;

/** How the union phase ended (lifecycle.md §2 {@code unionResult}); a skipped phase has the ledger's own SKIPPED. */
public enum UnionResult implements Result {
    RECOGNISED,
    NOT_FORMED,
    REJECTED
}
