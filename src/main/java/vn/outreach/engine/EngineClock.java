package vn.outreach.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;

/** The engine's clock as {@link Clock}: services take the time from here, so that tests and the demo round can set it. */
@Component
final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(OutreachApplication.ZONE.toZoneId());
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
