package vn.outreach.register.ledger;

/** What a step came to. Every enum whose constants are written into the ledger's result column implements it. */
public interface Result {

    String name();
}
