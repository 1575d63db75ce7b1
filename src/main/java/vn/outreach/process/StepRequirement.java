package vn.outreach.process;

import vn.outreach.register.ledger.LedgerEntry;

/**
 * Something beside its own answers that a step needs before it is recorded. It is asked on every way that a step is
 * done: by a person's completion, by a message, from Java; what it refuses has not happened.
 */
public interface StepRequirement {

    /** Whether it has anything to say to steps of this name. */
    boolean concerns(String step);

    /** @throws vn.outreach.base.refusal.Refusal when something is missing */
    void check(LedgerEntry step);
}
