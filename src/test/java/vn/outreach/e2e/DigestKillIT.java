package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application off for two months while a task passes its limit, and killed again and again while it sends the mails of
 * the day that its late timer wrote: each person has one, none is lost, and what may have gone twice says so.
 */
@Tag("everything")
class DigestKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(DigestKillIT.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BOARD = 120;
    private static final int KILLS = 3;
    /** Working days; two months lie between them, and the limit of the first task. */
    private static final LocalDate BEGIN = LocalDate.of(2026, 6, 2);
    private static final LocalDate AFTER = LocalDate.of(2026, 8, 4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void eachPersonHasOneMailOfTheDay_howeverOftenItsSenderIsKilled() throws Exception {
        try (RunningApplication application = new RunningApplication(home)) {
            application.with("outreach.demo", false).with("outreach.admin.password", Office.ADMIN_PASSWORD)
                    .with("outreach.notification.interval", "PT0.2S").with("outreach.notification.collect", "PT0.2S")
                    .with("outreach.notification.lease", "PT3S");
            application.start(at(BEGIN));
            Office office = new Office(application);
            office.employ();
            for (int i = 0; i < BOARD; i++) {
                Map<String, String> profile = Map.of("id", "uyvien" + i, "firstName", "Ủy viên", "lastName", "Số " + i, "email", "uyvien" + i + "@example.vn");
                office.admin().post("/engine-rest/user/create", Map.of("profile", profile, "credentials", Map.of("password", "Uy-vien-2026!"))).ok();
                office.admin().put("/engine-rest/group/steeringBoard/members/uyvien" + i, Map.of()).ok();
            }
            String taxCode = TaxCodes.next();
            office.as("officer1").post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Để Lâu", "zone", "Phú Mỹ I",
                    "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1")).ok();
            office.as("officer1").startCase(taxCode).ok();
            application.stop();

            for (int kill = 0; kill < KILLS; kill++) {
                int before = mails(application).size();
                application.start(at(AFTER));
                await("some mails of the day").atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20))
                        .until(() -> mails(application).size() > before + BOARD / (KILLS + 2));
                application.kill();
                LOG.info("Killed with {} mails", mails(application).size());
            }
            application.start(at(AFTER));
            await("all of them").atMost(Duration.ofSeconds(90)).until(() -> waiting(office, "PENDING") + waiting(office, "SENDING") == 0);
            application.stop();
            check(application);
        }
    }

    private static int waiting(Office office, String state) {
        return office.admin().get("/api/v1/notices?counts=true&size=1").ok().json().get("counts").get(state).asInt();
    }

    private static void check(RunningApplication application) throws Exception {
        JdbcDataSource file = new JdbcDataSource();
        file.setUrl(application.h2());
        file.setUser("sa");
        file.setPassword("");
        try (Connection connection = file.getConnection(); Statement statement = connection.createStatement()) {
            String digests = " from notification where template = 'daily-digest' and recipient like 'uyvien%'";
            assertThat(number(statement, "select count(*)" + digests)).as("one for each").isEqualTo(BOARD);
            assertThat(number(statement, "select count(distinct recipient)" + digests)).isEqualTo(BOARD);
            assertThat(number(statement, "select count(*)" + digests + " and state = 'SENT'")).as("none is lost").isEqualTo(BOARD);
            assertThat(number(statement, "select count(*) from notification where state not in ('SENT', 'DROPPED', 'BELL_ONLY')")).isZero();
            assertThat(number(statement, "select count(*) from overdue_told where stage = 'BOARD'")).as("told once").isEqualTo(1);
            int repeated = number(statement, "select count(*) from notification where possibly_repeated = true");
            LOG.info("{} mails say that they may have been sent twice", repeated);
            assertThat(repeated).as("at most the one that each kill met").isLessThanOrEqualTo(KILLS);
            Set<String> sent = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery("select distinct message_id from notification where state = 'SENT'")) {
                while (rows.next()) {
                    sent.add(rows.getString(1).replaceAll("[<>]", "") + ".eml");
                }
            }
            assertThat(mails(application)).as("each has its mail, and no mail is nobody's").containsAll(sent);
        }
    }

    private static int number(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Set<String> mails(RunningApplication application) {
        if (!Files.isDirectory(application.mails())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(application.mails())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
