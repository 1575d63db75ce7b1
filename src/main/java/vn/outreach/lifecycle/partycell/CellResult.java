package vn.outreach.lifecycle.partycell;

import vn.outreach.register.ledger.Result;

/** How the cell phase ended (lifecycle.md §2 {@code cellResult}); a skipped phase has the ledger's own SKIPPED. */
public enum CellResult implements Result {
    FOUNDED,
    NOT_ENOUGH_MEMBERS,
    REJECTED
}
