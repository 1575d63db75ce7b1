package vn.outreach.admission;

import vn.outreach.ledger.Result;

/** What the ceremony makes of the candidate, with effect from its day. */
public enum CeremonyResult implements Result {
    ADMITTED_PROBATIONARY
}
