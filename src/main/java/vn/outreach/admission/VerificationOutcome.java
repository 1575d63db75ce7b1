package vn.outreach.admission;

import vn.outreach.ledger.Result;

/** What the verification of the personal history found. */
public enum VerificationOutcome implements Result {
    MET,
    NOT_MET
}
