package vn.outreach.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** Somebody with the database's password takes the triggers away, changes rows, and puts them back. */
@Tag("both-databases")
class AuditCheckTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = database.jdbc();
    private final AuditTrail trail =
            AuditFixture.on(database, () -> SystemsFixture.person("admin", "camunda-admin"), Clock.systemUTC());
    private final AuditCheck check = new AuditCheck(AuditFixture.rows(database), new AuditSearch(jdbc));

    AuditCheckTest() {
        for (int i = 1; i <= 5; i++) {
            trail.record(AuditEntry.of(AuditAction.REPAIRED, "Task", "t-" + i).changing("retries", "0", "" + i));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUntouchedAudit_isIntact_andTellsWhereItEnds() {
        String last = jdbc.sql("select hash from audit where id = 5").query(String.class).single();

        assertThat(check.verdict()).isEqualTo(new AuditCheck.Intact(true, 5, last));
    }

    @Test
    void anEmptyAudit_isIntact() {
        try (TestDatabase empty = TestDatabase.migrated()) {
            assertThat(new AuditCheck(AuditFixture.rows(empty), new AuditSearch(empty.jdbc())).verdict())
                    .isEqualTo(new AuditCheck.Intact(true, 0, Sha256.START));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update audit set user_id = 'officer1' where id = 3              | 3 | Nội dung",
        "update audit set new_value = null where id = 1                  | 1 | Nội dung",
        "update audit set source_address = '10.0.0.1' where id = 5       | 5 | Nội dung",
        "update audit set recorded_at = timestamp '2026-01-01 00:00:00' where id = 2 | 2 | Nội dung",
        "update audit set old_value = null, new_value = '03' where id = 3 | 3 | Nội dung",
        "delete from audit where id = 3                                  | 3 | Thiếu dòng",
        "delete from audit where id = 1                                  | 1 | Thiếu dòng",
        "delete from audit where id > 3                                  | 4 | dòng cuối",
        "delete from audit                                               | 1 | dòng cuối",
        "update audit set hash = content_hash where id = 2               | 2 | Mã băm",
        "update audit set id = 9 where id = 3                            | 3 | Thiếu dòng",
        "update audit set id = -1 where id = 1                           | -1 | chèn thêm",
        "update audit_head set id = 3                                    | 3 | không khớp",
        "update audit_head set hash = 'x'                                | 5 | không khớp",
        "delete from audit_head                                          | 5 | không khớp"})
    void whatWasDone_isNamedByItsFirstRow(String attack, long brokenId, String reason) {
        tamper(attack);

        assertThat(check.verdict()).isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> {
            assertThat(broken.intact()).isFalse();
            assertThat(broken.firstBrokenId()).isEqualTo(brokenId);
            assertThat(broken.reason()).contains(reason);
        });
    }

    @Test
    void aRowPutBehindTheEnd_isNamed() {
        tamper("""
                insert into audit (id, hash, recorded_at, user_id, action, subject_type, content_hash)
                select 6, hash, recorded_at, user_id, action, subject_type, content_hash from audit where id = 5""");

        assertThat(check.verdict()).isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> {
            assertThat(broken.firstBrokenId()).isEqualTo(6);
            assertThat(broken.reason()).contains("chèn thêm");
        });
    }

    /** Whoever also writes the row's hashes anew is found where the next row does not follow. */
    @Test
    void aRowWrittenAnewWithItsHashes_breaksTheNext() {
        AuditRow row = jdbc.sql("select * from audit where id = 3").query(AuditRows::read).single();
        AuditRow forged = new AuditRow(3, row.recordedAt(), "officer1", row.sourceAddress(), row.action(),
                row.subjectType(), row.subject(), row.property(), row.oldValue(), row.newValue(), null, null);
        String before = jdbc.sql("select hash from audit where id = 2").query(String.class).single();
        tamper("update audit set user_id = 'officer1', content_hash = '%s', hash = '%s' where id = 3".formatted(
                forged.hashOfContent(), Sha256.link(before, forged.hashOfContent(), 3)));

        assertThat(check.verdict()).isInstanceOfSatisfying(AuditCheck.Broken.class,
                broken -> assertThat(broken.firstBrokenId()).isEqualTo(4));
    }

    /** More rows than one chunk: the walk crosses from one to the next. */
    @Test
    void aLongAudit_isWalkedToItsEnd() {
        database.transaction().executeWithoutResult(status -> {
            for (int i = 0; i < 2 * AuditSearch.CHUNK; i++) {
                trail.record(AuditEntry.of(AuditAction.LOGIN, "User", "u" + i));
            }
        });
        assertThat(check.verdict()).isInstanceOfSatisfying(AuditCheck.Intact.class,
                intact -> assertThat(intact.rows()).isEqualTo(5 + 2 * AuditSearch.CHUNK));

        tamper("update audit set subject = 'x' where id = 2003");

        assertThat(check.verdict()).isInstanceOfSatisfying(AuditCheck.Broken.class,
                broken -> assertThat(broken.firstBrokenId()).isEqualTo(2003));
    }

    private void tamper(String attack) {
        String on = TestDatabase.isPostgres() ? " on audit" : "";
        jdbc.sql("drop trigger audit_append_only" + on).update();
        jdbc.sql("drop trigger audit_chain" + on).update();
        jdbc.sql("drop trigger audit_head_guard" + (on.isEmpty() ? "" : " on audit_head")).update();
        assertThat(jdbc.sql(attack).update()).isPositive();
    }
}
