package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each person has not read yet, whether a mail went out for it or not: table notification, the person's own rows.
 */
@Repository
class Bell {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final Clock clock;

    Bell(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many are unread, and the newest of them; 0 and 0 where all is read. */
    record State(long unread, long newest) {

        static final State NOTHING = new State(0, 0);
    }

    /** A row with whether it was read. */
    record Row(Notification notification, boolean read, String innerTask) {

        /** What the page says: it calls the task by its name, where a mail may not. */
        Map<String, String> data() {
            return innerTask == null
                    ? notification.data()
                    : NotificationMessage.withTask(notification.data(), innerTask);
        }
    }

    State of(String userId) {
        return of(List.of(userId)).getOrDefault(userId, State.NOTHING);
    }

    /** Of all these people with one question; who has read everything is not among them. */
    Map<String, State> of(Collection<String> userIds) {
        Map<String, State> states = new HashMap<>();
        jdbc.sql("""
                        select recipient, count(*) as unread, max(id) as newest from notification
                        where recipient in (:people) and read_at is null group by recipient""").param("people", userIds).query(row -> {
            states.put(row.getString("recipient"), new State(row.getLong("unread"), row.getLong("newest")));
        });
        return states;
    }

    /** The newest rows of one person, newest first. */
    List<Row> newest(String userId, boolean unreadOnly, int size) {
        return jdbc.sql("select " + NotificationRow.COLUMNS
                        + ", read_at, inner_task from notification where recipient = ?"
                        + (unreadOnly ? " and read_at is null" : "")
                        + " order by id desc fetch first " + size + " rows only")
                .param(userId)
                .query((row, number) -> new Row(
                        NotificationRow.of(row, number),
                        row.getTimestamp("read_at") != null,
                        row.getString("inner_task")))
                .list();
    }

    /** @return whether there is such a row of this person's own, read before or not */
    boolean read(String userId, long id) {
        jdbc.sql("update notification set read_at = ? where id = ? and recipient = ? and read_at is null")
                .params(now(), id, userId)
                .update();
        return jdbc.sql("select count(*) from notification where id = ? and recipient = ?")
                        .params(id, userId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Reads what the person has seen in the list: nothing that came after the row with this id. */
    void readUpTo(String userId, long newest) {
        jdbc.sql("update notification set read_at = ? where recipient = ? and read_at is null and id <= ?")
                .params(now(), userId, newest)
                .update();
    }

    /** Everybody has read everything: what the demo told in its past. */
    void readAll() {
        jdbc.sql("update notification set read_at = created_at where read_at is null")
                .update();
    }

    private LocalDateTime now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return LocalDateTime.ofInstant(now, ZONE);
    }
}
