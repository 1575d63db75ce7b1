package vn.outreach.lifecycle.youthunion;

import vn.outreach.register.ledger.Result;

/**
 * How the youth union phase ended (lifecycle.md §2 {@code youthUnionResult}); a skipped phase has the ledger's SKIPPED.
 */
public enum YouthUnionResult implements Result {
    RECOGNISED,
    NOT_FORMED,
    REJECTED
}
