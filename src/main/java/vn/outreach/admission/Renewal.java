package vn.outreach.admission;

import vn.outreach.ledger.Result;

/** Whether a file older than twelve months was made anew. */
public enum Renewal implements Result {
    RENEWED,
    EXPIRED
}
