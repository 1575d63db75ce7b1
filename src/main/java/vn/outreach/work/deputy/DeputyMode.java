package vn.outreach.work.deputy;

/** What becomes of the tasks of somebody who is away. */
public enum DeputyMode {
    /** They stay with the absent person, and the deputy sees and may do them too. */
    RECEIVER,
    /** They go to the deputy, and what is not done comes back. */
    REPLACER
}
