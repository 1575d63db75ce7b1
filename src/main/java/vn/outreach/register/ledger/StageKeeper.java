package vn.outreach.register.ledger;

/** Keeps what follows from the ledger up to date: asked in the transaction of every row about an enterprise. */
public interface StageKeeper {

    void refresh(String taxCode);
}
