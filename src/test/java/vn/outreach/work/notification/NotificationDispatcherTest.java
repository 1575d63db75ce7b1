package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.outreach.base.delivery.NotDelivered;
import vn.outreach.security.identity.Addresses;
import vn.outreach.work.notification.Notification.State;

/** Nothing is lost, nothing is sent twice unnoticed, nobody gets a heap of mails. */
class NotificationDispatcherTest {

    private final OutboxOnTest outbox = new OutboxOnTest();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void oneNotice_isSentInItsOwnWords() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher().dispatch();

        Mail mail = outbox.sent.get(0);
        assertThat(mail.to().mail()).isEqualTo("officer1@example.vn");
        assertThat(mail.subject())
                .isEqualTo("Việc mới – Khảo sát doanh nghiệp: Công ty TNHH Minh Long (mã số thuế 3500101146) (hạn 30/11/2026)");
        assertThat(mail.text()).containsOnlyOnce("30/11/2026").doesNotContain("Thời hạn");
        assertThat(mail.text()).contains("Kính gửi Nguyễn Thị Hạnh,", "Việc: Khảo sát doanh nghiệp (hạn 30/11/2026)",
                "http://localhost:8080/camunda/app/tasklist/default/#/?task=task-1");
        Notification row = outbox.onlyRow();
        assertThat(row.state()).isEqualTo(State.SENT);
        assertThat(row.address()).isEqualTo("officer1@example.vn");
        assertThat(row.sentAt()).isEqualTo(outbox.clock.instant());
        assertThat(row.messageId()).isEqualTo(mail.messageId());
        assertThat(row.possiblyRepeated()).isFalse();
        assertThat(row.lastError()).isNull();
    }

    @Test
    void manyNotices_areOneDigestPerPerson() {
        for (int i = 0; i < 30; i++) {
            outbox.assign("task-" + i, "officer1", "officer2");
        }
        outbox.collected();

        assertThat(outbox.dispatcher().dispatch()).isEqualTo(2);
        assertThat(outbox.sent).extracting(mail -> mail.to().id()).containsExactlyInAnyOrder("officer1", "officer2");
        assertThat(outbox.sent).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("30 thông báo mới về việc của đồng chí");
            assertThat(mail.text().lines().filter(line -> line.startsWith("- Việc của đồng chí: Khảo sát"))).hasSize(30);
            assertThat(mail.text()).contains("#/?task=task-0\n", "#/?task=task-29\n");
        });
        assertThat(outbox.rows()).extracting(Notification::state).containsOnly(State.SENT);
    }

    @Test
    void notYetCollected_waits() {
        outbox.assign("task-1", "officer1");

        assertThat(outbox.dispatcher().dispatch()).isZero();
        assertThat(outbox.onlyRow().state()).isEqualTo(State.PENDING);
    }

    @Test
    void whileRowsKeepComing_theDigestWaits_butNotForEver() {
        NotificationDispatcher dispatcher = outbox.dispatcher();
        int passes = 0;
        for (int i = 0; outbox.sent.isEmpty(); i++, passes++) {
            outbox.assign("task-" + i, "officer1");
            outbox.clock.forward(Duration.ofSeconds(4));
            dispatcher.dispatch();
        }

        assertThat(Duration.ofSeconds(4L * passes)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
        assertThat(outbox.sent.get(0).text().lines().filter(line -> line.startsWith("- "))).hasSizeGreaterThan(10);
    }

    /** Out of order, then a crash between sending and marking, then sent: what waits is in each mail and marked with the last. */
    @Test
    void aMailOfTheDayThatDidNotGo_keepsWhatWaitsForIt() {
        outbox.choices.save("officer1", new NotificationChoice(NotificationChoice.ByMail.AT_ONCE, true, Set.of(), null, null, false));
        outbox.assign("task-1", "officer1");
        outbox.collected();
        assertThat(outbox.dispatcher().dispatch()).isZero();
        assertThat(outbox.onlyRow().state()).isEqualTo(State.DIGEST);
        outbox.enqueue(NotificationMessage.dailyDigest(
                new NotificationSubject("dailyDigest:2026-11-23", null, null, null, null, null), LocalDate.of(2026, 11, 23)), "officer1");
        outbox.collected();

        outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.OUT_OF_ORDER, "Không kết nối được.", new IOException());
        }).dispatch();
        assertThat(outbox.rows()).extracting(Notification::state).containsExactly(State.DIGEST, State.PENDING);

        outbox.clock.forward(Duration.ofMinutes(1));
        assertThatThrownBy(() -> outbox.dispatcher(mail -> {
            throw new OutOfMemoryError("the machine is gone");
        }).dispatch()).isInstanceOf(OutOfMemoryError.class);
        assertThat(outbox.rows()).extracting(Notification::state).containsExactly(State.DIGEST, State.SENDING);

        outbox.clock.forward(outbox.settings.lease().plusSeconds(1));
        assertThat(outbox.dispatcher().dispatch()).isEqualTo(1);
        assertThat(outbox.sent.get(0).text()).contains("Khảo sát doanh nghiệp", "23/11/2026");
        assertThat(outbox.rows()).extracting(Notification::state).containsExactly(State.SENT, State.SENT);
        assertThat(outbox.rows()).extracting(Notification::messageId).containsOnly(outbox.sent.get(0).messageId());
        assertThat(outbox.rows().get(1).possiblyRepeated()).isTrue();
    }

    @Test
    void mailIsSentOutsideAnyTransaction() {
        List<Boolean> inTransaction = new ArrayList<>();
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher(mail -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())).dispatch();

        assertThat(inTransaction).containsExactly(false);
    }

    @Test
    void crashBetweenSendAndMark_isVisibleAndNotLost() {
        outbox.assign("task-1", "officer1");
        outbox.assign("task-2", "officer1");
        outbox.collected();
        assertThatThrownBy(() -> outbox.dispatcher(mail -> {
            outbox.sent.add(mail);
            throw new OutOfMemoryError("the machine is gone");
        }).dispatch()).isInstanceOf(OutOfMemoryError.class);
        assertThat(outbox.rows()).extracting(Notification::state).containsOnly(State.SENDING);

        outbox.assign("task-3", "officer1");
        outbox.clock.forward(outbox.settings.lease());
        outbox.dispatcher().dispatch();
        assertThat(outbox.rows()).filteredOn(row -> row.eventKey().equals("task-1"))
                .extracting(Notification::state).containsExactly(State.SENDING);

        outbox.clock.forward(Duration.ofSeconds(1));
        outbox.dispatcher().dispatch();
        Mail before = outbox.sent.get(0);
        Mail repeat = outbox.sent.get(outbox.sent.size() - 1);
        assertThat(outbox.sent).hasSize(3);
        assertThat(repeat.messageId()).isEqualTo(before.messageId());
        assertThat(repeat.text()).isEqualTo(before.text());
        assertThat(outbox.rows()).filteredOn(row -> !row.eventKey().equals("task-3")).hasSize(2).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.SENT);
            assertThat(row.possiblyRepeated()).isTrue();
            assertThat(row.lastError()).contains("có thể đã được gửi trước đó");
        });
        assertThat(outbox.rows()).filteredOn(row -> row.eventKey().equals("task-3"))
                .extracting(Notification::possiblyRepeated).containsExactly(false);
    }

    @Test
    void repeat_keepsItsOwnMail_evenWhenNewNoticesAreDue() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        assertThatThrownBy(() -> outbox.dispatcher(mail -> {
            throw new OutOfMemoryError();
        }).dispatch()).isInstanceOf(OutOfMemoryError.class);
        String firstId = outbox.onlyRow().messageId();
        outbox.assign("task-2", "officer1");
        outbox.clock.forward(outbox.settings.lease().plusSeconds(1));
        outbox.dispatcher().dispatch();

        assertThat(outbox.sent).hasSize(2);
        assertThat(outbox.sent).extracting(Mail::messageId).contains(firstId).doesNotHaveDuplicates();
    }

    @Test
    void crashAgainAndAgain_endsVisibly() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        for (int i = 0; i < outbox.settings.maxAttempts(); i++) {
            assertThatThrownBy(() -> outbox.dispatcher(mail -> {
                throw new OutOfMemoryError();
            }).dispatch()).isInstanceOf(OutOfMemoryError.class);
            outbox.clock.forward(outbox.settings.lease().plusSeconds(1));
        }
        outbox.dispatcher().dispatch();

        assertThat(outbox.sent).isEmpty();
        assertThat(outbox.onlyRow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void lostConnectionWhileSending_isSaidToBeRepeated() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.UNSURE, "Mất kết nối với máy chủ thư khi đang gửi.", null);
        }).dispatch();
        Notification row = outbox.onlyRow();
        assertThat(row.possiblyRepeated()).isTrue();
        assertThat(row.nextTryAt()).isEqualTo(outbox.clock.instant().plus(Duration.ofMinutes(1)));

        outbox.clock.forward(Duration.ofMinutes(1));
        outbox.dispatcher().dispatch();
        assertThat(outbox.sent).extracting(Mail::messageId).containsExactly(row.messageId());
        assertThat(outbox.onlyRow().lastError()).contains("có thể đã được gửi");
    }

    @Test
    void refusedMail_isGivenUpSoonAndVisibly() {
        NotificationDispatcher refusing = outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.REFUSED, "Máy chủ thư từ chối: 550 không có hộp thư", null);
        });
        outbox.assign("task-1", "officer1");
        outbox.collected();
        assertThat(waits(refusing, 3)).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5));

        Notification row = outbox.onlyRow();
        assertThat(row.state()).isEqualTo(State.FAILED);
        assertThat(row.attempts()).isEqualTo(3);
        assertThat(row.lastError()).isEqualTo("Máy chủ thư từ chối: 550 không có hộp thư");

        assertThat(outbox.desk.retry(List.of(row.id()))).isEqualTo(1);
        outbox.dispatcher().dispatch();
        assertThat(outbox.onlyRow().state()).isEqualTo(State.SENT);
    }

    @Test
    void deferredMail_isTriedLessAndLess_forFiveDaysFromTheFirstTime() {
        NotificationDispatcher deferring = outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.DEFERRED, "451 try later", null);
        });
        outbox.assign("task-1", "officer1");
        // Days in which nothing was tried do not count.
        outbox.clock.forward(Duration.ofDays(9));
        Instant first = outbox.clock.instant();
        assertThat(waits(deferring, 6)).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
                Duration.ofHours(2), Duration.ofHours(2));
        outbox.clock.forward(Duration.between(outbox.clock.instant(), first.plus(Duration.ofDays(5)).minusMillis(1)));
        deferring.dispatch();
        assertThat(outbox.onlyRow().state()).as("nearly five days").isEqualTo(State.PENDING);
        outbox.clock.forward(Duration.ofHours(2));
        deferring.dispatch();
        assertThat(outbox.onlyRow().state()).isEqualTo(State.FAILED);

        outbox.desk.retry(List.of(outbox.onlyRow().id()));
        deferring.dispatch();
        assertThat(outbox.onlyRow().state()).as("five days anew").isEqualTo(State.PENDING);
    }

    // --- an address that is refused for good -------------------------------------------------------------------------

    @Test
    void aRefusedAddressIsTriedOnce_andWhatComesAfterItStaysInTheBell_untilThereIsAnotherOne() {
        List<String> tried = new ArrayList<>();
        NotificationDispatcher refusing = outbox.dispatcher(mail -> {
            tried.add(mail.to().mail());
            if (mail.to().mail().equals("officer1@example.vn")) {
                throw new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "Máy chủ thư không nhận địa chỉ này: 550 5.1.1", null);
            }
        });
        outbox.assign("task-1", "officer1", "officer2");
        outbox.collected();
        refusing.dispatch();
        outbox.assign("task-2", "officer1");
        outbox.clock.forward(Duration.ofDays(9));
        refusing.dispatch();
        assertThat(tried).containsExactlyInAnyOrder("officer1@example.vn", "officer2@example.vn");
        assertThat(ofOfficer1()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.ADDRESS_REFUSED);
            assertThat(row.lastError()).isEqualTo("Máy chủ thư không nhận địa chỉ này: 550 5.1.1");
        });
        assertThat(ofOfficer1()).extracting(Notification::attempts).containsExactly(1, 0);
        assertThat(outbox.bell.of("officer1").unread()).isEqualTo(2);

        outbox.bell.read("officer1", ofOfficer1().get(0).id());
        outbox.people.put("officer1", new Addresses.Person("officer1", "Nguyễn Thị Hạnh", "hanh@example.vn"));
        refusing.dispatch();
        assertThat(tried).endsWith("hanh@example.vn").hasSize(3);
        assertThat(ofOfficer1()).extracting(Notification::state).as("the first was read meanwhile").containsExactly(State.BELL_ONLY, State.SENT);

        // The old address is no longer marked.
        outbox.person("officer1", "Nguyễn Thị Hạnh");
        outbox.assign("task-3", "officer1");
        outbox.collected();
        refusing.dispatch();
        assertThat(tried).endsWith("officer1@example.vn").hasSize(4);
    }

    @Test
    void anAdministratorMayTryARefusedAddressAgain_withAllThatWaitsForIt() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "550 5.1.1", null);
        }).dispatch();
        outbox.assign("task-2", "officer1");
        outbox.collected();
        outbox.dispatcher().dispatch();
        assertThat(outbox.sent).isEmpty();

        assertThat(outbox.desk.retry(List.of(ofOfficer1().get(0).id()))).isEqualTo(1);
        outbox.dispatcher().dispatch();
        assertThat(ofOfficer1()).extracting(Notification::state).containsExactly(State.SENT, State.SENT);
        assertThat(outbox.sent).hasSize(1);
    }

    @Test
    void whatWaitsForTheMailOfTheDayOfARefusedAddress_comesWithTheNextOneThatArrives() {
        outbox.choices.save("officer1", new NotificationChoice(NotificationChoice.ByMail.AT_ONCE, true, Set.of(), null, null, false));
        outbox.assign("task-1", "officer1");
        outbox.enqueue(NotificationMessage.dailyDigest(
                new NotificationSubject("dailyDigest:2026-11-23", null, null, null, null, null), LocalDate.of(2026, 11, 23)), "officer1");
        outbox.collected();
        outbox.dispatcher(mail -> {
            throw new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "550 5.1.1", null);
        }).dispatch();
        assertThat(ofOfficer1()).extracting(Notification::state).containsOnly(State.ADDRESS_REFUSED);

        outbox.people.put("officer1", new Addresses.Person("officer1", "Nguyễn Thị Hạnh", "hanh@example.vn"));
        outbox.dispatcher().dispatch();
        assertThat(ofOfficer1()).extracting(Notification::state).containsOnly(State.SENT);
        assertThat(outbox.sent).singleElement().satisfies(mail -> assertThat(mail.text()).contains("Khảo sát doanh nghiệp"));
    }

    private List<Notification> ofOfficer1() {
        return outbox.rows().stream().filter(row -> row.recipient().equals("officer1")).toList();
    }

    private List<Duration> waits(NotificationDispatcher dispatcher, int tries) {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            dispatcher.dispatch();
            waits.add(Duration.between(outbox.clock.instant(), outbox.onlyRow().nextTryAt()));
            outbox.clock.forward(waits.get(i));
        }
        return waits;
    }

    @Test
    void refusedMail_doesNotHoldUpOthers() {
        outbox.assign("task-1", "officer1");
        outbox.assign("task-2", "officer2");
        outbox.collected();
        outbox.dispatcher(mail -> {
            if (mail.to().id().equals("officer1")) {
                throw new NotDelivered(NotDelivered.Cause.REFUSED, "Máy chủ thư từ chối.", null);
            }
            outbox.sent.add(mail);
        }).dispatch();

        assertThat(outbox.rows()).extracting(Notification::state).containsExactly(State.PENDING, State.SENT);
    }

    @Test
    void wayOutClosed_isTriedOncePerPass_andNothingIsEverGivenUp() {
        List<Mail> tried = new ArrayList<>();
        NotificationDispatcher closed = outbox.dispatcher(mail -> {
            tried.add(mail);
            throw new NotDelivered(NotDelivered.Cause.OUT_OF_ORDER, "Không kết nối được máy chủ thư.", null);
        });
        outbox.assign("task-1", "officer1");
        outbox.assign("task-2", "officer2");
        outbox.collected();
        closed.dispatch();
        assertThat(tried).hasSize(1);

        for (int i = 0; i < 100; i++) {
            outbox.clock.forward(Duration.ofMinutes(30));
            closed.dispatch();
        }
        assertThat(outbox.rows()).extracting(Notification::state).containsOnly(State.PENDING);
        assertThat(outbox.rows()).extracting(Notification::attempts).as("nothing is counted").containsOnly(0);
        outbox.clock.forward(Duration.ofMinutes(30));
        assertThat(outbox.dispatcher().dispatch()).isEqualTo(2);
    }

    @Test
    void withoutAddress_waits_andGoesWhenTheAddressAppears() {
        outbox.people.put("officer3", new Addresses.Person("officer3", "Lê Văn Cường", null));
        outbox.assign("task-1", "officer3", "nobody");
        outbox.collected();
        outbox.dispatcher().dispatch();
        assertThat(outbox.rows()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.WAITING_ADDRESS);
            assertThat(row.lastError()).contains("chưa có địa chỉ");
        });

        outbox.person("officer3", "Lê Văn Cường");
        outbox.dispatcher().dispatch();
        assertThat(outbox.sent).extracting(mail -> mail.to().id()).containsExactly("officer3");
        assertThat(outbox.rows()).extracting(Notification::state)
                .containsExactlyInAnyOrder(State.SENT, State.WAITING_ADDRESS);
        assertThat(outbox.rows()).filteredOn(row -> row.state() == State.SENT)
                .extracting(Notification::lastError).containsOnlyNulls();
    }

    @Test
    void addressBookThatFails_leavesTheRowToBeTriedAgain() {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher(outbox.sent::add, id -> {
            throw new IllegalStateException("directory away");
        }).dispatch();

        assertThat(outbox.onlyRow().state()).isEqualTo(State.PENDING);
        assertThat(outbox.onlyRow().possiblyRepeated()).isFalse();
    }

    @RepeatedTest(5)
    @Tag("both-databases")
    void twoDispatchersAtOnce_sendEachRowOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            String person = "person" + i;
            outbox.person(person, "Người " + i);
            for (int j = 0; j < 5; j++) {
                outbox.assign("task-" + i + "-" + j, person);
            }
        }
        outbox.collected();
        List<Mail> mails = Collections.synchronizedList(new ArrayList<>());
        atOnce(4, outbox.dispatcher(mails::add));

        String all = mails.stream().map(Mail::text).collect(Collectors.joining());
        Map<String, Long> links = all.lines().filter(line -> line.contains("task=")).map(String::strip)
                .map(line -> line.substring(line.indexOf("task=")))
                .collect(Collectors.groupingBy(link -> link, Collectors.counting()));
        assertThat(links).hasSize(200);
        assertThat(links.values()).containsOnly(1L);
        assertThat(outbox.rows()).extracting(Notification::state).containsOnly(State.SENT);
    }

    private static void atOnce(int threads, NotificationDispatcher dispatcher) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> passes = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
                start.await();
                return dispatcher.dispatch();
            })).toList();
            for (Future<Integer> pass : passes) {
                pass.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
