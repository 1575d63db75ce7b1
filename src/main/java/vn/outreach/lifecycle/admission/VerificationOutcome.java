package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the verification of the personal history found. */
public enum VerificationOutcome implements Result {
    MET,
    NOT_MET
}
