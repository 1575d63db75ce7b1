package vn.outreach.enterprise;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Something that happened or waits at an enterprise. {@code user} recorded the outcome, was sent the notice, holds the
 * task or had the contact; {@code actedFor} is the absent person in whose place a deputy recorded the outcome; {@code
 * result} is the outcome's result, the notice's state or the readiness that was met.
 */
public record TimelineEntry(
        Kind kind,
        OffsetDateTime at,
        String id,
        String phase,
        String step,
        String text,
        String result,
        LocalDate occurredOn,
        OffsetDateTime dueAt,
        String user,
        String actedFor) {

    /** Of somebody who stood in for nobody. */
    public TimelineEntry(Kind kind, OffsetDateTime at, String id, String phase, String step, String text, String result,
            LocalDate occurredOn, OffsetDateTime dueAt, String user) {
        this(kind, at, id, phase, step, text, result, occurredOn, dueAt, user, null);
    }

    public enum Kind { TASK, OUTCOME, NOTICE, CONTACT, PAPER }
}
