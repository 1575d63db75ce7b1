package vn.outreach.work.task;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.contact.LastContacts;
import vn.outreach.register.enterprise.Stage;

/**
 * An open task as lists and cards show it: what is to do, until when, for which enterprise, by whom. Of an admission it
 * says no more than of any other task. {@code dueInWorkingDays} is below zero where the task is overdue, and null where
 * it has no limit; {@code daysOffUnknown} is the first year until then whose days off nobody has entered: the count is
 * a guess.
 */
public record TaskLine(
        String id,
        String name,
        String phase,
        String phaseName,
        String step,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable Integer dueInWorkingDays,
        @Nullable Integer daysOffUnknown,
        boolean overdue,
        int priority,
        @Nullable Person assignee,
        List<Unit> units,
        @Nullable Enterprise enterprise,
        LastContacts.@Nullable LastMet lastContact) {

    /** The user's full name, or the id of one who is no longer there. */
    public record Person(String id, String name) {}

    public record Unit(String id, String name) {}

    public record Enterprise(
            String taxCode, String name, String zone, Integer workers, Stage stage, String stageName) {}
}
