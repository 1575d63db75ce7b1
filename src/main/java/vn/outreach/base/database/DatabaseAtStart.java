package vn.outreach.base.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Waits for the database before anything is built that needs it, and for the other nodes that are just starting on it.
 * After a power cut a database often comes back later than the application. Registered in
 * {@code META-INF/spring.factories}, behind the look at the settings of a production.
 */
class DatabaseAtStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ReleasedTriggers.announce();
        DatabaseAddress address = DatabaseAddress.of(context.getEnvironment());
        Duration patience =
                DurationStyle.detectAndParse(context.getEnvironment().getProperty("outreach.database.patience", "5m"));
        StartLock lock = address.isOutside() ? await(address, patience) : StartLock.notNeeded();
        context.getBeanFactory().registerSingleton("startLock", lock);
        // A start that fails frees the lock too, also where the process goes on, as in a test.
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("startLock", lock::close);
    }

    private static StartLock await(DatabaseAddress address, Duration patience) {
        long givenUp = System.nanoTime() + patience.toNanos();
        long nextLine = System.nanoTime();
        while (true) {
            String line;
            try {
                StartLock lock = lock(address);
                if (lock != null) {
                    return lock;
                }
                line = "Một nút khác đang khởi động trên %s; nút này chờ đến lượt.".formatted(address.shown());
                // Somebody works there: that may take as long as a demo round or a large migration.
                givenUp = System.nanoTime() + patience.toNanos();
            } catch (SQLException away) {
                line = "Chưa kết nối được cơ sở dữ liệu %s: %s.".formatted(address.shown(), Unreachable.reason(away));
            }
            if (System.nanoTime() >= givenUp) {
                throw new DatabaseNotThere(
                        line + " Đã chờ %d giây, hệ thống dừng lại.".formatted(patience.toSeconds()));
            }
            if (System.nanoTime() >= nextLine) {
                nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
                LOG.warn(line);
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** @return null while another node holds the lock */
    private static @Nullable StartLock lock(DatabaseAddress address) throws SQLException {
        Connection connection = address.connect();
        StartLock lock = null;
        try {
            lock = address.isPostgres() ? StartLock.tryOn(connection) : StartLock.notNeeded();
            return lock;
        } finally {
            if (lock == null || !address.isPostgres()) {
                connection.close();
            }
        }
    }

    /** Last, and behind the look at a production's settings: whatever else prepares the settings has done so. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
