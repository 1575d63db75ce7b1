package vn.outreach.base.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The database's part of the health probe, from memory: a probe that waits for a connection says nothing in time. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealthIndicator(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.isAway() ? Health.down().build() : Health.up().build();
    }
}
