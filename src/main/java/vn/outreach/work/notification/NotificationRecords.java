package vn.outreach.work.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table notification. Opens no transaction: the engine, the dispatcher or the controller has one. */
@Repository
class NotificationRecords {

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
                .param("data", NotificationRow.json(notice.data()))
                .param("subject", subject)
                .param("innerSubject", innerSubject)
                .param("innerTask", notice.innerTask())
                .param("calendar", notice.calendar())
                .param("knownTo", notice.knownTo())
                .param("createdAt", NotificationRow.local(now))
                .param("nextTryAt", NotificationRow.local(now.plus(collect)));
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
        return jdbc.sql("select " + NotificationRow.COLUMNS + " " + """
                        from notification due
                        where state = 'PENDING' and next_try_at <= :now
                          and (attempts > 0 or next_try_at <= :patience or not exists (
                            select 1 from notification fresh where fresh.recipient = due.recipient
                              and fresh.state = 'PENDING' and fresh.attempts = 0 and fresh.next_try_at > :now))
                        order by next_try_at, id
                        fetch first 1 row only
                        for update skip locked
                        """)
                .param("now", NotificationRow.local(now))
                .param("patience", NotificationRow.local(patience))
                .query(NotificationRow::of)
                .optional();
    }

    /** Locks the rows that go into one mail with the given one, itself included. */
    List<Notification> lockCompanions(Notification first, Instant now, int most) {
        boolean repeat = first.possiblyRepeated() && first.messageId() != null;
        String sameMail = repeat ? "message_id = :messageId" : "(possibly_repeated = false or message_id is null)";
        JdbcClient.StatementSpec query = jdbc.sql(
                        "select " + NotificationRow.COLUMNS + " " + """
                        from notification
                        where state = 'PENDING' and recipient = :recipient and next_try_at <= :now and template <> 'daily-digest' and %s
                        order by id
                        fetch first %d rows only
                        for update skip locked
                        """.formatted(sameMail, most))
                .param("recipient", first.recipient())
                .param("now", NotificationRow.local(now));
        return (repeat ? query.param("messageId", first.messageId()) : query)
                .query(NotificationRow::of)
                .list();
    }

    void markWaitingForAddress(List<Long> ids, String sentence) {
        jdbc.sql("""
                        update notification set state = 'WAITING_ADDRESS', last_error = :error, claimed_at = null
                        where id in (:ids) and state = 'SENDING'
                        """).param("error", sentence).param("ids", ids).update();
    }

    /** What waits for this person waits on, at least until then; a first try stays one. */
    void postpone(String recipient, Instant until) {
        jdbc.sql("""
                        update notification set next_try_at = :until
                        where recipient = :recipient and state = 'PENDING' and next_try_at < :until
                        """)
                .param("until", NotificationRow.local(until))
                .param("recipient", recipient)
                .update();
    }

    /** What waits for this person is not sent. */
    void leaveToBell(String recipient) {
        jdbc.sql(
                        "update notification set state = 'BELL_ONLY' where recipient = :recipient and state in ('PENDING', 'DIGEST')")
                .param("recipient", recipient)
                .update();
    }

    /** What waits for this person, also for the mail of the day, stays in the bell until there is another address. */
    void leaveToRefusedAddress(String recipient) {
        jdbc.sql("update notification set state = 'ADDRESS_REFUSED' where recipient = :recipient"
                        + " and state in ('PENDING', 'DIGEST')")
                .param("recipient", recipient)
                .update();
    }

    List<String> recipientsIn(Notification.State state) {
        return jdbc.sql("select distinct recipient from notification where state = ? order by recipient")
                .param(state.name())
                .query(String.class)
                .list();
    }

    void wake(String recipient, Instant now) {
        jdbc.sql("""
                        update notification set state = 'PENDING', next_try_at = :now, last_error = null
                        where state = 'WAITING_ADDRESS' and recipient = :recipient
                        """)
                .param("now", NotificationRow.local(now))
                .param("recipient", recipient)
                .update();
    }

    /** There is another address: what was not read meanwhile is sent, the rest was told by the bell. */
    void wakeUnread(String recipient, Instant now) {
        jdbc.sql("""
                        update notification set state = case when read_at is null then 'PENDING' else 'BELL_ONLY' end,
                            attempts = 0, deferred_since = null, next_try_at = :now, last_error = null
                        where state = 'ADDRESS_REFUSED' and recipient = :recipient
                        """)
                .param("now", NotificationRow.local(now))
                .param("recipient", recipient)
                .update();
    }

    Optional<Notification> find(long id) {
        return jdbc.sql("select " + NotificationRow.COLUMNS + " from notification where id = :id")
                .param("id", id)
                .query(NotificationRow::of)
                .optional();
    }
}
