package vn.outreach.lifecycle.union;

import vn.outreach.register.ledger.Result;

/**
 * Whether the committee met in time before its file was sent (domain.md §0.4, T6); a late one is accepted and marked.
 */
public enum UnionFile implements Result {
    DONE,
    LATE
}
