package vn.outreach.web.http;

import java.time.Duration;

/** A span of real time that somebody at the other end of a connection has: whatever day the engine's clock shows. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
