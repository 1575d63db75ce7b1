package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.web.Page;
import vn.outreach.work.notification.Notification.State;

/** Who reads which rows of the outbox, and who may send one again. */
class NotificationControllerTest {

    private static final String MINH_LONG = "3500101146";
    private static final String OTHER = "0100109106";

    private final OutboxOnTest outbox = new OutboxOnTest();

    @BeforeEach
    void threeRows() {
        outbox.assign("survey-task", "officer1");
        outbox.enqueue(NotificationMessage.taskAssigned(
                new NotificationSubject("admission-task", MINH_LONG, "Công ty", "memberAdmission", "pi-2", "admission-task"), "Việc", null), "mobilecell");
        outbox.enqueue(NotificationMessage.planToApprove(new NotificationSubject("plan", null, null, "annualPlan", "pi-3", null), 2026, 24), "committee");
        outbox.enqueue(NotificationMessage.taskEnded(new NotificationSubject("other-task", OTHER, "Khác", null, "pi-4", null), "Việc"), "officer2");
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void recipient_readsTheOwn() {
        assertThat(seenBy("mobilecell")).containsExactly("mobilecell");
        assertThat(seenBy("stranger")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"committeeOffice", "camunda-admin", "outreachOfficers"})
    void offices_readAllButAdmissions(String group) {
        assertThat(seenBy("x", group)).containsExactlyInAnyOrder("officer1", "committee", "officer2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobileCell", "cell3500101146", "standingCommittee"})
    void thoseWhoCarryAdmissions_readThem(String group) {
        assertThat(seenBy("x", group)).containsExactly("mobilecell");
    }

    @Test
    void aCell_readsItsOwnEnterprisesOnly() {
        assertThat(seenBy("x", "cell0100109106")).isEmpty();
        assertThat(seenBy("x", "cell0100109106", "cell3500101146")).containsExactly("mobilecell");
        assertThat(seenBy("x", "cellar")).isEmpty();
    }

    @Test
    void organisationBoard_readsEverything() {
        assertThat(seenBy("x", "organisationBoard")).hasSize(4);
    }

    @Test
    void timeline_isOneEnterprise_asFarAsTheReaderMayKnow() {
        assertThat(outbox.notifications.ofEnterprise(MINH_LONG, user("x", "outreachOfficers")))
                .extracting(Notification::eventKey).containsExactly("survey-task");
        assertThat(outbox.notifications.ofEnterprise(MINH_LONG, user("x", "organisationBoard")))
                .extracting(Notification::eventKey).containsExactly("survey-task", "admission-task");
    }

    @Test
    void filtersAndPages() {
        NotificationController board = controller(user("x", "organisationBoard"));

        assertThat(board.find(MINH_LONG, null, null, null, null, null).total()).isEqualTo(2);
        assertThat(board.find(null, "officer2", "PENDING", null, null, null).items()).hasSize(1);
        assertThat(board.find(null, null, "SENT", null, null, null).items()).isEmpty();
        Page<NotificationController.Item> second = board.find(null, null, null, 1, 3, "createdAt");
        assertThat(second.items()).hasSize(1);
        assertThat(second.total()).isEqualTo(4);
        assertThatThrownBy(() -> board.find(null, null, "LOST", null, null, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("state"));
    }

    @Test
    void item_saysWhatIsPublic() {
        NotificationController.Item item = controller(user("officer1")).find(null, null, null, null, null, null).items().get(0);

        assertThat(item.template()).isEqualTo("task-assigned");
        assertThat(item.createdAt()).hasToString("2026-11-23T09:00+07:00");
        assertThat(item.nextTryAt()).isEqualTo(item.createdAt().plusSeconds(5));
        assertThat(item.subject()).startsWith("Việc mới – Khảo sát doanh nghiệp: Công ty TNHH Minh Long");
    }

    @Test
    void retry_isTheAdministrators_andOnlyForWhatIsNotSent() {
        long id = outbox.rows().get(0).id();
        NotificationController admin = controller(user("admin", "camunda-admin"));

        assertThatThrownBy(() -> controller(user("x", "organisationBoard")).retry(id))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("wrong-person"));
        assertThatThrownBy(() -> admin.retry(-1))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("notification-unknown"));
        admin.retry(id);
        outbox.dispatcher().dispatch();
        assertThat(outbox.records.find(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThatThrownBy(() -> admin.retry(id))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("nothing-waits"));
    }

    private List<String> seenBy(String id, String... groups) {
        return controller(user(id, groups)).find(null, null, null, null, null, null).items().stream()
                .map(NotificationController.Item::recipient).toList();
    }

    private NotificationController controller(CurrentUser asking) {
        return new NotificationController(outbox.search, outbox.records, () -> asking, outbox.desk,
                AuditFixture.on(outbox.database, () -> asking, outbox.clock));
    }

    private static CurrentUser user(String id, String... groups) {
        return SystemsFixture.person(id, groups);
    }
}
