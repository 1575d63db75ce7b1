package vn.outreach.security.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.testing.TestDatabase;

/** The audit on a test's own database, without the application. */
public final class AuditFixture {

    private AuditFixture() {}

    public static AuditTrail on(TestDatabase database, CurrentUserProvider asking, Clock clock) {
        return on(database.dataSource(), database.transaction().getTransactionManager(), asking, clock);
    }

    public static AuditTrail on(
            DataSource dataSource, PlatformTransactionManager transactions, CurrentUserProvider asking, Clock clock) {
        return new AuditTrail(new AuditRows(new JdbcTemplate(dataSource)), transactions, asking, clock);
    }

    static AuditRows rows(TestDatabase database) {
        return new AuditRows(new JdbcTemplate(database.dataSource()));
    }
}
