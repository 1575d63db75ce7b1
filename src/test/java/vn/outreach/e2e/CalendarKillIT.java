package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The application killed while limits move for a new day off, and started again: each has moved, and none of them twice. */
@Tag("everything")
class CalendarKillIT {

    private static final int SURVEYS = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void limitsThatHadHalfMoved_haveAllMoved_noneTwice() throws Exception {
        try (RunningApplication application = new RunningApplication(home).with("outreach.calendar.batch", 1).start()) {
            String taxCode = "";
            for (int i = 0; i < SURVEYS; i++) {
                taxCode = TaxCodes.next();
                application.as("officer1").post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Dời Hạn " + i, "zone", "Phú Mỹ I",
                        "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1")).ok();
                application.as("officer1").startCase(taxCode).ok();
            }
            String due = application.as("officer1").get("/api/v1/tasks?enterprise=" + taxCode).json().get("items").get(0).get("dueAt").asText();
            List<Map<String, Object>> storm = List.of(Map.of("day", due.substring(0, 10), "name", "Nghỉ tránh bão", "source", "Công điện"));
            int all = left(application, storm);
            assertThat(all).isGreaterThanOrEqualTo(SURVEYS);

            application.as("office").put("/api/v1/holidays", storm).ok();
            await("some limits").pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(60))
                    .until(() -> left(application, storm), left -> left > 0 && left < all);
            application.kill();
            application.start();
            await("all limits").atMost(Duration.ofSeconds(120)).until(() -> left(application, storm) == 0);

            application.stop();
            assertThat(count(application, "select count(*) from outcome where activity_instance_id like 'calendar:%'")).isEqualTo(all);
            assertThat(count(application, "select count(distinct substring(activity_instance_id from 1 for 46)) from outcome where activity_instance_id like 'calendar:%'"))
                    .isEqualTo(all);
        }
    }

    /** How many open tasks are still to move for this day. */
    private static int left(RunningApplication application, List<Map<String, Object>> day) {
        return application.as("office").post("/api/v1/holidays:preview", Map.of("items", day)).ok().json().get("moving").asInt();
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
