package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.outreach.base.delivery.Channel;
import vn.outreach.base.delivery.RefusedAddresses;
import vn.outreach.security.identity.Addresses;
import vn.outreach.testing.TestDatabase;

/** The package notification without Spring: a database, a clock moved by hand, an address book and a transport that remembers. */
final class OutboxOnTest implements AutoCloseable {

    static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    final TestDatabase database = TestDatabase.migrated();
    final HandClock clock = new HandClock();
    final Map<String, Addresses.Person> people = new HashMap<>();
    final List<Mail> sent = new ArrayList<>();
    /** What a mail of the day says: here all that waited. */
    Function<List<DigestContent.Waiting>, DigestContent.Text> digest = waiting -> new DigestContent.Text(
            waiting.stream().map(DigestContent.Waiting::line).toList(),
            waiting.stream().map(DigestContent.Waiting::id).collect(Collectors.toSet()), Set.of());
    final NotificationRecords records = new NotificationRecords(database.jdbc());
    final DigestRecords digests = new DigestRecords(database.jdbc());
    final RefusedAddresses refused = new RefusedAddresses(database.jdbc(), database.upsert());
    final NoticeDesk desk = new NoticeDesk(database.jdbc(), records, refused, clock);
    final NotificationSettings settings =
            new NotificationSettings(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(5), 20, 3, Duration.ofDays(5),
                    EnumSet.allOf(NoticeKind.class));
    final MailTemplates templates = new MailTemplates();
    final NotificationSearch search = new NotificationSearch(database.jdbc());
    final Bell bell = new Bell(database.jdbc(), clock);
    final NotificationChoices choices = new NotificationChoices(database.jdbc(), database.upsert());
    final NotificationLinks links = new NotificationLinks();
    final Notifications notifications = new Notifications(records, digests, search, bell, templates, settings, clock);

    OutboxOnTest() {
        person("officer1", "Nguyễn Thị Hạnh");
        person("officer2", "Trần Văn Bình");
    }

    void person(String id, String name) {
        people.put(id, new Addresses.Person(id, name, id + "@example.vn"));
    }

    OwnMail ownMail() {
        return new OwnMail(refused, id -> Optional.ofNullable(people.get(id)));
    }

    NotificationDispatcher dispatcher() {
        return dispatcher(sent::add);
    }

    NotificationDispatcher dispatcher(Channel<Mail> transport) {
        return dispatcher(transport, id -> Optional.ofNullable(people.get(id)));
    }

    NotificationDispatcher dispatcher(Channel<Mail> transport, Addresses addresses) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        MailOutbox outbox = new MailOutbox(records, digests, choices, addresses, new MailWriter(templates, links, "http://localhost:8080"),
                (recipient, last, waiting) -> digest.apply(waiting), settings, clock, transactions);
        return new NotificationDispatcher(records, outbox, transport, refused, addresses, settings, clock, database.jdbc(), transactions);
    }

    void enqueue(NotificationMessage notice, String... recipients) {
        database.transaction().executeWithoutResult(status -> notifications.enqueue(notice, List.of(recipients)));
    }

    void assign(String taskId, String... recipients) {
        enqueue(NotificationMessage.taskAssigned(task(taskId), "Khảo sát doanh nghiệp", DUE), recipients);
    }

    /** Lets the collecting time pass. */
    void collected() {
        clock.forward(settings.collect());
    }

    List<Notification> rows() {
        return database.jdbc().sql("select id from notification order by id").query(Long.class).list().stream()
                .map(id -> records.find(id).orElseThrow())
                .toList();
    }

    Notification onlyRow() {
        List<Notification> rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError("One row expected, not " + rows);
        }
        return rows.get(0);
    }

    static NotificationSubject task(String taskId) {
        return new NotificationSubject(taskId, "3500101146", "Công ty TNHH Minh Long", "survey", "pi-1", taskId);
    }

    @Override
    public void close() {
        database.close();
    }

    /** A clock that stands until somebody moves it. */
    static final class HandClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
