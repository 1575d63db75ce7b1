package vn.outreach.work.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.delivery.DeliveryTable;
import vn.outreach.base.delivery.RefusedAddresses;
import vn.outreach.web.KeyPaging;

/**
 * All notices for those who see that they arrive: where they stand, and what an administrator does with those that did
 * not. Opens no transaction: the controller has one.
 */
@Repository
class NoticeDesk {

    /** States of which there are few, so that they can be counted; the others are most of the table. */
    static final List<Notification.State> COUNTED = List.of(
            Notification.State.FAILED,
            Notification.State.ADDRESS_REFUSED,
            Notification.State.WAITING_ADDRESS,
            Notification.State.PENDING,
            Notification.State.SENDING,
            Notification.State.SET_ASIDE);

    private static final int AT_ONCE = 500;

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

    /** What is asked for; empty or null means any. */
    record Filter(
            Set<Notification.State> states,
            @Nullable NotificationTemplate template,
            @Nullable String person,
            @Nullable Duration olderThan) {}

    /** @param setAside why it was set aside, or null */
    record Row(Notification notice, @Nullable String setAside) {}

    /** One row more than is asked for tells that there are more. */
    List<Row> find(Filter filter, KeyPaging<Long> paging) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params) + paging.condition("notification");
        params.put("size", paging.read());
        if (paging.after() != null) {
            params.put("after", paging.after());
        }
        return jdbc.sql("select " + NotificationRow.COLUMNS + ", set_aside from notification where " + where
                        + paging.order())
                .params(params)
                .query(NoticeDesk::row)
                .list();
    }

    /** How many there are in each of these states, whatever state is asked for. */
    Map<Notification.State, Long> counts(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        String where =
                where(new Filter(Set.copyOf(COUNTED), filter.template(), filter.person(), filter.olderThan()), params);
        Map<Notification.State, Long> counts = new EnumMap<>(Notification.State.class);
        COUNTED.forEach(state -> counts.put(state, 0L));
        jdbc.sql("select state, count(*) as found from notification where " + where + " group by state")
                .params(params)
                .query(row -> {
                    counts.put(Notification.State.valueOf(row.getString("state")), row.getLong("found"));
                });
        return counts;
    }

    List<Long> ids(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        return jdbc.sql("select id from notification where " + where + " order by id")
                .params(params)
                .query(Long.class)
                .list();
    }

    /**
     * Tries these again, if they did not arrive. Where it was the address that was refused, it is tried again too, with
     * all that waits for it.
     *
     * @return how many of these there were
     */
    int retry(Collection<Long> ids) {
        Instant now = clock.instant();
        Set<String> people = new HashSet<>();
        int tried = 0;
        for (List<Long> part : parts(ids)) {
            people.addAll(withRefusedAddress(part));
            tried += table.retry(part, now);
        }
        people.forEach(person -> {
            refused.forget(MailOutbox.CHANNEL, person);
            records.wakeUnread(person, now);
        });
        return tried;
    }

    /**
     * Nothing is tried any more with these, if they did not arrive.
     *
     * @return how many of these there were
     */
    int setAside(Collection<Long> ids, String reason) {
        return parts(ids).stream()
                .mapToInt(part -> table.setAside(part, reason))
                .sum();
    }

    private List<String> withRefusedAddress(List<Long> ids) {
        return jdbc.sql("select distinct recipient from notification where id in (:ids) and state = 'ADDRESS_REFUSED'")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }

    private String where(Filter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>(List.of("id > 0"));
        if (!filter.states().isEmpty()) {
            conditions.add("state in (:states)");
            params.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.template() != null) {
            conditions.add("template = :template");
            params.put("template", filter.template().fileName());
        }
        if (filter.person() != null) {
            conditions.add("recipient = :person");
            params.put("person", filter.person());
        }
        if (filter.olderThan() != null) {
            conditions.add("created_at <= :before");
            params.put("before", NotificationRow.local(clock.instant().minus(filter.olderThan())));
        }
        return String.join(" and ", conditions);
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(NotificationRow.of(rs, number), rs.getString("set_aside"));
    }
}
