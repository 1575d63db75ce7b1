package vn.outreach.work.deputy;

/**
 * Moves an absent person's open tasks to the deputy and back; the engine does it. Each task by itself, and safe to
 * repeat.
 */
public interface HandedTasks {

    /** @return how many went to the deputy now */
    int handOver(Absence absence);

    /** @return how many came back now */
    int giveBack(Absence absence);
}
