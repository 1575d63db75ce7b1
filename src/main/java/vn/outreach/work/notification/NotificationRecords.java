package vn.outreach.work.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table notification. Opens no transaction: the engine, the dispatcher or the controller has one. */
@Repository
class NotificationRecords {

    static final String COLUMNS =
            "id, event_key, template, recipient, address, tax_code, process_key, process_instance_id, task_id, "
                    + "data, subject, calendar, state, attempts, next_try_at, last_error, possibly_repeated, message_id, "
                    + "claimed_at, created_at, sent_at";

    /** The office's zone has no summer time, so local timestamps are unambiguous. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    NotificationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks before it writes: on PostgreSQL a violated key would abort the engine's whole transaction. */
    void insertIfAbsent(
            NotificationMessage notice,
            String subject,
            @Nullable String innerSubject,
            Collection<String> recipients,
            Instant now,
            Duration collect) {
        NotificationSubject occasion = notice.occasion();
        List<String> people = List.copyOf(recipients);
        JdbcClient.StatementSpec insert = jdbc.sql(insertSql(people.size()))
                .param("eventKey", occasion.eventKey())
                .param("template", notice.template().fileName())
                .param("taxCode", occasion.taxCode())
                .param("processKey", occasion.processKey())
                .param("processInstanceId", occasion.processInstanceId())
                .param("taskId", occasion.taskId())
                .param("data", json(notice.data()))
                .param("subject", subject)
                .param("innerSubject", innerSubject)
                .param("innerTask", notice.innerTask())
                .param("calendar", notice.calendar())
                .param("knownTo", notice.knownTo())
                .param("createdAt", local(now))
                .param("nextTryAt", local(now.plus(collect)));
        for (int i = 0; i < people.size(); i++) {
            insert = insert.param("person" + i, people.get(i));
        }
        insert.update();
    }

    private static String insertSql(int people) {
        String values = IntStream.range(0, people)
                .mapToObj(i -> "(cast(:person" + i + " as varchar(64)))")
                .collect(Collectors.joining(", "));
        return """
                insert into notification (event_key, template, recipient, tax_code, process_key, process_instance_id,
                    task_id, data, subject, state, attempts, next_try_at, possibly_repeated, created_at, calendar, read_at,
                    inner_subject, inner_task)
                select cast(:eventKey as varchar(100)), cast(:template as varchar(60)), person.id,
                    cast(:taxCode as varchar(14)), cast(:processKey as varchar(64)),
                    cast(:processInstanceId as varchar(64)), cast(:taskId as varchar(64)),
                    cast(:data as varchar(4000)), cast(:subject as varchar(255)), 'PENDING', 0,
                    cast(:nextTryAt as timestamp(3)), false, cast(:createdAt as timestamp(3)),
                    cast(:calendar as varchar(4000)),
                    case when person.id = cast(:knownTo as varchar(64)) then cast(:createdAt as timestamp(3)) end,
                    cast(:innerSubject as varchar(255)), cast(:innerTask as varchar(255))
                from (values %s) as person(id)
                where not exists (select 1 from notification known where known.event_key = :eventKey
                    and known.template = :template and known.recipient = person.id)
                """.formatted(values);
    }

