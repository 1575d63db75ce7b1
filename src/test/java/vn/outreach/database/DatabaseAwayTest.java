package vn.outreach.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "53300, true", "23505, false", "40001, false", ", false"})
    void theStateOfAFailureSaysWhetherTheDatabaseIsThere(String state, boolean away) {
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(new SQLException("x", state)))).isEqualTo(away);
    }

    @Test
    void aRollbackThatFailsOnALostConnectionHidesNothing() {
        TransactionSystemException rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.isCauseOf(rollback)).isFalse();
        rollback.initApplicationException(new IllegalStateException(new SQLException("terminating connection", "57P01")));
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(rollback))).isTrue();
    }
}
