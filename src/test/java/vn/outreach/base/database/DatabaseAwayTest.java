package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.TransactionSystemException;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.TestDatabase;

@Tag("both-databases")
class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "53300, true", "23505, false", "40001, false", ", false"})
    void theStateOfAFailureSaysWhetherTheDatabaseIsThere(String state, boolean away) {
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(new SQLException("x", state)))).isEqualTo(away);
    }

    @Test
    void aPoolThatIsBusyIsNoDatabaseThatIsAway() {
        SQLException busy = new SQLTransientConnectionException("Connection is not available, request timed out after 2500ms");
        SQLException away = new SQLTransientConnectionException("Connection is not available", "08001", new ConnectException("refused"));
        assertThat(List.of(busy, away)).allMatch(DatabaseAway::isCauseOf);
        Refusal told = DatabaseAway.refusal(new IllegalStateException(busy));
        assertThat(told.code()).isEqualTo("database-busy");
        assertThat(told.retryAfter()).isPositive();
        assertThat(told.kind().status()).isEqualTo(503);
        assertThat(DatabaseAway.refusal(new IllegalStateException(away)).code()).isEqualTo("database-away");
        assertThat(DatabaseAway.refusal(new SQLException("x", "57P01")).code()).isEqualTo("database-away");
    }

    @Test
    void thePoolItselfSaysSo() throws SQLException {
        try (TestDatabase database = TestDatabase.empty(); HikariDataSource one = database.pool(1); Connection held = one.getConnection()) {
            assertThat(held.isClosed()).isFalse();
            assertThat(catchThrowable(one::getConnection)).matches(DatabaseAway::isBusy);
        }
    }

    /** Where the network stops answering without an end, nothing else ends a statement. */
    @ParameterizedTest
    @ValueSource(strings = {"application-postgres.yml", "application-production.yml"})
    void aStatementWaitsForSecondsOnly_butAMigrationDoes(String file) throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader().load(file, new ClassPathResource(file)).get(0);
        assertThat((Integer) settings.getProperty("spring.datasource.hikari.data-source-properties.socketTimeout")).isBetween(5, 20);
        assertThat(settings.getProperty("spring.flyway.url")).isEqualTo("${spring.datasource.url}");
    }

    /** While a newer node migrates, statements that the older one has prepared are prepared anew instead of failing. */
    @ParameterizedTest
    @ValueSource(strings = {"application-postgres.yml", "application-production.yml"})
    void aStatementOutlivesTheMigrationOfANewerNode(String file) throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader().load(file, new ClassPathResource(file)).get(0);
        assertThat(settings.getProperty("spring.datasource.hikari.data-source-properties.autosave")).isEqualTo("conservative");
    }

    @Test
    void aRollbackThatFailsOnALostConnectionHidesNothing() {
        TransactionSystemException rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.isCauseOf(rollback)).isFalse();
        rollback.initApplicationException(new IllegalStateException(new SQLException("terminating connection", "57P01")));
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(rollback))).isTrue();
    }
}
