package vn.outreach.enterprise;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Something that happened or waits at an enterprise. {@code user} recorded the outcome, was sent the notice or holds the
 * task; {@code result} is the outcome's result or the notice's state.
 */
record TimelineEntry(
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

    enum Kind { TASK, OUTCOME, NOTICE }
}
