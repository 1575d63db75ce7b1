package vn.outreach.work.notification;

import java.util.Locale;
import java.util.Set;

/** What the office tells people about: one text file each under templates/mail, with exactly these placeholders. */
public enum NotificationTemplate {
    TASK_ASSIGNED(LinkTo.TASK, "about", "task", "due"),
    TASK_OFFERED(LinkTo.TASK, "about", "task", "due"),
    TASK_EXTENDED(LinkTo.TASK, "about", "task", "due"),
    /** By the days off. */
    TASK_MOVED(LinkTo.TASK, "about", "task", "due"),
    TASK_TAKEN_BY_MESSAGE(LinkTo.TASKLIST, "about", "task"),
    TASK_ENDED(LinkTo.TASKLIST, "about", "task"),
    PHASE_RESULT(LinkTo.TASKLIST, "about", "phase", "result"),
    CASE_CLOSED(LinkTo.TASKLIST, "about", "result"),
    RESPONSIBLE_MEMBER_CHANGED(LinkTo.TASKLIST, "about", "former", "successor"),
    /** A running case that D1 ranks otherwise than before; to its responsible member. */
    RANK_CHANGED(LinkTo.TASKLIST, "about", "from", "to", "why"),
    /** A task that its enterprise's responsible member can no longer do; to the heads of the unit. */
    RESPONSIBLE_CANNOT_WORK(LinkTo.TASK, "about", "task", "member"),
    /** Who is away, and who stands in; to both of them. */
    DEPUTY_NAMED(LinkTo.TASKLIST, "person", "deputy", "from", "to"),
    DEPUTY_ENDED(LinkTo.TASKLIST, "person", "deputy"),
    PLAN_TO_APPROVE(LinkTo.TASK, "year", "rows"),
    /** What became of an amendment; to its author, and to both people of a handing over. */
    AMENDMENT_DECIDED(LinkTo.TASKLIST, "year", "what", "decision", "reason"),
    INCIDENT(LinkTo.COCKPIT, "about", "step"),
    /** To the administrators, once a day while it is so. */
    PAPERS_DISK_FULL(LinkTo.TASKLIST, "used"),
    /** To administrators and those who keep the days off, once a year that is missing. */
    DAYS_OFF_MISSING(LinkTo.CALENDAR, "year"),
    /** A system's task of an enterprise that failed for good; to its responsible member. */
    SYSTEM_STOPPED(LinkTo.TASKLIST, "about", "step"),
    APPOINTMENT_PLANNED(LinkTo.TASKLIST, "about", "kind", "day"),
    APPOINTMENT_MOVED(LinkTo.TASKLIST, "about", "kind", "day"),
    APPOINTMENT_CANCELLED(LinkTo.TASKLIST, "about", "kind", "day"),
    /** The mail of the day; its lines are looked up when it is sent. */
    DAILY_DIGEST(LinkTo.START, "day", "lines"),
    /** Several notices for one person in one mail; never written as a row. */
    DIGEST(LinkTo.TASKLIST, "count", "lines");

    /** Placeholders every template may use; the dispatcher fills them. */
    static final Set<String> OF_EVERY_MAIL = Set.of("recipient", "link");

    private final LinkTo linkTo;
    private final Set<String> keys;

    NotificationTemplate(LinkTo linkTo, String... keys) {
        this.linkTo = linkTo;
        this.keys = Set.of(keys);
    }

    public Set<String> keys() {
        return keys;
    }

    /** The file name, and the name the outside world sees. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LinkTo linkTo() {
        return linkTo;
    }

    public NoticeKind kind() {
        return switch (this) {
            case TASK_ASSIGNED,
                    TASK_OFFERED,
                    TASK_EXTENDED,
                    TASK_MOVED,
                    TASK_TAKEN_BY_MESSAGE,
                    TASK_ENDED,
                    RESPONSIBLE_CANNOT_WORK -> NoticeKind.TASKS;
            case PHASE_RESULT, CASE_CLOSED, SYSTEM_STOPPED -> NoticeKind.CASES;
            case RESPONSIBLE_MEMBER_CHANGED, RANK_CHANGED, DAYS_OFF_MISSING -> NoticeKind.CHANGES;
            case DEPUTY_NAMED, DEPUTY_ENDED -> NoticeKind.DEPUTIES;
            case PLAN_TO_APPROVE, AMENDMENT_DECIDED -> NoticeKind.PLANS;
            case INCIDENT, PAPERS_DISK_FULL, APPOINTMENT_PLANNED, APPOINTMENT_MOVED, APPOINTMENT_CANCELLED ->
                NoticeKind.URGENT;
            case DAILY_DIGEST, DIGEST -> NoticeKind.DAILY;
        };
    }

    static NotificationTemplate ofFileName(String fileName) {
        return valueOf(fileName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Where the mail's link leads. */
    enum LinkTo {
        TASK,
        TASKLIST,
        COCKPIT,
        CALENDAR,
        START
    }
}
