package vn.outreach.process;

/**
 * Runs what the product itself does to a process because of a person's request about something else: it needs no grants
 * of that person on the process, and stays in the same transaction.
 */
public interface PrivilegedCommands {

    void run(Runnable work);
}
