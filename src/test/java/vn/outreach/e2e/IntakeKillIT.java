package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.intake.Lists;
import vn.outreach.testing.OutreachTest;

/** The application killed while it writes a list, and started again: each row is written, and none of them twice. */
@Tag("everything")
class IntakeKillIT {

    private static final int ROWS = 3_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void aListThatWasHalfWritten_isWrittenToItsEnd_noRowTwice() throws Exception {
        List<Object[]> rows = new ArrayList<>();
        rows.add(Lists.cells("Tên doanh nghiệp", "Mã số thuế", "KCN", "Số lao động"));
        for (int i = 0; i < ROWS; i++) {
            rows.add(Lists.cells("Công ty Nạp Dở " + i, OutreachTest.newTaxCode(), "Phú Mỹ I", 100));
        }
        try (RunningApplication application = new RunningApplication(home).with("outreach.intake.batch", 200).start()) {
            JsonNode list = lists(application).take("REGISTER", "Danh sách.xlsx", Lists.sheet("A", rows.toArray(Object[][]::new))).json();
            lists(application).send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));
            await("some rows").atMost(Duration.ofSeconds(60)).until(() -> state(application, list).get("written").asInt() > 0);
            application.kill();
            application.start();
            await("all rows").atMost(Duration.ofSeconds(120)).until(() -> state(application, list).get("state").asText().equals("APPLIED"));
            assertThat(state(application, list).get("written").asInt()).isEqualTo(ROWS);
            application.stop();
            assertThat(count(application, "select count(*) from enterprise where name like 'Công ty Nạp Dở %'")).isEqualTo(ROWS);
            assertThat(count(application, "select count(*) from register_entry where source like 'Danh sách %'")).isEqualTo(ROWS);
            assertThat(count(application, "select count(*) from audit where action = 'LIST_APPLIED'")).isEqualTo(1);
        }
    }

    private static JsonNode state(RunningApplication application, JsonNode list) {
        return lists(application).get("/" + list.get("id")).json();
    }

    private static Lists lists(RunningApplication application) {
        return new Lists(URI.create(application.address()).getPort(), "organisation", "organisation");
    }

    private static int count(RunningApplication application, String sql) throws Exception {
        JdbcDataSource file = new JdbcDataSource();
        file.setUrl(application.h2());
        file.setUser("sa");
        file.setPassword("");
        try (Connection connection = file.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
