package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application killed at random moments under eight clients and started again: what a client saw done is in the ledger,
 * the ledger and the engine agree, nothing is there twice, and no notice is lost. Once on the H2 file; in a run of everything
 * ten times on each database.
 */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int KILLS = 10;
    private static final int KILLS_OF_A_SAMPLE = 1;
    private static final long SEED = Long.getLong("outreach.kill.seed", 20_261_123);
    /** Tasks completed before each kill, however slow the machine is: a kill while nobody works would prove nothing. */
    private static final int TASKS_BEFORE_A_KILL = 11;
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 4_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void onceOnTheH2File() throws Exception {
        onTheH2File(KILLS_OF_A_SAMPLE);
    }

    @Test
    @Tag("everything")
    void againAndAgainOnTheH2File() throws Exception {
        onTheH2File(KILLS);
    }

    private void onTheH2File(int kills) throws Exception {
        try (RunningApplication application = new RunningApplication(home)) {
            Deeds deeds = kill(application, kills, SEED);
            JdbcDataSource file = new JdbcDataSource();
            file.setUrl(application.h2());
            file.setUser("sa");
            file.setPassword("");
            check(file, deeds, kills, application);
        }
    }

    @Test
    @Tag("everything")
    void againAndAgainOnPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RunningApplication application = new RunningApplication(home)) {
            application.with("spring.profiles.active", "postgres")
                    .with("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"))
                    .with("spring.datasource.username", "postgres")
                    .with("spring.datasource.password", "postgres");
            Deeds deeds = kill(application, KILLS, SEED + 1);
            check(server.getPostgresDatabase(), deeds, KILLS, application);
        }
    }

    private Deeds kill(RunningApplication application, int kills, long seed) throws Exception {
        LOG.info("Random seed {}", seed);
        Random dice = new Random(seed);
        application.with("outreach.demo", false)
                .with("outreach.admin.password", Office.ADMIN_PASSWORD)
                .with("outreach.letter-worker.interval", "PT0.5S")
                .with("outreach.notification.interval", "PT0.5S")
                .with("outreach.notification.collect", "PT0.5S")
                .with("outreach.notification.lease", "PT5S")
                .start();
        Office office = new Office(application);
        office.employ();
        Clients clients = new Clients(application, office, seed);
        try {
            for (int kill = 1; kill <= kills; kill++) {
                killOnce(application, clients, kill, SHORTEST_MILLIS + dice.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
                application.start();
            }
            quiet(application, office);
        } finally {
            clients.leave();
        }
        return clients.deeds();
    }

    private static void killOnce(RunningApplication application, Clients clients, int kill, int millis) throws Exception {
        int before = clients.deeds().completed.size();
        clients.begin(kill);
        await("work being done").atMost(Duration.ofSeconds(120))
                .until(() -> clients.deeds().completed.size() >= before + TASKS_BEFORE_A_KILL);
        Duration moment = Duration.ofMillis(millis);
        await().pollDelay(moment).pollInterval(Duration.ofMillis(10)).atMost(moment.plusSeconds(5)).until(() -> true);
        application.kill();
        clients.end();
        LOG.info("Kill {} after {} ms; {}", kill, millis, clients.deeds().summary());
    }

    /** No client works any more: the letters go out, and the dispatcher sends what is left. */
    private static void quiet(RunningApplication application, Office office) {
        await("letters and mails").atMost(Duration.ofSeconds(120)).until(() -> count(office, "/engine-rest/external-task/count", "count")
                        + count(office, "/api/v1/notifications?size=1&state=PENDING", "total")
                        + count(office, "/api/v1/notifications?size=1&state=SENDING", "total")
                == 0);
        application.stop();
    }

    private static int count(Office office, String path, String field) {
        return office.admin().get(path).ok().json().get(field).asInt();
    }

    private static void check(DataSource database, Deeds deeds, int kills, RunningApplication application) throws Exception {
        Aftermath aftermath = new Aftermath(database);
        LOG.info("{}; {}", deeds.summary(), aftermath.figures());
        aftermath.check(deeds, application.mails());
        assertThat(deeds.strange).as("answers that no client should get").isEmpty();
        assertThat(deeds.completed).as("tasks completed").hasSizeGreaterThanOrEqualTo(kills * TASKS_BEFORE_A_KILL);
    }
}