    /**
     * Locks the first row that is due and whose recipient is not just being told more. A recipient waits while new rows
     * keep coming, but never beyond {@code patience}.
     */
    Optional<Notification> lockFirstDue(Instant now, Instant patience) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from notification due
                        where state = 'PENDING' and next_try_at <= :now
                          and (attempts > 0 or next_try_at <= :patience or not exists (
                            select 1 from notification fresh where fresh.recipient = due.recipient
                              and fresh.state = 'PENDING' and fresh.attempts = 0 and fresh.next_try_at > :now))
                        order by next_try_at, id
                        fetch first 1 row only
                        for update skip locked
                        """)
                .param("now", local(now))
                .param("patience", local(patience))
                .query(NotificationRecords::row)
                .optional();
    }

    /** Locks the rows that go into one mail with the given one, itself included. */
    List<Notification> lockCompanions(Notification first, Instant now, int most) {
        boolean repeat = first.possiblyRepeated() && first.messageId() != null;
        String sameMail = repeat ? "message_id = :messageId" : "(possibly_repeated = false or message_id is null)";
        JdbcClient.StatementSpec query = jdbc.sql("select " + COLUMNS + " " + """
                        from notification
                        where state = 'PENDING' and recipient = :recipient and next_try_at <= :now and template <> 'daily-digest' and %s
                        order by id
                        fetch first %d rows only
                        for update skip locked
                        """.formatted(sameMail, most))
                .param("recipient", first.recipient())
                .param("now", local(now));
        return (repeat ? query.param("messageId", first.messageId()) : query)
                .query(NotificationRecords::row)
                .list();
    }

    void markSending(List<Notification> rows, String messageId, Instant now) {
        int marked = jdbc.sql("""
                        update notification set state = 'SENDING', claimed_at = :now, message_id = :messageId
                        where id in (:ids) and state = 'PENDING'
                        """)
                .param("now", local(now))
                .param("messageId", messageId)
                .param("ids", ids(rows))
                .update();
        if (marked != rows.size()) {
            throw new IllegalStateException("Rows of " + messageId + " are already being sent by somebody else");
        }
    }

    /** A repeat keeps its sentence: who reads the row must know that the mail may have come twice. */
    void markSent(List<Notification> rows, String address, Instant now) {
        jdbc.sql("""
                        update notification set state = 'SENT', sent_at = :now, address = :address, claimed_at = null,
                            attempts = attempts + 1,
                            last_error = case when possibly_repeated then last_error else null end
                        where id in (:ids) and state = 'SENDING'
                        """)
                .param("now", local(now))
                .param("address", Shortened.to(255, address))
                .param("ids", ids(rows))
                .update();
    }

    void markFailed(
            List<Notification> rows, Notification.State next, Instant nextTryAt, String error, boolean maybeSent) {
        jdbc.sql("""
                        update notification set state = :state, attempts = attempts + 1, next_try_at = :nextTryAt,
                            last_error = :error, claimed_at = null,
                            possibly_repeated = case when :maybeSent then true else possibly_repeated end
                        where id in (:ids) and state = 'SENDING'
                        """)
                .param("state", next.name())
                .param("nextTryAt", local(nextTryAt))
                .param("error", Shortened.to(LONGEST_ERROR, error))
                .param("maybeSent", maybeSent)
                .param("ids", ids(rows))
                .update();
    }

    /** Nothing was tried with these rows: the way out was closed. */
    void markHeldUp(List<Notification> rows, Instant nextTryAt, String error) {
        jdbc.sql("""
                        update notification set state = 'PENDING', next_try_at = :nextTryAt, last_error = :error, claimed_at = null
                        where id in (:ids) and state = 'SENDING'
                        """)
                .param("nextTryAt", local(nextTryAt))
                .param("error", Shortened.to(LONGEST_ERROR, error))
                .param("ids", ids(rows))
                .update();
    }

    /** The server puts these rows off; those that it put off first before {@code givenUpBefore} are given up. */
    void markDeferred(List<Notification> rows, Instant now, Instant nextTryAt, Instant givenUpBefore, String error) {
        jdbc.sql("""
                        update notification set attempts = attempts + 1, next_try_at = :nextTryAt, last_error = :error,
                            claimed_at = null,
                            state = case when deferred_since <= cast(:givenUpBefore as timestamp(3)) then 'FAILED' else 'PENDING' end,
                            deferred_since = coalesce(deferred_since, cast(:now as timestamp(3)))
                        where id in (:ids) and state = 'SENDING'
                        """)
                .param("nextTryAt", local(nextTryAt))
                .param("error", Shortened.to(LONGEST_ERROR, error))
                .param("now", local(now))
                .param("givenUpBefore", local(givenUpBefore))
                .param("ids", ids(rows))
                .update();
    }

    void markWaitingForAddress(List<Notification> rows, String sentence) {
        jdbc.sql("""
                        update notification set state = 'WAITING_ADDRESS', last_error = :error, claimed_at = null
                        where id in (:ids) and state = 'SENDING'
                        """).param("error", sentence).param("ids", ids(rows)).update();
    }

    /** What waits for this person waits on, at least until then; a first try stays one. */
    void postpone(String recipient, Instant until) {
        jdbc.sql("""
                        update notification set next_try_at = :until
                        where recipient = :recipient and state = 'PENDING' and next_try_at < :until
                        """).param("until", local(until)).param("recipient", recipient).update();
    }

    /** What waits for this person is not sent. */
    void leaveToBell(String recipient) {
        jdbc.sql(
                        "update notification set state = 'BELL_ONLY' where recipient = :recipient and state in ('PENDING', 'DIGEST')")
                .param("recipient", recipient)
                .update();
    }

    // --- the mail of the day -----------------------------------------------------------------------------------------

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

    boolean hasLaterDigest(Notification digest) {
        return jdbc.sql("select id from notification where recipient = ? and template = ? and id > ?"
                        + " fetch first 1 rows only")
                .params(digest.recipient(), digest.template().fileName(), digest.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** What waits for the mail of the day and was not read in the bell, the oldest first. */
    List<Notification> waitingForDigest(String recipient, int most) {
        return jdbc.sql("select " + COLUMNS + " from notification where recipient = :recipient and state = 'DIGEST'"
                        + " and read_at is null order by id fetch first :most rows only")
                .param("recipient", recipient)
                .param("most", most)
                .query(NotificationRecords::row)
                .list();
    }

    List<String> recipientsOfDigest() {
        return jdbc.sql("select distinct recipient from notification where state = 'DIGEST' and read_at is null"
                        + " order by recipient")
                .query(String.class)
                .list();
    }

    /** When the last mail of the day that went to this person was written. */
    @Nullable
    Instant lastDigest(String recipient) {
        return jdbc
                .sql("select max(created_at) from notification where recipient = ? and template = 'daily-digest'"
                        + " and state = 'SENT'")
                .param(recipient)
                .query((rs, number) -> rs.getObject(1, LocalDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(NotificationRecords::instant)
                .findFirst()
                .orElse(null);
    }

    void markToldByDigest(Collection<Long> ids, Notification digest, String messageId, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update notification set state = 'SENT', sent_at = :now, message_id = :messageId"
                            + " where id in (:ids) and state = 'DIGEST'")
                    .param("now", local(now))
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
                            """).param("now", local(now)).param("ids", ids).update();
        }
    }

    List<String> recipientsWithoutAddress() {
        return jdbc.sql("select distinct recipient from notification where state = 'WAITING_ADDRESS'")
                .query(String.class)
                .list();
    }

    void wake(String recipient, Instant now) {
        jdbc.sql("""
                        update notification set state = 'PENDING', next_try_at = :now, last_error = null
                        where state = 'WAITING_ADDRESS' and recipient = :recipient
                        """).param("now", local(now)).param("recipient", recipient).update();
    }

    /**
     * Rows whose sender is gone: they may have been sent and say so. An attempt is counted, so nothing loops for ever.
     */
    int release(Instant claimedBefore, Instant now, int maxAttempts, String sentence) {
        return jdbc.sql("""
                        update notification set state = case when attempts + 1 >= :most then 'FAILED' else 'PENDING' end,
                            attempts = attempts + 1, possibly_repeated = true, next_try_at = :now,
                            last_error = :error, claimed_at = null
                        where state = 'SENDING' and claimed_at < :claimedBefore
                        """)
                .param("most", maxAttempts)
                .param("now", local(now))
                .param("error", sentence)
                .param("claimedBefore", local(claimedBefore))
                .update();
    }

    boolean retry(long id, Instant now) {
        return jdbc.sql("""
                        update notification set state = 'PENDING', attempts = 0, deferred_since = null, next_try_at = :now
                        where id = :id and state in ('FAILED', 'PENDING')
                        """).param("now", local(now)).param("id", id).update() == 1;
    }

    Optional<Notification> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from notification where id = :id")
                .param("id", id)
                .query(NotificationRecords::row)
                .optional();
    }

    private static List<Long> ids(List<Notification> rows) {
        List<Long> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    static Notification row(ResultSet rs, int number) throws SQLException {
        LocalDateTime claimedAt = rs.getObject("claimed_at", LocalDateTime.class);
        LocalDateTime sentAt = rs.getObject("sent_at", LocalDateTime.class);
        return new Notification(
                rs.getLong("id"),
                rs.getString("event_key"),
                NotificationTemplate.ofFileName(rs.getString("template")),
                rs.getString("recipient"),
                rs.getString("address"),
                rs.getString("tax_code"),
                rs.getString("process_key"),
                rs.getString("process_instance_id"),
                rs.getString("task_id"),
                data(rs.getString("data")),
                rs.getString("subject"),
                rs.getString("calendar"),
                Notification.State.valueOf(rs.getString("state")),
                rs.getInt("attempts"),
                instant(rs.getObject("next_try_at", LocalDateTime.class)),
                rs.getString("last_error"),
                rs.getBoolean("possibly_repeated"),
                rs.getString("message_id"),
                claimedAt == null ? null : instant(claimedAt),
                instant(rs.getObject("created_at", LocalDateTime.class)),
                sentAt == null ? null : instant(sentAt));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    private static String json(Map<String, String> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> data(String json) {
        try {
            return JSON.readValue(json, DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not the data of a notice: " + json, e);
        }
    }
}
