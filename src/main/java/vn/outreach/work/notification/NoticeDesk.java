package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.delivery.DeliveryTable;
import vn.outreach.base.delivery.RefusedAddresses;

/** What an administrator does with notices that did not arrive. Opens no transaction: the controller has one. */
@Repository
class NoticeDesk {

    private final JdbcClient jdbc;
    private final NotificationRecords records;
    private final RefusedAddresses refused;
    private final DeliveryTable table;
    private final Clock clock;

    NoticeDesk(JdbcClient jdbc, NotificationRecords records, RefusedAddresses refused, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.refused = refused;
        this.table = new DeliveryTable(jdbc, "notification");
        this.clock = clock;
    }

    /**
     * Tries these again, if they did not arrive. Where it was the address that was refused, it is tried again too, with
     * all that waits for it.
     *
     * @return how many of these there were
     */
    int retry(Collection<Long> ids) {
        Instant now = clock.instant();
        Set<String> people = withRefusedAddress(ids);
        int tried = table.retry(ids, now);
        people.forEach(person -> {
            refused.forget(MailOutbox.CHANNEL, person);
            records.wakeUnread(person, now);
        });
        return tried;
    }

    private Set<String> withRefusedAddress(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select distinct recipient from notification where id in (:ids)"
                                + " and state = 'ADDRESS_REFUSED'")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }
}
