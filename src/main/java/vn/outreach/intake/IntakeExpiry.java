package vn.outreach.intake;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/** Forgets the senders' files once their lists can no longer be taken back. */
@Component
class IntakeExpiry implements Background {

    private final Intakes intakes;
    private final IntakeSettings settings;
    private final Clock clock;

    IntakeExpiry(Intakes intakes, IntakeSettings settings, Clock clock) {
        this.intakes = intakes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void pass() {
        intakes.forgetFilesBefore(clock.instant().minus(settings.undoFor()));
    }
}
