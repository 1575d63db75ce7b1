package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the ceremony makes of the candidate, with effect from its day. */
public enum CeremonyResult implements Result {
    ADMITTED_PROBATIONARY
}
