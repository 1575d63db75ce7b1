package vn.outreach.register.ledger;

/** Keeps what follows from the ledger up to date, in the transaction that writes the row. */
public interface LedgerListener {

    /** Told of every row about a step. */
    void recorded(Outcome row);

    /**
     * Told of every correction with the id of the step's own row; a case, and with it the stage of its enterprise, goes
     * on as it went.
     */
    default void corrected(long original, Outcome correction) {}
}
