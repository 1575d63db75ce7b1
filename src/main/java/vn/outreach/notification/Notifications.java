package vn.outreach.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door to the outbox: says what people must know; the dispatcher tells them after the commit. */
@Service
public class Notifications {

    private final NotificationRecords records;
    private final MailTemplates templates;
    private final NotificationSettings settings;
    private final Clock clock;

    Notifications(NotificationRecords records, MailTemplates templates, NotificationSettings settings, Clock clock) {
        this.records = records;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes one row per recipient in the caller's transaction. The same thing said twice to the same person about the
     * same event stays one row.
     */
    public void enqueue(Notice notice, Collection<String> recipients) {
        Set<String> people = new LinkedHashSet<>(recipients);
        people.removeIf(person -> Objects.isNull(person) || person.isBlank());
        if (!people.isEmpty()) {
            String subject = templates.subject(notice.template(), notice.data());
            records.insertIfAbsent(notice, subject, people, clock.instant(), settings.collect());
        }
    }

    /** Everything said about an enterprise, oldest first. Rows about admissions are not everybody's to read. */
    public List<Notification> ofEnterprise(String taxCode) {
        return records.ofEnterprise(taxCode);
    }
}
