package vn.outreach.lifecycle.partycell;

import vn.outreach.register.ledger.Result;

/**
 * What the ledger says instead of FOUNDED when thirty full members or more found a committee (D6, Charter, Điều 21.2).
 */
public enum CommitteeDecision implements Result {
    COMMITTEE_FOUNDED
}
