package vn.outreach.work.notification;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table notification: what waits for the mail of the day, and what became of it. Opens no transaction. */
@Repository
class DigestRecords {

    private final JdbcClient jdbc;

    DigestRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What waits for this person and was not tried yet comes with the mail of the day, as far as it is one of these.
     */
    void leaveToDigest(String recipient, Collection<String> templates) {
        jdbc.sql("""
                        update notification set state = 'DIGEST'
                        where recipient = :recipient and state = 'PENDING' and attempts = 0 and template in (:templates)
                        """)
                .param("recipient", recipient)
                .param("templates", templates)
                .update();
    }

    boolean hasLater(Notification digest) {
        return jdbc.sql("select id from notification where recipient = ? and template = ? and id > ?"
                        + " fetch first 1 rows only")
                .params(digest.recipient(), digest.template().fileName(), digest.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** What waits for the mail of the day and was not read in the bell, the oldest first. */
    List<Notification> waiting(String recipient, int most) {
        return jdbc.sql("select " + NotificationRow.COLUMNS
                        + " from notification where recipient = :recipient and state = 'DIGEST'"
                        + " and read_at is null order by id fetch first :most rows only")
                .param("recipient", recipient)
                .param("most", most)
                .query(NotificationRow::of)
                .list();
    }

    List<String> recipients() {
        return jdbc.sql("select distinct recipient from notification where state = 'DIGEST' and read_at is null"
                        + " order by recipient")
                .query(String.class)
                .list();
    }

    /** When the last mail of the day that went to this person was written. */
    @Nullable
    Instant last(String recipient) {
        return jdbc
                .sql("select max(created_at) from notification where recipient = ? and template = 'daily-digest'"
                        + " and state = 'SENT'")
                .param(recipient)
                .query((rs, number) -> rs.getObject(1, LocalDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(NotificationRow::instant)
                .findFirst()
                .orElse(null);
    }

    void markTold(Collection<Long> ids, Notification digest, String messageId, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update notification set state = 'SENT', sent_at = :now, message_id = :messageId"
                            + " where id in (:ids) and state = 'DIGEST'")
                    .param("now", NotificationRow.local(now))
                    .param("messageId", messageId)
                    .param("ids", ids)
                    .update();
        }
        jdbc.sql("update notification set state = 'BELL_ONLY' where recipient = :recipient and state = 'DIGEST'"
                        + " and read_at is not null")
                .param("recipient", digest.recipient())
                .update();
    }

    /** What it was to tell is over: it is not sent, and the bell does not count it. */
    void drop(Collection<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update notification set state = 'DROPPED', claimed_at = null,
                                read_at = coalesce(read_at, cast(:now as timestamp(3)))
                            where id in (:ids) and state in ('PENDING', 'SENDING', 'DIGEST')
                            """)
                    .param("now", NotificationRow.local(now))
                    .param("ids", ids)
                    .update();
        }
    }
}
