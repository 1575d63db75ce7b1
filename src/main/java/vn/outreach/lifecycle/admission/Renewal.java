package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** Whether a file older than twelve months was made anew. */
public enum Renewal implements Result {
    RENEWED,
    EXPIRED
}
