package vn.outreach.register.ledger;

/** Where a ledger row comes from: a person's task, a message, the engine's own job or an external worker. */
public enum Source {
    PERSON,
    MESSAGE,
    JOB,
    WORKER
}
