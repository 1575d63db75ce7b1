package vn.outreach.engine.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;

/**
 * The engine's clock as {@link Clock}: services take the time from here, so that tests and the demo round can set it.
 */
@Component
public final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(OutreachApplication.ZONE.toZoneId());
    }

    /** Stops the engine's time at this moment; the demo round walks through a year of days. */
    public static void set(Date moment) {
        ClockUtil.setCurrentTime(moment);
    }

    /** Lets the engine's time be the computer's again. */
    public static void reset() {
        ClockUtil.reset();
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
