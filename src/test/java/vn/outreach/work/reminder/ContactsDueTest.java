package vn.outreach.work.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** Enterprises that nobody spoke with for too long: what counts, for whom, and that the rule is not found dead. */
@Tag("both-databases")
class ContactsDueTest extends OutreachTest {

    private static final LocalDate START = LocalDate.of(2026, 10, 5);

    @Autowired
    private ContactsDue contacts;

    @Autowired
    private ContactsDueCheck check;

    @Autowired
    private DailyDigestContent digest;

    private String code;

    @BeforeEach
    void aRunningCaseOfOfficer3() {
        at(START);
        code = enterprise("responsible_member", "officer3");
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        jdbc.sql("update enterprise set stage = 'PLANNED' where tax_code = ?").param(code).update();
        jdbc.sql("update running_case set started_at = ? where business_key = ?").params(START.atTime(9, 0), code).update();
    }

    @Test
    void withoutAnyContactTheTimeRunsFromTheBeginningOfTheCase() {
        assertThat(due(START.plusDays(30))).isNull();
        assertThat(due(START.plusDays(31))).extracting(ContactsDue.Due::days, ContactsDue.Due::allowed).containsExactly(31, 30);
    }

    @Test
    void callsVisitsAndMeetingsArmItAnew_lettersDoNot() {
        contact("LETTER", START.plusDays(20));
        assertThat(due(START.plusDays(31))).isNotNull();
        contact("CALL", START.plusDays(20));
        assertThat(due(START.plusDays(50))).isNull();
        assertThat(due(START.plusDays(51)).days()).isEqualTo(31);
    }

    @Test
    void aTalkThatTookPlaceCounts_oneThatFailedDoesNot() {
        outcome("UNREACHABLE", START.plusDays(20));
        assertThat(due(START.plusDays(31))).isNotNull();
        outcome("AGREED", START.plusDays(25));
        assertThat(due(START.plusDays(31))).isNull();
        assertThat(due(START.plusDays(56)).days()).isEqualTo(31);
    }

    @Test
    void stageAndReadinessSayHowLong_andAnEndedCaseIsNone() {
        jdbc.sql("update enterprise set stage = 'PERSUASION' where tax_code = ?").param(code).update();
        contact("VISIT", START, 5);
        assertThat(due(START.plusDays(15)).allowed()).isEqualTo(14);
        contact("VISIT", START, 1);
        assertThat(due(START.plusDays(60))).isNull();
        assertThat(due(START.plusDays(61)).allowed()).isEqualTo(60);
        jdbc.sql("update enterprise set stage = 'COMPLETED' where tax_code = ?").param(code).update();
        assertThat(due(START.plusDays(400))).isNull();
        jdbc.sql("update enterprise set stage = 'PLANNED' where tax_code = ?").param(code).update();
        jdbc.sql("delete from running_case where business_key = ?").param(code).update();
        assertThat(due(START.plusDays(400))).isNull();
    }

    @Test
    void itIsALineOfItsMembersMail_andCountedAsTheLinesAre() {
        at(START.plusDays(35));
        String line = "- TNHH Thử %1$s (mã số thuế %1$s): 35 ngày chưa gọi điện, đến hoặc gặp, nên liên hệ trong 30 ngày".formatted(code);
        assertThat(digest.of("officer3", null, List.of()).lines()).containsSubsequence("Lâu chưa liên hệ:", line);
        assertThat(digest.of("officer2", null, List.of()).lines()).doesNotContain(line);

        int all = contacts.count();
        contact("CALL", START.plusDays(35));
        assertThat(contacts.count()).isEqualTo(all - 1);
    }

    @Test
    void noneWhereThereWereSomeTheDayBeforeIsTold_once() {
        LocalDate later = START.plusDays(700);
        jdbc.sql("delete from contacts_due_count").update();
        at(later);
        check.pass();
        assertThat(jdbc.sql("select number from contacts_due_count").query(Integer.class).single()).isPositive();
        at(later.plusDays(1));
        jdbc.sql("update running_case set process_key = 'dead' where process_key = 'enterpriseOutreach'").update();
        try {
            assertThatThrownBy(check::pass).isInstanceOf(IllegalStateException.class).hasMessageContaining("where there were");
            check.pass();
        } finally {
            jdbc.sql("update running_case set process_key = 'enterpriseOutreach' where process_key = 'dead'").update();
        }
    }

    private ContactsDue.Due due(LocalDate day) {
        at(day);
        ContactsDue.Due one = contacts.of(code).orElse(null);
        assertThat(contacts.of(List.of("officer3")).stream().filter(due -> due.taxCode().equals(code)).findFirst().orElse(null)).isEqualTo(one);
        return one;
    }

    private void contact(String kind, LocalDate day) {
        contact(kind, day, null);
    }

    private void contact(String kind, LocalDate day, Integer readiness) {
        jdbc.sql("insert into contact (tax_code, contacted_on, kind, with_whom, said, readiness, made_by, recorded_by, recorded_at)"
                        + " values (?, ?, ?, 'Văn phòng', 'Hẹn gặp', ?, 'officer3', 'officer3', current_timestamp)")
                .params(code, day, kind, readiness).update();
    }

    private void outcome(String result, LocalDate day) {
        jdbc.sql("insert into outcome (phase, step, result, tax_code, occurred_on, recorded_by, source, round, process_instance_id, activity_instance_id,"
                        + " recorded_at) values ('ownerPersuasion', 'meetOwner', ?, ?, ?, 'officer3', 'PERSON', 1, 'pi', ?, current_timestamp)")
                .params(result, code, day, "test-" + code + "-" + day).update();
    }
}
