package vn.outreach.lifecycle.partycell;

import vn.outreach.register.ledger.Result;

/** What the organisation board found in the founding file. */
public enum Appraisal implements Result {
    PASS,
    RETURN
}
