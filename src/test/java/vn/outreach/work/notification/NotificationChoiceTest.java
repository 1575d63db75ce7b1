package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.SystemsFixture;

/** Each person's channels and quiet hours, and what the dispatcher makes of them. 23/11/2026 is a Monday. */
class NotificationChoiceTest {

    private static final List<NoticeKind> CHOSEN = Arrays.stream(NoticeKind.values()).filter(NoticeKind::isChosen).toList();

    private final OutboxOnTest outbox = new OutboxOnTest();

    @AfterEach
    void close() {
        outbox.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // from, to, weekend, now, next moment that is not quiet
        "21:00, 06:30, false, 2026-11-23T20:59, 2026-11-23T20:59",
        "21:00, 06:30, false, 2026-11-23T21:00, 2026-11-24T06:30",
        "21:00, 06:30, false, 2026-11-24T06:29, 2026-11-24T06:30",
        "21:00, 06:30, false, 2026-11-24T06:30, 2026-11-24T06:30",
        "12:00, 13:30, false, 2026-11-23T12:45, 2026-11-23T13:30",
        "12:00, 13:30, false, 2026-11-23T11:59, 2026-11-23T11:59",
        "12:00, 13:30, false, 2026-11-23T13:30, 2026-11-23T13:30",
        "-, -, true, 2026-11-27T23:59, 2026-11-27T23:59",
        "-, -, true, 2026-11-28T00:00, 2026-11-30T00:00",
        "-, -, true, 2026-11-29T23:59, 2026-11-30T00:00",
        // Friday's night goes over into the weekend, and that into Monday's morning.
        "21:00, 06:30, true, 2026-11-27T22:00, 2026-11-30T06:30",
        "00:00, 06:30, true, 2026-11-29T12:00, 2026-11-30T06:30",
    })
    void quietHoursEnd(LocalTime from, LocalTime to, boolean weekend, LocalDateTime now, LocalDateTime sounds) {
        NotificationChoice choice = new NotificationChoice(NotificationChoice.ByMail.AT_ONCE, true, null, from, to, weekend);
        assertThat(choice.soundsAt(instant(now))).isEqualTo(instant(sounds));
        assertThat(choice.isQuiet(instant(now))).isEqualTo(!now.equals(sounds));
    }

    @Test
    void limitsThatMovedWithTheDaysOffNeverComeByThemselves() {
        NotificationChoice atOnce = new NotificationChoice(NotificationChoice.ByMail.AT_ONCE, true, Set.of(NoticeKind.TASKS), null, null, false);

        assertThat(atOnce.waits(NotificationTemplate.TASK_EXTENDED, Set.of())).isFalse();
        assertThat(atOnce.waits(NotificationTemplate.TASK_MOVED, Set.of())).isTrue();
    }

    @Test
    void aMailInQuietHoursWaitsForTheirEnd_whileTheBellHasItAtOnce() {
        put("officer1", Map.of("mail", "AT_ONCE", "bell", true, "quietFrom", "08:00", "quietTo", "13:00"));
        outbox.assign("task-1", "officer1", "officer2");
        outbox.assign("task-2", "officer1");
        outbox.collected();

        assertThat(outbox.dispatcher().dispatch()).isEqualTo(1);
        assertThat(outbox.sent).extracting(mail -> mail.to().id()).containsExactly("officer2");
        assertThat(outbox.bell.of("officer1").unread()).isEqualTo(2);
        assertThat(outbox.rows()).filteredOn(row -> row.recipient().equals("officer1")).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(Notification.State.PENDING);
            assertThat(row.attempts()).isZero();
            assertThat(row.nextTryAt()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        });

        outbox.clock.forward(Duration.ofHours(4).minusSeconds(6));
        assertThat(outbox.dispatcher().dispatch()).isZero();
        outbox.clock.forward(Duration.ofSeconds(1));
        assertThat(outbox.dispatcher().dispatch()).as("one digest of the two").isEqualTo(1);
        assertThat(outbox.sent.get(1).subject()).isEqualTo("2 thông báo mới về việc của đồng chí");
    }

    @Test
    void whoWantsNoMailGetsNone_andReadsTheBell() {
        put("officer1", Map.of("mail", "NEVER", "bell", true));
        outbox.assign("task-1", "officer1", "officer2");
        outbox.collected();

        assertThat(outbox.dispatcher().dispatch()).isEqualTo(1);
        assertThat(outbox.rows()).filteredOn(row -> row.recipient().equals("officer1"))
                .extracting(Notification::state).containsExactly(Notification.State.BELL_ONLY);
        assertThat(outbox.bell.of("officer1").unread()).isEqualTo(1);

        put("officer1", Map.of("mail", "AT_ONCE", "bell", true));
        outbox.assign("task-2", "officer1");
        outbox.collected();
        assertThat(outbox.dispatcher().dispatch()).as("what was left to the bell stays there").isEqualTo(1);
        assertThat(outbox.sent).hasSize(2);
    }

    @Test
    void nobodyTurnsEverythingOff_andQuietHoursHaveTwoEnds() {
        refused("no-channel", "bell", Map.of("mail", "NEVER", "bell", false));
        refused("field-missing", "quietTo", Map.of("mail", "AT_ONCE", "bell", true, "quietFrom", "21:00"));
        refused("field-range", "quietTo", Map.of("mail", "AT_ONCE", "bell", true, "quietFrom", "21:00", "quietTo", "21:00"));
        refused("field-type", "quietFrom", Map.of("mail", "AT_ONCE", "bell", true, "quietFrom", "24:30", "quietTo", "06:00"));
        refused("field-type", "quietFrom", Map.of("mail", "AT_ONCE", "bell", true, "quietFrom", "9 giờ kém 5", "quietTo", "06:00"));
        refused("field-choice", "mail", Map.of("mail", "DAILY", "bell", true));
        refused("field-missing", "bell", Map.of("mail", "AT_ONCE"));
        refused("field-unknown", "sound", Map.of("mail", "AT_ONCE", "bell", true, "sound", true));
        assertThat(outbox.choices.of("officer1")).as("nothing half written").isEqualTo(NotificationChoice.UNCHOSEN);
    }

    @Test
    void theChoiceIsKept_andOnesOwn() {
        assertThat(controller("officer1").get())
                .isEqualTo(new NotificationChoiceController.Settings(NotificationChoice.ByMail.AT_ONCE, true, CHOSEN, null, null, false, null));
        put("officer1", Map.of("mail", "AT_ONCE", "bell", false, "quietFrom", "21:00", "quietTo", "06:30", "quietWeekend", true));
        put("officer1", Map.of("mail", "NEVER", "bell", true, "quietFrom", "22h", "quietTo", "6h30", "quietWeekend", true));
        assertThat(controller("officer1").get())
                .isEqualTo(new NotificationChoiceController.Settings(NotificationChoice.ByMail.NEVER, true, CHOSEN, "22:00", "06:30", true, null));
        assertThat(controller("officer2").get().mail()).isEqualTo(NotificationChoice.ByMail.AT_ONCE);
    }

    private void refused(String code, String field, Map<String, Object> json) {
        assertThatThrownBy(() -> put("officer1", json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.getMessage()).as("people read labels").doesNotContain(code.equals("field-unknown") ? "“quiet" : "quiet");
        });
    }

    private void put(String user, Map<String, Object> json) {
        controller(user).put(json);
    }

    private NotificationChoiceController controller(String user) {
        return new NotificationChoiceController(outbox.choices, outbox.settings, outbox.ownMail(), () -> SystemsFixture.person(user));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }
}
