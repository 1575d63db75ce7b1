package vn.outreach.work.notification;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.outreach.base.text.Folding;

/**
 * Something that people must know, in the words the mail will use. There is deliberately no field for a candidate:
 * neither name nor reference ever leaves the office by mail.
 *
 * @param calendar the calendar file (RFC 5545) that goes with the mail, or null
 * @param knownTo whose own act it tells, or null: that person's bell does not ring
 * @param innerTask the task's name as the pages show it, or null where it goes to somebody who may not know it
 */
public record Notice(
        Template template, Occasion occasion, Map<String, String> data, String calendar, String knownTo, String innerTask) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** Long enough for a name of 255 characters with its tax code; all values together fit their column. */
    private static final int LONGEST_VALUE = 400;
    private static final int LONGEST_TASK = 200;
    private static final String ADMISSION = "memberAdmission";

    public Notice {
        if (!data.keySet().equals(template.keys())) {
            throw new IllegalArgumentException(template + " needs " + template.keys() + ", not " + data.keySet());
        }
        data = plain(data);
    }

    Notice(Template template, Occasion occasion, Map<String, String> data) {
        this(template, occasion, data, null, null, null);
    }

    public Notice withCalendar(String file) {
        return new Notice(template, occasion, data, file, knownTo, innerTask);
    }

    public Notice knownTo(String actor) {
        return new Notice(template, occasion, data, calendar, actor, innerTask);
    }

    /** The same for pages inside the office, which call the task by its name. */
    private Notice naming(String task) {
        String line = Folding.line(task);
        return new Notice(template, occasion, data, calendar, knownTo, line == null ? null : Shortened.to(LONGEST_TASK, line));
    }

    /** As {@link #naming}, but of an admission: it goes to the responsible member too, who does not see admissions. */
    private Notice namingButOfAdmissions(String task) {
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
    public static Notice taskAssigned(Occasion occasion, String taskName, LocalDate due) {
        return ofTask(Template.TASK_ASSIGNED, occasion, taskName, due);
    }

    /** A new task that any member of a group may take. */
    public static Notice taskOffered(Occasion occasion, String taskName, LocalDate due) {
        return ofTask(Template.TASK_OFFERED, occasion, taskName, due);
    }

    /** The task's limit was extended to this day. */
    public static Notice taskExtended(Occasion occasion, String taskName, LocalDate due) {
        return ofTask(Template.TASK_EXTENDED, occasion, taskName, due);
    }

    /** A message from another system did the task. */
    public static Notice taskTakenByMessage(Occasion occasion, String taskName) {
        return new Notice(Template.TASK_TAKEN_BY_MESSAGE, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("task", Discretion.task(occasion, taskName)))).namingButOfAdmissions(taskName);
    }

    /** The task is gone because its case or its step ended without it. */
    public static Notice taskEnded(Occasion occasion, String taskName) {
        return new Notice(Template.TASK_ENDED, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("task", Discretion.task(occasion, taskName)))).namingButOfAdmissions(taskName);
    }

    /** A phase (the occasion's process) ended with this result code. */
    public static Notice phaseResult(Occasion occasion, String result) {
        return new Notice(Template.PHASE_RESULT, occasion, Map.ofEntries(
                entry("about", occasion.about()),
                entry("phase", Discretion.phase(occasion)),
                entry("result", Discretion.result(occasion, result))));
    }

    /** The outreach case ended with this result code. */
    public static Notice caseClosed(Occasion occasion, String result) {
        return new Notice(Template.CASE_CLOSED, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("result", Discretion.result(occasion, result))));
    }

    /** Names are display names of the two officials; the former may be null. */
    public static Notice responsibleMemberChanged(Occasion occasion, String formerName, String successorName) {
        return new Notice(Template.RESPONSIBLE_MEMBER_CHANGED, occasion, Map.ofEntries(
                entry("about", occasion.about()),
                entry("former", formerName == null ? "chưa có" : formerName),
                entry("successor", successorName == null ? "chưa có" : successorName)));
    }

    /** A task that goes to the unit because the responsible member, by this name, can no longer do it. */
    public static Notice responsibleCannotWork(Occasion occasion, String taskName, String memberName) {
        return new Notice(Template.RESPONSIBLE_CANNOT_WORK, occasion, Map.ofEntries(
                entry("about", occasion.about()),
                entry("task", Discretion.task(occasion, taskName)),
                entry("member", memberName))).namingButOfAdmissions(taskName);
    }

    /** Names are display names; the last day is included. */
    public static Notice deputyNamed(Occasion occasion, String person, String deputy, LocalDate from, LocalDate to) {
        return new Notice(Template.DEPUTY_NAMED, occasion, Map.ofEntries(
                entry("person", person), entry("deputy", deputy), entry("from", DAY.format(from)), entry("to", DAY.format(to))));
    }

    /** Earlier than planned. */
    public static Notice deputyEnded(Occasion occasion, String person, String deputy) {
        return new Notice(Template.DEPUTY_ENDED, occasion, Map.ofEntries(entry("person", person), entry("deputy", deputy)));
    }

    /** A year's plan waits for approval. */
    public static Notice planToApprove(Occasion occasion, int year, int rows) {
        return new Notice(Template.PLAN_TO_APPROVE, occasion, Map.ofEntries(
                entry("year", String.valueOf(year)), entry("rows", String.valueOf(rows))));
    }

    /** An automatic step stopped; the engine's own message stays inside, it may quote what a person entered. */
    public static Notice incident(Occasion occasion, String stepName) {
        return new Notice(Template.INCIDENT, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("step", Discretion.task(occasion, stepName))));
    }

    /** The disk of papers is used to so many percent. */
    public static Notice papersDiskFull(Occasion occasion, int used) {
        return new Notice(Template.PAPERS_DISK_FULL, occasion, Map.of("used", String.valueOf(used)));
    }

    /** What a system was to do for an enterprise failed for good; who is responsible may do it by hand. */
    public static Notice systemStopped(Occasion occasion, String stepName) {
        return new Notice(Template.SYSTEM_STOPPED, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("step", Discretion.task(occasion, stepName))));
    }

    /** A day is planned; {@code kind} says in Vietnamese for what. */
    public static Notice appointmentPlanned(Occasion occasion, String kind, LocalDate day) {
        return ofAppointment(Template.APPOINTMENT_PLANNED, occasion, kind, day);
    }

    /** Another day is planned for the same. */
    public static Notice appointmentMoved(Occasion occasion, String kind, LocalDate day) {
        return ofAppointment(Template.APPOINTMENT_MOVED, occasion, kind, day);
    }

    /** Nothing takes place on that day, or not with this person. */
    public static Notice appointmentCancelled(Occasion occasion, String kind, LocalDate day) {
        return ofAppointment(Template.APPOINTMENT_CANCELLED, occasion, kind, day);
    }

    private static Notice ofAppointment(Template template, Occasion occasion, String kind, LocalDate day) {
        return new Notice(template, occasion, Map.ofEntries(
                entry("about", occasion.about()), entry("kind", kind), entry("day", DAY.format(day))));
    }

    private static Notice ofTask(Template template, Occasion occasion, String taskName, LocalDate due) {
        return new Notice(template, occasion, Map.ofEntries(
                entry("about", occasion.about()),
                entry("task", Discretion.task(occasion, taskName)),
                entry("due", due == null ? "chưa có hạn" : "hạn " + DAY.format(due)))).naming(taskName);
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
