package vn.outreach.work.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;

/** Table calendar_change: changes of the days off by which open limits are counted anew, and how far that is. */
@Repository
class CalendarChanges {

    private final JdbcClient jdbc;

    CalendarChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param afterTask the tasks up to this one are done in this round */
    record Change(long id, LocalDateTime changedAt, boolean firstRound, String afterTask) {

        private static Change read(ResultSet row, int number) throws SQLException {
            return new Change(
                    row.getLong("id"),
                    row.getObject("changed_at", LocalDateTime.class),
                    row.getBoolean("first_round"),
                    row.getString("after_task"));
        }
    }

    void add(Instant now) {
        jdbc.sql("insert into calendar_change (changed_at, next_at, first_round, after_task, moved)"
                        + " values (?, ?, true, '', 0)")
                .params(local(now), local(now))
                .update();
    }

    /** What is to be gone on with, the oldest first. */
    List<Long> due(Instant now) {
        return jdbc.sql("select id from calendar_change where done_at is null and next_at <= ? order by id")
                .param(local(now))
                .query(Long.class)
                .list();
    }

    /** Holds the row until the end of the transaction; none where it is done or another node has it. */
    Optional<Change> take(long id) {
        return jdbc.sql("select id, changed_at, first_round, after_task from calendar_change"
                        + " where id = ? and done_at is null for update skip locked")
                .param(id)
                .query(Change::read)
                .optional();
    }

    void reached(long id, String task, int moved) {
        jdbc.sql("update calendar_change set after_task = ?, moved = moved + ? where id = ?")
                .params(task, moved, id)
                .update();
    }

    /** Another round, over all tasks, from then on. */
    void again(long id, LocalDateTime at) {
        jdbc.sql("update calendar_change set first_round = false, after_task = '', next_at = ? where id = ?")
                .params(at, id)
                .update();
    }

    void done(long id, Instant now) {
        jdbc.sql("update calendar_change set done_at = ? where id = ?")
                .params(local(now), id)
                .update();
    }

    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MILLIS), OutreachApplication.ZONE.toZoneId());
    }
}
