package vn.outreach.register.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerFixture;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.testing.TestDatabase;

/** Counting what is reached makes nobody wait for another person's act. */
@Tag("both-databases")
class ActsAtOnceTest {

    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final int WRITERS = 16;
    private static final List<ReachingStep> STEPS = AchievementsFixture.steps("YES");

    private static final List<ReachingStep> STEEL_ONLY =
            STEPS.stream().filter(step -> step.measure() == Measure.ADMISSION).toList();

    /** Nobody commits before all have written: an act that waited for another's lock would never get there. */
    @Test
    void sixteenActsOfOneEnterprise_areWrittenBesideEachOther() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(WRITERS);
        try (TestDatabase database = TestDatabase.migrated()) {
            RegisterFixture.add(database, CLOCK, STEEL, "officer1");
            DriverManagerDataSource connections =
                    new DriverManagerDataSource(database.url(), database.user(), database.password());
            Achievements achievements = AchievementsFixture.on(JdbcClient.create(connections), STEPS);
            Ledger ledger = LedgerFixture.on(JdbcClient.create(connections), CLOCK, achievements);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
            CyclicBarrier allWrote = new CyclicBarrier(WRITERS);
            List<Future<Object>> acts = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                ReachingStep step = STEPS.get(writer % STEPS.size());
                String activity = "activity" + writer;
                acts.add(people.submit(() -> transaction.execute(status -> {
                    ledger.record(AchievementsFixture.entry(step, STEEL, activity, "officer1"), YesNo.YES);
                    return await(allWrote);
                })));
            }
            for (Future<Object> act : acts) {
                act.get(60, TimeUnit.SECONDS);
            }
            assertThat(database.jdbc().sql("select count(*) from plan_result").query(Integer.class).single()).isEqualTo(WRITERS);
            assertThat(achievements.differences()).isZero();
        } finally {
            people.shutdownNow();
        }
    }

    /** Two nodes fold while people record: nobody's act is lost or counted twice. */
    @Test
    void actsAreFoldedWhileOthersAreWritten() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        try (TestDatabase database = TestDatabase.migrated()) {
            RegisterFixture.add(database, CLOCK, STEEL, "officer1");
            Achievements achievements = AchievementsFixture.on(database, STEEL_ONLY);
            Ledger ledger = LedgerFixture.on(database, CLOCK, achievements);
            AchievementFold fold = AchievementsFixture.fold(database);
            fold.follow(2026, List.of(STEEL));
            TransactionTemplate transaction = database.transaction();
            List<Future<Object>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String activity = "activity" + writer + ".";
                work.add(people.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        String one = activity + i;
                        transaction.executeWithoutResult(status ->
                                ledger.record(AchievementsFixture.entry(STEEL_ONLY.get(0), STEEL, one, "officer1"), YesNo.YES));
                    }
                    return null;
                }));
            }
            for (int folder = 0; folder < 2; folder++) {
                work.add(people.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        fold.pass();
                    }
                    return null;
                }));
            }
            for (Future<Object> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
            fold.pass();
            assertThat(fold.differences()).isZero();
            assertThat(database.jdbc().sql("select sum(number) from reached_day").query(Integer.class).single()).isEqualTo(100);
        } finally {
            people.shutdownNow();
        }
    }

    private static Object await(CyclicBarrier barrier) {
        try {
            return barrier.await(40, TimeUnit.SECONDS);
        } catch (Exception waited) {
            throw new AssertionError("An act waits for another", waited);
        }
    }
}
