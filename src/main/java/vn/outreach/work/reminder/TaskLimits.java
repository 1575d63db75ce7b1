package vn.outreach.work.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;
import vn.outreach.rules.calendar.OfficeCalendar;

/**
 * Table task_limit: how the due date of each open task was counted. The row of a new task is written with its lines
 * ({@link TaskLines#counted}), and goes with them.
 */
@Repository
public class TaskLimits {

    private static final String COUNTED = """
            from task_limit l join ACT_RU_TASK t on t.ID_ = l.task_id
            where l.working_days is not null and t.DUE_DATE_ is not null""";

    private final JdbcClient jdbc;
    private final Upsert upsert;

    TaskLimits(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    /**
     * A limit of working days.
     *
     * @param due the last day, as the task has it
     * @param moreDays of an extension
     */
    public record Limit(String taskId, LocalDate due, LocalDate countedFrom, int workingDays, int moreDays) {

        /** The last day by these days. */
        public LocalDate lastDay(OfficeCalendar days) {
            return days.plus(days.plus(countedFrom, workingDays), moreDays);
        }

        private static Limit read(ResultSet row, int number) throws SQLException {
            return new Limit(
                    row.getString("task_id"),
                    row.getObject("due", LocalDateTime.class).toLocalDate(),
                    row.getObject("counted_from", LocalDate.class),
                    row.getInt("working_days"),
                    row.getInt("more_days"));
        }
    }

    /** An open task of which nobody noted how its due date was counted: it is older than the table. */
    public record Older(String taskId, String step, String executionId, LocalDate createdOn, LocalDate due) {}

    /** The limits of the next tasks behind that one, in the order of their ids; {@code ""} stands before the first. */
    public List<Limit> after(String taskId, int most) {
        return jdbc.sql("select l.task_id, t.DUE_DATE_ as due, l.counted_from, l.working_days, l.more_days " + COUNTED
                        + " and l.task_id > ? order by l.task_id fetch first ? rows only")
                .params(taskId, most)
                .query(Limit::read)
                .list();
    }

    /** The due date of this task was set by somebody, and stays. */
    public void setByHand(String taskId) {
        note(taskId, null, null, 0);
    }

    /**
     * The limit was extended by so many working days; what ended on that day and was not counted is counted from it.
     */
    public void extended(String taskId, LocalDate before, int days) {
        int known = jdbc.sql("update task_limit set more_days = ? where task_id = ? and working_days is not null")
                .params(days, taskId)
                .update();
        if (known == 0) {
            note(taskId, before, days, 0);
        }
    }

    /** How the due date of this task was counted; without working days it stays. */
    public void note(String taskId, @Nullable LocalDate countedFrom, @Nullable Integer workingDays, int moreDays) {
        upsert.write(
                () -> write(
                        "update task_limit set counted_from = cast(? as date), working_days = cast(? as integer),"
                                + " more_days = ? where task_id = ?",
                        taskId,
                        countedFrom,
                        workingDays,
                        moreDays),
                () -> write(
                        "insert into task_limit (counted_from, working_days, more_days, task_id)"
                                + " values (cast(? as date), cast(? as integer), ?, ?)",
                        taskId,
                        countedFrom,
                        workingDays,
                        moreDays));
    }

    private int write(
            String sql, String taskId, @Nullable LocalDate countedFrom, @Nullable Integer workingDays, int moreDays) {
        return jdbc.sql(sql).params(countedFrom, workingDays, moreDays, taskId).update();
    }

    /** Some of the tasks that are older than the table. */
    public List<Older> older(int most) {
        return jdbc.sql("""
                        select t.ID_ as task_id, substring(t.TASK_DEF_KEY_ from 10) as step, t.EXECUTION_ID_ as execution_id,
                            t.CREATE_TIME_ as created_at, t.DUE_DATE_ as due
                        from ACT_RU_TASK t
                        where t.DUE_DATE_ is not null and t.EXECUTION_ID_ is not null
                            and not exists (select 1 from task_limit l where l.task_id = t.ID_)
                        order by t.ID_ fetch first ? rows only""")
                .param(most)
                .query((row, number) -> new Older(
                        row.getString("task_id"),
                        row.getString("step"),
                        row.getString("execution_id"),
                        row.getObject("created_at", LocalDateTime.class).toLocalDate(),
                        row.getObject("due", LocalDateTime.class).toLocalDate()))
                .list();
    }
}
