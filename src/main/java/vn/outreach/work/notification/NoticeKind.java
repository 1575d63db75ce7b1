package vn.outreach.work.notification;

/**
 * What a notice is about, as people choose whether it comes at once or with the mail of the day. {@link #URGENT} is no
 * choice: it always comes at once.
 */
public enum NoticeKind {
    /** A task that is there, moved, taken or gone. */
    TASKS,
    /** How a case goes on, or ended. */
    CASES,
    /** Another responsible member, another rank. */
    CHANGES,
    DEPUTIES,
    PLANS,
    /** Calendar files, and what failed. */
    URGENT,
    /** The mail of the day itself. */
    DAILY;

    /** Whether a person may choose. */
    public boolean isChosen() {
        return this != URGENT && this != DAILY;
    }
}
