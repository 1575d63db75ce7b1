package vn.outreach.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.outreach.OutreachApplication;

/**
 * Whoever gets no answer sends the same once more. The same row by the same person within these minutes is one row: the
 * second time answers the first.
 */
public final class SentAgain {

    private static final Duration WITHIN = Duration.ofMinutes(5);

    private SentAgain() {}

    /** The moment from which a row is taken for the one that is sent now. */
    public static OffsetDateTime since(Clock clock) {
        return since(clock.instant());
    }

    /** The same for a clock of the engine's. */
    public static OffsetDateTime since(Instant now) {
        return now.minus(WITHIN).atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
