package vn.outreach.partycell;

import vn.outreach.ledger.Result;

/** What the organisation board found in the founding file. */
public enum Appraisal implements Result {
    PASS,
    RETURN
}
