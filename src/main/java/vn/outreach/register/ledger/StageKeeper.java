package vn.outreach.register.ledger;

/** Keeps what follows from the ledger up to date: told of every row about a step in the transaction that writes it. */
public interface StageKeeper {

    void recorded(Outcome row);
}
