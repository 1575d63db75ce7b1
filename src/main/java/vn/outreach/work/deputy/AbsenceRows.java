package vn.outreach.work.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.PerTransaction;

/** The tables {@code absence} and {@code absence_task}. */
@Repository
class AbsenceRows {

    private static final String COLUMNS =
            "id, person, deputy, mode, first_day, last_day, reason, created_by, created_at, ended_by, ended_at";
    private static final String RUNS = " ended_at is null and first_day <= :day and last_day >= :day";

    private final JdbcClient jdbc;
    private final Clock clock;
    /** Who is away, by person and day: one and the same task asks of its assignee several times. */
    private final PerTransaction<Optional<Absence>> known = new PerTransaction<>();

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // --- who is away -------------------------------------------------------------------------------------------------

    /** Makes everybody else who writes an absence wait for the end of this transaction. */
    void lock() {
        jdbc.sql("select id from absence_lock for update").query(Integer.class).single();
    }

    Absence insert(Absence a) {
        known.forgetAll();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into absence (person, deputy, mode, first_day, last_day, reason, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        a.person(),
                        a.deputy(),
                        a.mode().name(),
                        a.firstDay(),
                        a.lastDay(),
                        a.reason(),
                        a.createdBy(),
                        now())
                .update(key, "id");
        return find(key.getKeyAs(Long.class)).orElseThrow();
    }

    /** The same absence that the same person wrote since then, and that has not ended. */
    Optional<Absence> sent(Absence wanted, String user, OffsetDateTime since) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from absence where person = ? and deputy = ? and mode = ? and first_day = ? and last_day = ?
                and reason = ? and created_by = ? and created_at >= ? and ended_at is null order by id fetch first 1 rows only""")
                .params(
                        wanted.person(),
                        wanted.deputy(),
                        wanted.mode().name(),
                        wanted.firstDay(),
                        wanted.lastDay(),
                        wanted.reason(),
                        user,
                        since)
                .query(this::row)
                .optional();
    }

    /** Whether it ran or was to run until now: of two who end it at once, one does. */
    boolean end(long id, String user) {
        known.forgetAll();
        return jdbc.sql("update absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(user, now(), id)
                        .update()
                > 0;
    }

    Optional<Absence> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from absence where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    Optional<Absence> of(String person, LocalDate day) {
        String key = person + '\0' + day;
        return known.get(key).orElseGet(() -> {
            Optional<Absence> absence = read(person, day);
            known.put(key, absence);
            return absence;
        });
    }

    private Optional<Absence> read(String person, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from absence where person = :person and" + RUNS)
                .param("person", person)
                .param("day", day)
                .query(this::row)
                .optional();
    }

    /** Those for whom this user stands in. */
    List<Absence> withDeputy(String deputy, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from absence where deputy = :deputy and" + RUNS + " order by id")
                .param("deputy", deputy)
                .param("day", day)
                .query(this::row)
                .list();
    }

    List<Absence> running(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from absence where" + RUNS + " order by id")
                .param("day", day)
                .query(this::row)
                .list();
    }

    /** Absences of these people that have not ended, and touch these days, in order of their days. */
    List<Absence> ofPeople(Collection<String> people, LocalDate from, LocalDate to) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " " + """
                from absence where person in (:people) and ended_at is null
                and first_day <= :last and last_day >= :first order by first_day, id""")
                        .param("people", people)
                        .param("first", from)
                        .param("last", to)
                        .query(this::row)
                        .list();
    }

    List<Absence> ofDeputy(String deputy, LocalDate from, LocalDate to) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from absence where deputy = :deputy and ended_at is null
                and first_day <= :last and last_day >= :first order by first_day, id""")
                .param("deputy", deputy)
                .param("first", from)
                .param("last", to)
                .query(this::row)
                .list();
    }

    /** The newest absences, of all people or of those who are away or stand in. */
    List<Absence> newest(Collection<String> people, int most) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " " + """
                from absence where person in (:people) or deputy in (:people)
                order by first_day desc, id desc fetch first :most rows only""")
                        .param("people", people)
                        .param("most", most)
                        .query(this::row)
                        .list();
    }

    List<Absence> newest(int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from absence order by first_day desc, id desc fetch first :most rows only")
                .param("most", most)
                .query(this::row)
                .list();
    }

    // --- their tasks -------------------------------------------------------------------------------------------------

    void handed(long absence, String taskId) {
        jdbc.sql("insert into absence_task (absence_id, task_id, handed_at) values (?, ?, ?)")
                .params(absence, taskId, now())
                .update();
    }

    void back(long absence, String taskId) {
        jdbc.sql("update absence_task set back_at = ? where absence_id = ? and task_id = ?")
                .params(now(), absence, taskId)
                .update();
    }

    /** What went to the deputy and has not come back. */
    List<String> out(long absence) {
        return jdbc.sql("select task_id from absence_task where absence_id = ? and back_at is null order by task_id")
                .param(absence)
                .query(String.class)
                .list();
    }

    /** Whose task it is, while a deputy has it. */
    Optional<Absence> ofTask(String taskId) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from absence_task t join absence a on a.id = t.absence_id
                where t.task_id = ? and t.back_at is null order by a.id desc fetch first 1 rows only""")
                .param(taskId)
                .query(this::row)
                .optional();
    }

    /** Absences that are over while a task has not come back yet. */
    List<Absence> overWithTasks(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from absence a where (ended_at is not null or last_day < :day)
                and exists (select 1 from absence_task t where t.absence_id = a.id and t.back_at is null) order by id""")
                .param("day", day)
                .query(this::row)
                .list();
    }

    private OffsetDateTime now() {
        return local(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Absence row(ResultSet row, int number) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Absence(
                row.getLong("id"),
                row.getString("person"),
                row.getString("deputy"),
                DeputyMode.valueOf(row.getString("mode")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("created_by"),
                local(row.getObject("created_at", OffsetDateTime.class)),
                row.getString("ended_by"),
                endedAt == null ? null : local(endedAt));
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.MILLIS)
                .atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                .toOffsetDateTime();
    }
}
