package vn.outreach.work.task;

/** A task's priority by the rank of its enterprise (lifecycle.md §1). */
public final class TaskPriority {

    /** Of a task whose enterprise has no rank yet. */
    public static final int UNRANKED = 20;

    private TaskPriority() {}

    /** 110 − 10 × rank: rank 1 is 100, rank 9 is 20. */
    public static int of(int rank) {
        return 110 - 10 * rank;
    }
}
