package vn.outreach.enterprise;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Something that happened or waits at an enterprise. {@code user} recorded the outcome, was sent the notice, holds the
 * task or had the contact; {@code result} is the outcome's result, the notice's state or the readiness that was met.
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
        String user) {

    public enum Kind { TASK, OUTCOME, NOTICE, CONTACT, PAPER }
}
