package vn.outreach.lifecycle.admission;

import org.jspecify.annotations.Nullable;
import vn.outreach.register.ledger.Vote;

/** What a vote came to, and the rule version that counts for it. */
record CellVote(Vote vote, @Nullable String ruleVersion) {

    boolean passed() {
        return vote == Vote.PASSED;
    }
}
