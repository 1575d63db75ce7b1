package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written into the outbox, in whose transaction. */
class NotificationsTest {

    private final OutboxOnTest outbox = new OutboxOnTest();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void sameNoticeTwice_isOneRow() {
        outbox.assign("task-1", "officer1", "officer1");
        outbox.assign("task-1", "officer1");

        Notification row = outbox.onlyRow();
        assertThat(row.state()).isEqualTo(Notification.State.PENDING);
        assertThat(row.taxCode()).isEqualTo("3500101146");
        assertThat(row.createdAt()).isEqualTo(outbox.clock.instant());
        assertThat(row.data()).containsEntry("task", "Khảo sát doanh nghiệp").containsEntry("due", "hạn 30/11/2026");
    }

    @Test
    void sameNoticeTwice_inOneTransaction_leavesTheTransactionUsable() {
        outbox.database.transaction().executeWithoutResult(status -> {
            NotificationMessage notice = NotificationMessage.taskAssigned(OutboxOnTest.task("task-1"), "Khảo sát", null);
            outbox.notifications.enqueue(notice, List.of("officer1"));
            outbox.notifications.enqueue(notice, List.of("officer1", "officer2"));
        });

        assertThat(outbox.rows()).extracting(Notification::recipient).containsExactlyInAnyOrder("officer1", "officer2");
    }

    @Test
    void anotherTemplateOrPerson_isAnotherRow() {
        outbox.assign("task-1", "officer1", "officer2");
        outbox.enqueue(NotificationMessage.taskEnded(OutboxOnTest.task("task-1"), "Khảo sát"), "officer1");

        assertThat(outbox.rows()).hasSize(3);
    }

    @Test
    void whatRollsBack_wasNeverSaid() {
        outbox.database.transaction().executeWithoutResult(status -> {
            outbox.notifications.enqueue(NotificationMessage.taskEnded(OutboxOnTest.task("task-1"), "Khảo sát"), List.of("officer1"));
            status.setRollbackOnly();
        });

        assertThat(outbox.rows()).isEmpty();
    }

    @Test
    void nobodyToTell_writesNothing() {
        outbox.database.transaction().executeWithoutResult(status -> outbox.notifications.enqueue(
                NotificationMessage.taskEnded(OutboxOnTest.task("task-1"), "Khảo sát"), Arrays.asList(null, " ")));

        assertThat(outbox.rows()).isEmpty();
    }

    @Test
    void caseWithoutEnterpriseOrTask_isWrittenToo() {
        outbox.enqueue(NotificationMessage.planToApprove(
                new NotificationSubject("plan-2026-1", null, null, "annualPlan", "pi-9", null), 2026, 24), "committee");

        assertThat(outbox.onlyRow().subject()).isEqualTo("Kế hoạch năm 2026 đang chờ phê duyệt");
    }

    @Test
    void decomposedLettersAndLineBreaks_becomeOneComposedLine() {
        NotificationSubject occasion = new NotificationSubject("task-1", "3500101146", "Công ty\r\nBcc: ai@do.vn 😀 <b>", "survey", "pi", "task-1");
        outbox.enqueue(NotificationMessage.taskAssigned(occasion, "Gặp chủ doanh nghiệp", null), "officer1");

        assertThat(outbox.onlyRow().subject())
                .isEqualTo("Việc mới – Gặp chủ doanh nghiệp: Công ty Bcc: ai@do.vn 😀 <b> (mã số thuế 3500101146) (chưa có hạn)");
    }

    @Test
    void pagesCallATaskByItsName_whereItsMailMayNot() {
        NotificationSubject inner = new NotificationSubject("task-1", "3500101146", "Công ty TNHH Minh Long", "partyCellFounding", "pi", "task-1");
        outbox.enqueue(NotificationMessage.taskAssigned(inner, "Thẩm định hồ sơ chi bộ", null), "officer1");

        assertThat(outbox.onlyRow().subject()).contains("Minh Long").doesNotContain("chi bộ");
        assertThat(outbox.onlyRow().data()).doesNotContainValue("Thẩm định hồ sơ chi bộ");
        assertThat(bellOf("officer1")).isEqualTo("Thẩm định hồ sơ chi bộ");
        assertThat(innerSubject()).isEqualTo(
                "Việc mới – Thẩm định hồ sơ chi bộ: Công ty TNHH Minh Long (mã số thuế 3500101146) (chưa có hạn)");
    }

    @Test
    void theEndOfAnAdmissionsTaskIsToldWithoutItsName_forTheResponsibleMemberHearsItToo() {
        NotificationSubject admission = new NotificationSubject("task-1", "3500101146", "Công ty TNHH Minh Long", "memberAdmission", "pi", "task-1");
        outbox.enqueue(NotificationMessage.taskEnded(admission, "Họp chi bộ xét kết nạp"), "officer1");
        assertThat(bellOf("officer1")).startsWith("việc trong hồ sơ");
        assertThat(innerSubject()).doesNotContain("kết nạp");

        outbox.enqueue(NotificationMessage.taskAssigned(admission, "Họp chi bộ xét kết nạp", null), "officer2");
        assertThat(bellOf("officer2")).as("who does it").isEqualTo("Họp chi bộ xét kết nạp");
    }

    private String bellOf(String person) {
        return outbox.bell.newest(person, false, 1).get(0).data().get("task");
    }

    private String innerSubject() {
        return outbox.database.jdbc().sql("select inner_subject from notification order by id").query(String.class).list().get(0);
    }

    @Test
    void longestName_fits() {
        NotificationSubject occasion = new NotificationSubject("task-1", "3500101146-001", "\"Ệ".repeat(127) + "😀", "survey", "pi", "task-1");
        outbox.enqueue(NotificationMessage.responsibleMemberChanged(occasion, "\"".repeat(600), "\\".repeat(600)), "officer1");

        assertThat(outbox.onlyRow().subject()).hasSizeLessThanOrEqualTo(200).endsWith("…");
    }

    @Test
    void noticeWithOtherData_isRefused() {
        assertThatThrownBy(() -> new NotificationMessage(NotificationTemplate.CASE_CLOSED, OutboxOnTest.task("t"), Map.of("about", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("result");
    }
}
