package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;

/** A start waits for other starts on the same PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAtStartIT {

    @Test
    void aSecondNodeWaitsUntilTheFirstIsThrough(CapturedOutput log) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            GenericApplicationContext first = DatabaseAtStartTest.begin(url(server), "postgres", "1s");
            Thread second = new Thread(() -> DatabaseAtStartTest.begin(url(server), "postgres", "1s").close());
            second.start();
            Awaitility.await().until(() -> log.getOut().contains("Một nút khác đang khởi động trên " + url(server).split("\\?")[0]));
            second.join(Duration.ofSeconds(2).toMillis());
            assertThat(second.isAlive()).as("waits on, whatever its patience with an absent database").isTrue();
            first.close();
            second.join(Duration.ofSeconds(20).toMillis());
            assertThat(second.isAlive()).isFalse();
        }
    }

    @Test
    void aDatabaseOfAnotherNameIsSaidToBeMissing() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String missing = server.getJdbcUrl("postgres", "nobodys");
            assertThatThrownBy(() -> DatabaseAtStartTest.begin(missing, "postgres", "1s"))
                    .isInstanceOf(DatabaseNotThere.class)
                    .hasMessageContaining("không có cơ sở dữ liệu tên này");
        }
    }

    private static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres");
    }
}
