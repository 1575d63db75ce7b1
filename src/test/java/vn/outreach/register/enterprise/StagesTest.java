package vn.outreach.register.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.Source;
import vn.outreach.testing.TestDatabase;

/** The rules of lifecycle.md §5: the first that holds is the stage, judged on the newest case only. */
@Tag("both-databases")
class StagesTest {

    private static final String STEEL = "0100047516";

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = database.jdbc();
    private final Stages stages = new Stages(jdbc, new EnterpriseRows(jdbc));
    private final Enterprises enterprises = RegisterFixture.on(database, Clock.systemDefaultZone());

    @BeforeEach
    void register() {
        RegisterFixture.add(database, Clock.systemDefaultZone(), STEEL, "officer1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEnterpriseInAPlan_isPlanned_onceThePlanIsApproved() {
        assertStage(Stage.REGISTERED);
        jdbc.sql("insert into plan (plan_year, status) values (2026, 'DRAFT')").update();
        jdbc.sql("insert into plan_row (plan_year, tax_code, status) values (2026, ?, 'PLANNED')").param(STEEL).update();
        assertStage(Stage.REGISTERED);
        jdbc.sql("update plan set status = 'SUBMITTED'").update();
        assertStage(Stage.REGISTERED);
        jdbc.sql("update plan set status = 'APPROVED'").update();

        assertStage(Stage.PLANNED);
    }

    @Test
    void aCaseGoesThroughTheStages() {
        umbrella("c-1", "2026-01-01", null, null);
        running("survey", STEEL);
        assertStage(Stage.PLANNED);

        outcome("c-1", "survey", "conductSurvey", "COMPLETED");
        register(EnterpriseField.SURVEYED_ON);
        assertStage(Stage.SURVEYED);

        ended("survey");
        running("ownerPersuasion", STEEL);
        assertStage(Stage.SURVEYED);

        outcome("c-1", "ownerPersuasion", "meetOwner", "DEFERRED");
        assertStage(Stage.PERSUASION);

        outcome("c-1", "ownerPersuasion", "meetOwner", "AGREED");
        register(EnterpriseField.OWNER_AGREED_ON);
        ended("ownerPersuasion");
        running("unionFounding", STEEL);
        assertStage(Stage.UNION);

        outcome("c-1", "unionFounding", "end", "RECOGNISED");
        ended("unionFounding");
        assertStage(Stage.MOBILE_CELL);

        running("partyCellFounding", STEEL);
        assertStage(Stage.CELL_FILE);

        ended("partyCellFounding");
        register(EnterpriseField.CELL_FOUNDED_ON);
        assertStage(Stage.CELL_FOUNDED);

        running("memberAdmission", "UV-2026-0001");
        assertStage(Stage.ADMISSION);

        ended("memberAdmission");
        jdbc.sql("update outreach_case set ended_at = current_timestamp, result = 'COMPLETED'").update();
        assertStage(Stage.COMPLETED);
    }

    @Test
    void aRefusal_pausesUntilTheOwnerIsMetAgain() {
        umbrella("c-1", "2026-01-01", null, null);
        outcome("c-1", "ownerPersuasion", "meetOwner", "REFUSED");
        assertStage(Stage.REFUSED_PAUSED);

        outcome("c-1", "ownerPersuasion", "meetOwner", "DEFERRED");
        assertStage(Stage.PERSUASION);
    }

    @Test
    void aCorrection_movesNoStage() {
        umbrella("c-1", "2026-01-01", null, null);
        outcome("c-1", "ownerPersuasion", "meetOwner", "DEFERRED");
        jdbc.sql("""
                insert into outcome (tax_code, case_id, phase, step, result, occurred_on, recorded_by, recorded_at, round,
                    source, corrects)
                select tax_code, case_id, phase, step, 'REFUSED', occurred_on, recorded_by, recorded_at, round, source, id
                from outcome""").update();

        assertStage(Stage.PERSUASION);
    }

    @Test
    void anOwnerWhoOnlyWantsAUnion_isStillBeingPersuaded() {
        umbrella("c-1", "2026-01-01", null, null);
        outcome("c-1", "ownerPersuasion", "meetOwner", "AGREED_UNION_ONLY");
        outcome("c-1", "unionFounding", "end", "RECOGNISED");

        assertStage(Stage.PERSUASION);
    }

    @Test
    void aSkippedUnion_isAnswered() {
        register(EnterpriseField.OWNER_AGREED_ON);
        umbrella("c-1", "2026-01-01", null, null);
        outcome("c-1", "unionFounding", "skipped", "SKIPPED");

        assertStage(Stage.MOBILE_CELL);
    }

    @Test
    void whileAUnionIsOfferedAgain_theEnterpriseStillWaitsForMembers() {
        register(EnterpriseField.OWNER_AGREED_ON);
        umbrella("c-1", "2026-01-01", null, null);
        outcome("c-1", "unionFounding", "end", "NOT_FORMED");
        running("unionFounding", STEEL);

        assertStage(Stage.MOBILE_CELL);
    }

    @ParameterizedTest
    @CsvSource({"PAUSED, REFUSED_PAUSED", "NOT_FEASIBLE, NOT_FEASIBLE", "COMPLETED, COMPLETED", "ENTERPRISE_CLOSED, CLOSED"})
    void anEndedCase_leavesItsResult(String result, Stage stage) {
        register(EnterpriseField.CELL_FOUNDED_ON);
        umbrella("c-1", "2026-01-01", "2026-06-01", result);

        assertStage(stage);
    }

    @Test
    void theNewestCaseCounts_aRunningOneFirst() {
        umbrella("c-1", "2026-03-01", "2026-04-01", "PAUSED");
        umbrella("c-2", "2026-05-01", "2026-06-01", "NOT_FEASIBLE");
        assertStage(Stage.NOT_FEASIBLE);

        umbrella("c-3", "2026-02-01", null, null);
        assertStage(Stage.PLANNED);
    }

    @Test
    void aClosedEnterprise_isClosedWhateverElseHolds() {
        running("memberAdmission", "UV-2026-0001");
        assertStage(Stage.ADMISSION);

        register(EnterpriseField.CLOSED_ON);
        assertStage(Stage.CLOSED);
    }

    @Test
    void anOldSurveyThatIsDoneAgain_isNoSurveyOfThisCase() {
        register(EnterpriseField.SURVEYED_ON);
        assertStage(Stage.SURVEYED);

        umbrella("c-1", "2026-01-01", null, null);
        running("survey", STEEL);
        assertStage(Stage.PLANNED);
    }

    @Test
    void twoTransactionsAtOnce_leaveTheStageOfBoth() throws Exception {
        CountDownLatch planned = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> founding = database.transaction().execute(status -> {
            running("partyCellFounding", STEEL);
            stages.refresh(STEEL);
            Future<?> second = other.submit(() -> database.transaction().executeWithoutResult(inner -> {
                register(EnterpriseField.SURVEYED_ON);
                planned.countDown();
            }));
            awaitBlocked(planned);
            return second;
        });
        founding.get();
        other.shutdown();

        assertThat(enterprises.require(STEEL).stage()).isEqualTo(Stage.CELL_FILE);
    }

    @Test
    void aTransaction_writesTheStageOnce_beforeItCommits() {
        database.transaction().executeWithoutResult(status -> {
            running("partyCellFounding", STEEL);
            stages.refresh(STEEL);
            assertThat(stored()).as("not yet").isEqualTo("REGISTERED");
            ended("partyCellFounding");
            running("unionFounding", STEEL);
            stages.refresh(STEEL);
        });

        assertThat(stored()).isEqualTo("UNION");
    }

    @Test
    void aTransactionThatIsRolledBack_leavesNoStage() {
        database.transaction().executeWithoutResult(status -> {
            running("partyCellFounding", STEEL);
            stages.refresh(STEEL);
            status.setRollbackOnly();
        });

        assertThat(stored()).isEqualTo("REGISTERED");
    }

    @Test
    void whoReadsWhatTheTransactionWrote_readsItsStage() {
        database.transaction().executeWithoutResult(status -> {
            assertThat(enterprises.require(STEEL).surveyedOn()).isNull();
            register(EnterpriseField.SURVEYED_ON);
            assertThat(enterprises.require(STEEL).surveyedOn()).isNotNull();
            assertThat(enterprises.written(STEEL).stage()).isEqualTo(Stage.SURVEYED);
        });
    }

    @Test
    void whatATransactionWritesOfMany_movesEachToItsStage() {
        String glass = "3500370371";
        String shoes = "0100112437";
        RegisterFixture.add(database, Clock.systemDefaultZone(), glass, "officer1");
        RegisterFixture.add(database, Clock.systemDefaultZone(), shoes, "officer1");
        database.transaction().executeWithoutResult(status -> {
            register(EnterpriseField.SURVEYED_ON);
            enterprises.apply(glass, new RegisterChange().set(EnterpriseField.CELL_FOUNDED_ON, LocalDate.of(2026, 3, 2)));
            enterprises.apply(shoes, new RegisterChange().set(EnterpriseField.WORKERS, 3));
        });

        assertThat(jdbc.sql("select stage from enterprise where tax_code in (?, ?, ?) order by tax_code").params(STEEL, shoes, glass)
                .query(String.class).list()).containsExactly("SURVEYED", "REGISTERED", "CELL_FOUNDED");
    }

    @Test
    void aTransaction_readsAnEnterpriseOnce_andTheNextOneReadsItAnew() {
        database.transaction().executeWithoutResult(status -> {
            enterprises.require(STEEL);
            jdbc.sql("update enterprise set workers = 7 where tax_code = ?").param(STEEL).update();
            assertThat(enterprises.require(STEEL).workers()).isEqualTo(1000);
        });
        database.transaction().executeWithoutResult(status -> assertThat(enterprises.require(STEEL).workers()).isEqualTo(7));
    }

    @Test
    void whatIsHeld_isReadAsItIsNow() {
        database.transaction().executeWithoutResult(status -> {
            enterprises.require(STEEL);
            jdbc.sql("update enterprise set workers = 7 where tax_code = ?").param(STEEL).update();
            assertThat(enterprises.lock(STEEL).workers()).isEqualTo(7);
        });
    }

    @Test
    void onlyStepsThatAStageDependsOn_changeIt() {
        database.transaction().executeWithoutResult(status -> {
            running("unionFounding", STEEL);
            stages.recorded(row("holdCongress"));
        });
        assertThat(stored()).isEqualTo("REGISTERED");
        database.transaction().executeWithoutResult(status -> stages.recorded(row("end")));
        assertThat(stored()).isEqualTo("UNION");
    }

    private static Outcome row(String step) {
        return new Outcome(1, STEEL, null, "unionFounding", step, "DONE", LocalDate.of(2026, 1, 15), "officer1", null, null,
                2026, 1, Source.PERSON, null, "p", "c-1", "a", null, Map.of());
    }

    private String stored() {
        return jdbc.sql("select stage from enterprise where tax_code = ?").param(STEEL).query(String.class).single();
    }

    /** The second transaction waits for our row: it must not get through while we hold it. */
    private static void awaitBlocked(CountDownLatch through) {
        try {
            assertThat(through.await(300, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertStage(Stage stage) {
        stages.refresh(STEEL);
        assertThat(enterprises.require(STEEL).stage()).isEqualTo(stage);
    }

    private void register(EnterpriseField field) {
        enterprises.apply(STEEL, new RegisterChange().set(field, LocalDate.of(2026, 1, 15)));
    }

    private void umbrella(String id, String start, String end, String result) {
        jdbc.sql("""
                insert into outreach_case (process_instance_id, tax_code, started_at, ended_at, result)
                values (?, ?, cast(? as date), cast(? as date), ?)""").params(id, STEEL, start, end, result).update();
    }

    private void running(String process, String key) {
        jdbc.sql("""
                insert into running_case (process_key, business_key, process_instance_id, enterprise_code, started_at)
                values (?, ?, 'p', ?, current_timestamp)""").params(process, key, STEEL).update();
    }

    private void ended(String process) {
        jdbc.sql("delete from running_case where process_key = ?").param(process).update();
    }

    private void outcome(String caseId, String phase, String step, String result) {
        jdbc.sql("""
                insert into outcome (tax_code, case_id, phase, step, result, occurred_on, recorded_by, recorded_at, round,
                    source)
                values (?, ?, ?, ?, ?, current_date, 'officer1', current_timestamp, 1, 'PERSON')""")
                .params(STEEL, caseId, phase, step, result).update();
    }
}
