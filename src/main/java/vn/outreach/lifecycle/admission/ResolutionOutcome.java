package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** What the youth union's or the union's committee resolved. */
public enum ResolutionOutcome implements Result {
    INTRODUCED,
    NOT_INTRODUCED
}
