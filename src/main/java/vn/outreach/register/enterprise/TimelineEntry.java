package vn.outreach.register.enterprise;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.ledger.EarlierSteps;

/**
 * Something that happened or waits at an enterprise. {@code user} recorded the outcome, was sent the notice, holds the
 * task or had the contact; {@code actedFor} is the absent person in whose place a deputy recorded the outcome;
 * {@code result} is the outcome's result, the notice's state or the readiness that was met; {@code said} is what the
 * outcome says to those who come after it, as far as the reader may know it.
 */
public record TimelineEntry(
        Kind kind,
        OffsetDateTime at,
        String id,
        @Nullable String phase,
        String step,
        @Nullable String text,
        @Nullable String result,
        @Nullable LocalDate occurredOn,
        @Nullable OffsetDateTime dueAt,
        String user,
        @Nullable String actedFor,
        List<EarlierSteps.Said> said) {

    /** Of somebody who stood in for nobody, and left no words for others. */
    public TimelineEntry(
            Kind kind,
            OffsetDateTime at,
            String id,
            @Nullable String phase,
            String step,
            String text,
            @Nullable String result,
            @Nullable LocalDate occurredOn,
            @Nullable OffsetDateTime dueAt,
            String user) {
        this(kind, at, id, phase, step, text, result, occurredOn, dueAt, user, null, List.of());
    }

    /** The day that people read beside it: of the act where it has one, else of its record. */
    LocalDate shownOn() {
        return occurredOn == null ? at.toLocalDate() : occurredOn;
    }

    public enum Kind {
        TASK,
        OUTCOME,
        NOTICE,
        CONTACT,
        PAPER
    }
}
