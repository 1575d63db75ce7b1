package vn.outreach.work.notification;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.Shortened;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.ProcessKeys;

/**
 * Something that people must know, in the words the mail will use. There is deliberately no field for a candidate:
 * neither name nor reference ever leaves the office by mail.
 *
 * @param calendar the calendar file (RFC 5545) that goes with the mail, or null
 * @param knownTo whose own act it tells, or null: that person's bell does not ring
 * @param innerTask the task's name as the pages show it, or null where it goes to somebody who may not know it
 */
public record NotificationMessage(
        NotificationTemplate template,
        NotificationSubject occasion,
        Map<String, String> data,
        @Nullable String calendar,
        @Nullable String knownTo,
        @Nullable String innerTask) {

    /** Long enough for a name of 255 characters with its tax code; all values together fit their column. */
    private static final int LONGEST_VALUE = 400;

    private static final int LONGEST_TASK = 200;
    private static final String ADMISSION = ProcessKeys.MEMBER_ADMISSION;

    public NotificationMessage {
        if (!data.keySet().equals(template.keys())) {
            throw new IllegalArgumentException(template + " needs " + template.keys() + ", not " + data.keySet());
        }
        data = plain(data);
    }

    NotificationMessage(NotificationTemplate template, NotificationSubject occasion, Map<String, String> data) {
        this(template, occasion, data, null, null, null);
    }

    public NotificationMessage withCalendar(String file) {
        return new NotificationMessage(template, occasion, data, file, knownTo, innerTask);
    }

    public NotificationMessage knownTo(@Nullable String actor) {
        return new NotificationMessage(template, occasion, data, calendar, actor, innerTask);
    }

    /** The same for pages inside the office, which call the task by its name. */
    private NotificationMessage naming(String task) {
        String line = Folding.line(task);
        return new NotificationMessage(
                template, occasion, data, calendar, knownTo, line == null ? null : Shortened.to(LONGEST_TASK, line));
    }

    /** As {@link #naming}, but of an admission: it goes to the responsible member too, who does not see admissions. */
    private NotificationMessage namingButOfAdmissions(String task) {
        return ADMISSION.equals(occasion.processKey()) ? this : naming(task);
    }

    /** The values for pages inside the office; those of the mail where they may say no more. */
    public Map<String, String> innerData() {
        return innerTask == null ? data : withTask(data, innerTask);
    }

    /** The values with this name in the place of what a mail calls the task. */
    static Map<String, String> withTask(Map<String, String> data, String task) {
        Map<String, String> named = new LinkedHashMap<>(data);
        named.replace("task", task);
        return named;
    }

    /** A new task of this person's own; without a due date the mail says so. */
    public static NotificationMessage taskAssigned(
            NotificationSubject occasion, String taskName, @Nullable LocalDate due) {
        return ofTask(NotificationTemplate.TASK_ASSIGNED, occasion, taskName, due);
    }

    /** A new task that any member of a group may take. */
    public static NotificationMessage taskOffered(
            NotificationSubject occasion, String taskName, @Nullable LocalDate due) {
        return ofTask(NotificationTemplate.TASK_OFFERED, occasion, taskName, due);
    }

    /** The task's limit was extended to this day. */
    public static NotificationMessage taskExtended(NotificationSubject occasion, String taskName, LocalDate due) {
        return ofTask(NotificationTemplate.TASK_EXTENDED, occasion, taskName, due);
    }

    /** The task is due on this day, because the days off changed. */
    public static NotificationMessage taskMoved(NotificationSubject occasion, String taskName, LocalDate due) {
        return ofTask(NotificationTemplate.TASK_MOVED, occasion, taskName, due);
    }

    /** A message from another system did the task. */
    public static NotificationMessage taskTakenByMessage(NotificationSubject occasion, String taskName) {
        return new NotificationMessage(
                        NotificationTemplate.TASK_TAKEN_BY_MESSAGE,
                        occasion,
                        Map.ofEntries(
                                entry("about", occasion.about()),
                                entry("task", MailRedaction.task(occasion, taskName))))
                .namingButOfAdmissions(taskName);
    }

    /** The task is gone because its case or its step ended without it. */
    public static NotificationMessage taskEnded(NotificationSubject occasion, String taskName) {
        return new NotificationMessage(
                        NotificationTemplate.TASK_ENDED,
                        occasion,
                        Map.ofEntries(
                                entry("about", occasion.about()),
                                entry("task", MailRedaction.task(occasion, taskName))))
                .namingButOfAdmissions(taskName);
    }

    /** A phase (the occasion's process) ended with this result code. */
    public static NotificationMessage phaseResult(NotificationSubject occasion, String result) {
        return new NotificationMessage(
                NotificationTemplate.PHASE_RESULT,
                occasion,
                Map.ofEntries(
                        entry("about", occasion.about()),
                        entry("phase", MailRedaction.phase(occasion)),
                        entry("result", MailRedaction.result(occasion, result))));
    }

    /** The outreach case ended with this result code. */
    public static NotificationMessage caseClosed(NotificationSubject occasion, String result) {
        return new NotificationMessage(
                NotificationTemplate.CASE_CLOSED,
                occasion,
                Map.ofEntries(
                        entry("about", occasion.about()), entry("result", MailRedaction.result(occasion, result))));
    }

    /** Names are display names of the two officials; the former may be null. */
    public static NotificationMessage responsibleMemberChanged(
            NotificationSubject occasion, @Nullable String formerName, @Nullable String successorName) {
        return new NotificationMessage(
                NotificationTemplate.RESPONSIBLE_MEMBER_CHANGED,
                occasion,
                Map.ofEntries(
                        entry("about", occasion.about()),
                        entry("former", formerName == null ? "chưa có" : formerName),
                        entry("successor", successorName == null ? "chưa có" : successorName)));
    }

    /** D1 ranks the enterprise otherwise than before; {@code why} is its reason. */
    public static NotificationMessage rankChanged(NotificationSubject occasion, int from, int to, String why) {
        return new NotificationMessage(
                NotificationTemplate.RANK_CHANGED,
                occasion,
                Map.ofEntries(
                        entry("about", occasion.about()),
                        entry("from", String.valueOf(from)),
                        entry("to", String.valueOf(to)),
                        entry("why", why)));
    }

    /** A task that goes to the unit because the responsible member, by this name, can no longer do it. */
    public static NotificationMessage responsibleCannotWork(
            NotificationSubject occasion, String taskName, String memberName) {
        return new NotificationMessage(
                        NotificationTemplate.RESPONSIBLE_CANNOT_WORK,
                        occasion,
                        Map.ofEntries(
                                entry("about", occasion.about()),
                                entry("task", MailRedaction.task(occasion, taskName)),
                                entry("member", memberName)))
                .namingButOfAdmissions(taskName);
    }

    /** Names are display names; the last day is included. */
    public static NotificationMessage deputyNamed(
            NotificationSubject occasion, String person, String deputy, LocalDate from, LocalDate to) {
        return new NotificationMessage(
                NotificationTemplate.DEPUTY_NAMED,
                occasion,
                Map.ofEntries(
                        entry("person", person),
                        entry("deputy", deputy),
                        entry("from", Day.shown(from)),
                        entry("to", Day.shown(to))));
    }

    /** Earlier than planned. */
    public static NotificationMessage deputyEnded(NotificationSubject occasion, String person, String deputy) {
        return new NotificationMessage(
                NotificationTemplate.DEPUTY_ENDED,
                occasion,
                Map.ofEntries(entry("person", person), entry("deputy", deputy)));
    }

    /** A year's plan waits for approval. */
    public static NotificationMessage planToApprove(NotificationSubject occasion, int year, int rows) {
        return new NotificationMessage(
                NotificationTemplate.PLAN_TO_APPROVE,
                occasion,
                Map.ofEntries(entry("year", String.valueOf(year)), entry("rows", String.valueOf(rows))));
    }

    /** An amendment of a year's plan was decided; {@code what} and {@code decision} say it in Vietnamese. */
    public static NotificationMessage amendmentDecided(
            NotificationSubject occasion, int year, String what, String decision, @Nullable String reason) {
        return new NotificationMessage(
                NotificationTemplate.AMENDMENT_DECIDED,
                occasion,
                Map.ofEntries(
                        entry("year", String.valueOf(year)),
                        entry("what", what),
                        entry("decision", decision),
                        entry("reason", reason == null ? "không có" : reason)));
    }

    /** An automatic step stopped; the engine's own message stays inside, it may quote what a person entered. */
    public static NotificationMessage incident(NotificationSubject occasion, String stepName) {
        return new NotificationMessage(
                NotificationTemplate.INCIDENT,
                occasion,
                Map.ofEntries(entry("about", occasion.about()), entry("step", MailRedaction.task(occasion, stepName))));
    }

    /** The disk of papers is used to so many percent. */
    public static NotificationMessage papersDiskFull(NotificationSubject occasion, int used) {
        return new NotificationMessage(
                NotificationTemplate.PAPERS_DISK_FULL, occasion, Map.of("used", String.valueOf(used)));
    }

    /** Nobody has entered the days off of this year. */
    public static NotificationMessage daysOffMissing(NotificationSubject occasion, int year) {
        return new NotificationMessage(
                NotificationTemplate.DAYS_OFF_MISSING, occasion, Map.of("year", String.valueOf(year)));
    }

    /** What a system was to do for an enterprise failed for good; who is responsible may do it by hand. */
    public static NotificationMessage systemStopped(NotificationSubject occasion, String stepName) {
        return new NotificationMessage(
                NotificationTemplate.SYSTEM_STOPPED,
                occasion,
                Map.ofEntries(entry("about", occasion.about()), entry("step", MailRedaction.task(occasion, stepName))));
    }

    /** A day is planned; {@code kind} says in Vietnamese for what. */
    public static NotificationMessage appointmentPlanned(NotificationSubject occasion, String kind, LocalDate day) {
        return ofAppointment(NotificationTemplate.APPOINTMENT_PLANNED, occasion, kind, day);
    }

    /** Another day is planned for the same. */
    public static NotificationMessage appointmentMoved(NotificationSubject occasion, String kind, LocalDate day) {
        return ofAppointment(NotificationTemplate.APPOINTMENT_MOVED, occasion, kind, day);
    }

    /** Nothing takes place on that day, or not with this person. */
    public static NotificationMessage appointmentCancelled(NotificationSubject occasion, String kind, LocalDate day) {
        return ofAppointment(NotificationTemplate.APPOINTMENT_CANCELLED, occasion, kind, day);
    }

    /** The mail of that day; what it says is looked up when it is sent. */
    public static NotificationMessage dailyDigest(NotificationSubject occasion, LocalDate day) {
        return new NotificationMessage(
                NotificationTemplate.DAILY_DIGEST,
                occasion,
                Map.ofEntries(entry("day", Day.shown(day)), entry("lines", "")));
    }

    private static NotificationMessage ofAppointment(
            NotificationTemplate template, NotificationSubject occasion, String kind, LocalDate day) {
        return new NotificationMessage(
                template,
                occasion,
                Map.ofEntries(entry("about", occasion.about()), entry("kind", kind), entry("day", Day.shown(day))));
    }

    private static NotificationMessage ofTask(
            NotificationTemplate template, NotificationSubject occasion, String taskName, @Nullable LocalDate due) {
        return new NotificationMessage(
                        template,
                        occasion,
                        Map.ofEntries(
                                entry("about", occasion.about()),
                                entry("task", MailRedaction.task(occasion, taskName)),
                                entry("due", due == null ? "chưa có hạn" : "hạn " + Day.shown(due))))
                .naming(taskName);
    }

    /** One line each, NFC, cut: a line break in a name must not become a mail header. */
    private static Map<String, String> plain(Map<String, String> data) {
        Map<String, String> plain = new LinkedHashMap<>();
        data.forEach((key, value) -> {
            String line = Folding.line(value);
            plain.put(key, line == null ? "" : Shortened.to(LONGEST_VALUE, line));
        });
        return Map.copyOf(plain);
    }
}
