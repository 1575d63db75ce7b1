package vn.outreach.work.profile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.register.ledger.EarlierSteps;
import vn.outreach.work.reminder.ContactsDue;

/**
 * What the page of one enterprise shows, in the words that people read. {@code underWay} names the phases that run
 * beyond the stage. {@code caseInCockpit} is the address of the running case, null where none runs or this reader does
 * not open Cockpit. Timeline entries beyond the newest are only counted. {@code kept} are the records beside register
 * and ledger that this reader may look into. {@code contactDue} is there where nobody spoke with the enterprise for too
 * long, and null for who may not read contacts.
 */
record Profile(
        String taxCode,
        String name,
        Word stage,
        List<String> underWay,
        List<Figure> figures,
        Person responsible,
        List<Phase> phases,
        @Nullable PlanRow plan,
        List<Task> tasks,
        List<Waiting> waiting,
        List<Event> timeline,
        int timelineTotal,
        @Nullable String caseInCockpit,
        List<TimelineEntry.Kind> kept,
        ContactsDue.@Nullable Due contactDue) {

    /** A code for programs and its words for people. */
    record Word(String code, String words) {}

    /** A user of the product. */
    record Person(String id, String name) {}

    /**
     * Something the register knows. {@code value} is a number, a day, yes or no, or the words of a choice; null = not
     * known. {@code trueOn} and {@code saidBy} are null for what is older than the register's entries.
     */
    record Figure(
            String field,
            String label,
            @Nullable Object value,
            @Nullable LocalDate trueOn,
            @Nullable Person saidBy) {}

    enum State {
        DONE,
        RUNNING,
        PAUSED,
        SKIPPED,
        ENDED,
        NOT_YET,
        HIDDEN
    }

    /** {@code day} is the day of the state; {@code result} the words of what an ended phase came to. */
    record Phase(
            String phase,
            String name,
            State state,
            @Nullable LocalDate day,
            @Nullable String result) {}

    /** The enterprise's row in the newest approved plan that has one. */
    record PlanRow(
            int year,
            String status,
            Integer admissionTarget,
            Person responsible,
            @Nullable String unit,
            @Nullable String unitName,
            Integer priority) {}

    /**
     * A task that waits and that this reader may see; {@code dueInWorkingDays} is below zero for what is overdue, and a
     * guess where it runs into a year {@code daysOffUnknown}.
     */
    record Task(
            String id,
            String name,
            String phase,
            Person assignee,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable Integer dueInWorkingDays,
            @Nullable Integer daysOffUnknown) {}

    /**
     * What a system is to do; {@code stopped} once its tries are used up. {@code byHand} where this reader may record a
     * letter as sent.
     */
    record Waiting(String name, String phase, OffsetDateTime since, boolean stopped, boolean byHand) {}

    /**
     * Something that happened. {@code day} is the day of the act, where it has one; {@code code} the kind of a contact
     * or the state of a notice; {@code actedFor} is the absent person in whose place a deputy did it; {@code said} is
     * what the step left for others.
     */
    record Event(
            String kind,
            OffsetDateTime at,
            @Nullable LocalDate day,
            @Nullable String phase,
            @Nullable String title,
            @Nullable String result,
            @Nullable String code,
            Person person,
            Person actedFor,
            List<EarlierSteps.Said> said) {}
}
