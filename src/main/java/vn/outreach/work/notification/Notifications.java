package vn.outreach.work.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.outreach.security.identity.CurrentUser;

/** The way into the outbox: says what people must know; the dispatcher tells them after the commit. */
@Service
public class Notifications {

    private final NotificationRecords records;
    private final DigestRecords digests;
    private final NotificationSearch search;
    private final Bell bell;
    private final MailTemplates templates;
    private final NotificationSettings settings;
    private final Clock clock;

    Notifications(
            NotificationRecords records,
            DigestRecords digests,
            NotificationSearch search,
            Bell bell,
            MailTemplates templates,
            NotificationSettings settings,
            Clock clock) {
        this.records = records;
        this.digests = digests;
        this.search = search;
        this.bell = bell;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes one row per recipient in the caller's transaction. The same thing said twice to the same person about the
     * same event stays one row.
     */
    public void enqueue(NotificationMessage notice, Collection<String> recipients) {
        Set<String> people = new LinkedHashSet<>(recipients);
        people.removeIf(person -> Objects.isNull(person) || person.isBlank());
        if (!people.isEmpty()) {
            String subject = templates.subject(notice.template(), notice.data());
            String innerSubject = templates.subject(notice.template(), notice.innerData());
            records.insertIfAbsent(notice, subject, innerSubject, people, clock.instant(), settings.collect());
        }
    }

    /** What was said about an enterprise, oldest first, as far as the reader may know it: for the timeline. */
    public List<Notification> ofEnterprise(String taxCode, CurrentUser reader) {
        return search.ofEnterprise(taxCode, reader);
    }

    /** Who has unread notices that wait for the mail of the day. */
    public List<String> waitForDigest() {
        return digests.recipients();
    }

    /** Nothing of what was said so far rings a bell: for a past that nobody lived through. */
    public void allRead() {
        bell.readAll();
    }
}
