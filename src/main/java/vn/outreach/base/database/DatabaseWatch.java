package vn.outreach.base.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/**
 * Knows from memory whether PostgreSQL answers, by a connection of its own that waits behind no other work. Says so in
 * one line a minute. Where the database is a part of the process it is never away.
 */
@Component
public class DatabaseWatch implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final int SECONDS_TO_ANSWER = 1;

    private final DatabaseAddress address;
    private final Clock clock;
    private @Nullable Connection probe;
    private Instant lastLine = Instant.EPOCH;
    private volatile boolean away;

    DatabaseWatch(Environment settings, Clock clock) {
        this.address = DatabaseAddress.of(settings);
        this.clock = clock;
    }

    public boolean isAway() {
        return away;
    }

    @Override
    public Duration interval() {
        return BETWEEN_LOOKS;
    }

    @Override
    public void pass() {
        if (!address.isPostgres()) {
            return;
        }
        try {
            look();
            if (away) {
                away = false;
                lastLine = Instant.EPOCH;
                LOG.info("Cơ sở dữ liệu {} trả lời lại.", address.shown());
            }
        } catch (SQLException gone) {
            away = true;
            tell(Unreachable.reason(gone));
        }
    }

    private void look() throws SQLException {
        if (probe != null && probe.isValid(SECONDS_TO_ANSWER)) {
            return;
        }
        if (probe != null) {
            Connection broken = probe;
            probe = null;
            broken.abort(Runnable::run);
        }
        probe = address.connect();
    }

    /** Something failed for want of the database, or of a connection to it: said in a line as often. */
    void failed(Throwable failure) {
        if (DatabaseAway.isBusy(failure) && !away) {
            say("Mọi kết nối tới cơ sở dữ liệu %s đều đang bận. Yêu cầu chờ quá lâu được trả lời 503.");
        } else {
            tell(Unreachable.reason(failure));
        }
    }

    private void tell(String reason) {
        say("Cơ sở dữ liệu %s không trả lời: " + reason + ". Các yêu cầu được trả lời 503.");
    }

    private synchronized void say(String line) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).abs().compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            LOG.error(line.formatted(address.shown()));
        }
    }
}
