package vn.outreach.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Origin;

/** What is recorded, when it is there, and that nothing of it can be changed. */
@Tag("both-databases")
class AuditTrailTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678912Z"), OutreachApplication.ZONE.toZoneId());
    private static final int THREADS = 8;
    private static final int EACH = 50;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = database.jdbc();
    private final TransactionTemplate transaction = database.transaction();
    private final AuditTrail trail =
            AuditFixture.on(database, () -> SystemsFixture.person("admin", "camunda-admin"), CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRow_saysWhoDidWhatWhenFromWhereToWhichThing() {
        try (Origin from = Origin.of("10.1.2.3")) {
            assertThat(from).isNotNull();
            trail.record(AuditEntry.of(AuditAction.ASSIGNED, "Task", "t-1").changing("assignee", "officer1", "officer2"));
        }

        AuditRow row = rows().get(0);
        assertThat(row.id()).isEqualTo(1);
        assertThat(row.recordedAt()).isEqualTo("2026-11-23T03:04:05.678Z");
        assertThat(List.of(row.userId(), row.sourceAddress(), row.action(), row.subjectType(), row.subject(),
                        row.property(), row.oldValue(), row.newValue()))
                .containsExactly("admin", "10.1.2.3", "ASSIGNED", "Task", "t-1", "assignee", "officer1", "officer2");
        assertThat(Origin.address()).isNull();
    }

    @Test
    void whoeverIsNotLoggedInYet_isNamedByTheEntry() {
        trail.record(AuditEntry.of(AuditAction.LOGIN_REFUSED, "User", "officer1").by("officer1"));

        assertThat(rows()).extracting(AuditRow::userId).containsExactly("officer1");
    }

    @Test
    void anActAndItsRow_areOneTransaction() {
        transaction.executeWithoutResult(status -> {
            trail.record(act("committed"));
            assertThat(rows()).as("nothing is held before the commit").isEmpty();
        });
        transaction.executeWithoutResult(status -> {
            trail.record(act("rolled back"));
            status.setRollbackOnly();
        });

        assertThat(rows()).extracting(AuditRow::subject).containsExactly("committed");
    }

    @Test
    void whatCannotBeRecorded_doesNotHappen() {
        jdbc.sql("create table act (id integer primary key)").update();
        jdbc.sql("alter table audit drop column property").update();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into act values (1)").update();
                    trail.record(act("x"));
                }))
                .isNotNull();

        assertThat(jdbc.sql("select count(*) from act").query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> trail.record(act("without a transaction")))
                .as("a reader is not shown what he cannot be recorded to have read")
                .isNotNull();
    }

    @Test
    void aTransactionOfItsOwnInsideAnother_keepsItsOwnRows() {
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(outer -> {
            trail.record(act("outer"));
            own.executeWithoutResult(inner -> trail.record(act("inner")));
            outer.setRollbackOnly();
        });

        assertThat(rows()).extracting(AuditRow::subject).containsExactly("inner");
    }

    @Test
    void aRefusal_isThereThoughItsTransactionWasRolledBack_andOnce() {
        Refusal refusal = Refusal.forbidden("wrong-person", "Không được.");
        AuditEntry refused = AuditEntry.of(AuditAction.ACCESS_REFUSED, "Request", "POST /x");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    trail.record(act("undone"));
                    trail.recordRefused(refused, refusal);
                    throw refusal;
                }))
                .isSameAs(refusal);
        trail.recordRefused(refused, refusal);

        assertThat(rows()).extracting(AuditRow::action).containsExactly("ACCESS_REFUSED");
    }

    @Test
    void refusalsWithoutAReasonOfTheirOwn_areAllRecorded() {
        trail.recordRefused(AuditEntry.of(AuditAction.ACCESS_REFUSED, "Request", "GET /x"));
        trail.recordRefused(AuditEntry.of(AuditAction.ACCESS_REFUSED, "Request", "GET /x"));

        assertThat(rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'a\u0007b\nc'               | a b c",
        "'admin\u202Enimda'          | admin nimda",
        "'  officer1\t '             | officer1",
        "'x\uD83D'                   | x",
        "'Ông Hòa \uD83D\uDE00'      | 'Ông Hòa \uD83D\uDE00'"})
    void textFromAnybody_becomesPlain(String sent, String kept) {
        trail.record(act(sent));

        assertThat(rows()).extracting(AuditRow::subject).containsExactly(kept);
        assertThat(intact()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void textThatIsTooLong_isCutBetweenCharacters() {
        trail.record(act("x".repeat(253) + "\uD83D\uDE00".repeat(9)).by("u".repeat(1000)));

        assertThat(rows().get(0).subject()).isEqualTo("x".repeat(253) + "…");
        assertThat(rows().get(0).userId()).hasSize(64);
        assertThat(intact()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void rowsChain_eachWithTheOneBefore() {
        transaction.executeWithoutResult(status -> {
            trail.record(act("a"));
            trail.record(act("b"));
        });
        trail.record(act("c"));

        List<AuditRow> rows = rows();
        String hash = Sha256.START;
        for (AuditRow row : rows) {
            hash = Sha256.hex(hash + row.hashOfContent() + row.id());
            assertThat(row.hash()).isEqualTo(hash);
        }
        assertThat(rows).extracting(AuditRow::id).containsExactly(1L, 2L, 3L);
        assertThat(jdbc.sql("select hash from audit_head").query(String.class).single()).isEqualTo(hash);
    }

    @Test
    void numberAndHashThatSomebodySends_areNotTaken() {
        jdbc.sql("""
                insert into audit (id, hash, recorded_at, user_id, action, subject_type, content_hash)
                values (77, 'x', current_timestamp, 'x', 'LOGIN', 'User', 'x')""").update();

        assertThat(rows()).extracting(AuditRow::id).containsExactly(1L);
        assertThat(rows().get(0).hash()).hasSize(64);
    }

    @Test
    void manyAtOnce_makeOneChainWithoutGaps() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        List<Callable<Integer>> work = IntStream.range(0, THREADS).<Callable<Integer>>mapToObj(client -> () -> {
            int kept = 0;
            for (int i = 0; i < EACH; i++) {
                kept += act(client, i) ? 1 : 0;
            }
            return kept;
        }).toList();
        int kept = 0;
        for (Future<Integer> done : clients.invokeAll(work)) {
            kept += done.get();
        }
        clients.shutdown();

        assertThat(kept).isEqualTo(THREADS * EACH * 4 / 5);
        assertThat(rows()).extracting(AuditRow::id).containsExactlyElementsOf(LongStream.rangeClosed(1, kept).boxed().toList());
        assertThat(intact()).isInstanceOfSatisfying(AuditCheck.Intact.class,
                verdict -> assertThat(verdict.rows()).isEqualTo(THREADS * EACH * 4 / 5));
    }

    /** Every fifth act is rolled back, half of those with its row written already. */
    private boolean act(int client, int number) {
        boolean undone = number % 5 == 0;
        transaction.executeWithoutResult(status -> {
            if (undone && number % 2 == 0) {
                AuditFixture.rows(database).append(List.of(
                        AuditRow.of(act("undone"), SystemsFixture.person("x"), null, CLOCK.instant())));
            } else {
                trail.record(act(client + "/" + number));
            }
            if (undone) {
                status.setRollbackOnly();
            }
        });
        return !undone;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update audit set user_id = 'x'", "delete from audit", "truncate table audit", "update audit_head set id = 0",
        "delete from audit_head", "insert into audit_head (slot, id, hash) values (0, 1, 'x')"})
    void nothingIsChangedOrDeleted(String attack) {
        trail.record(act("a"));
        Map<String, Object> before = jdbc.sql("select * from audit").query().singleRow();
        List<String> messages = new ArrayList<>();

        assertThatThrownBy(() -> jdbc.sql(attack).update()).satisfies(failure -> {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                messages.add(cause.getMessage());
            }
        });

        assertThat(messages).anyMatch(message -> message.contains("append-only") || message.contains("Cannot truncate"));
        assertThat(jdbc.sql("select * from audit").query().singleRow()).isEqualTo(before);
        assertThat(intact()).isInstanceOf(AuditCheck.Intact.class);
    }

    private static AuditEntry act(String subject) {
        return AuditEntry.of(AuditAction.REPAIRED, "Task", subject);
    }

    private List<AuditRow> rows() {
        return jdbc.sql("select * from audit order by id").query(AuditRows::read).list();
    }

    private AuditCheck.Verdict intact() {
        return new AuditCheck(AuditFixture.rows(database), new AuditSearch(jdbc)).verdict();
    }
}
