package vn.outreach.web.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.util.unit.DataSize;

/**
 * How fast a body must come once its first moments are over. Each span is measured by itself: who was fast at first may
 * not trickle afterwards.
 */
final class LeastSpeed {

    private static final Duration SPAN = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final long leastOfSpan;
    private long spanBegins;
    private long inSpan;

    /**
     * @param least how many bytes a second
     * @param grace how long nothing is asked
     * @param nanos what time it is, as {@link System#nanoTime}
     */
    LeastSpeed(DataSize least, Duration grace, LongSupplier nanos) {
        this.nanos = nanos;
        this.leastOfSpan = least.toBytes() * SPAN.toSeconds();
        this.spanBegins = nanos.getAsLong() + grace.toNanos();
    }

    /** Counts what has come; false when too little has. */
    boolean keeps(int bytes) {
        long now = nanos.getAsLong();
        if (now < spanBegins) {
            return true;
        }
        inSpan += bytes;
        if (now - spanBegins < SPAN.toNanos()) {
            return true;
        }
        boolean enough = inSpan >= leastOfSpan;
        spanBegins = now;
        inSpan = 0;
        return enough;
    }
}
