package vn.outreach.work.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a mail of the day is made of, one statement for each part of it. */
@Repository
class DigestRows {

    private static final String COLUMNS =
            "select l.task_id, l.process_key, l.name, l.due_at, l.holder, l.unit, l.tax_code, e.name as enterprise";
    private static final String FROM = " from task_line l left join enterprise e on e.tax_code = l.tax_code where ";
    private static final String OFFERED_TO =
            "exists (select 1 from task_line o where o.task_id = l.task_id and o.unit in (%s))";
    private static final String OLDEST_FIRST =
            " order by l.due_at, l.priority desc, l.task_id fetch first :most rows only";

    private final JdbcClient jdbc;

    DigestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record TaskRow(
            String taskId,
            String processKey,
            @Nullable String name,
            LocalDate due,
            @Nullable String holder,
            String unit,
            @Nullable String taxCode,
            @Nullable String enterprise) {

        private static TaskRow read(ResultSet row, int number) throws SQLException {
            return new TaskRow(
                    row.getString("task_id"),
                    row.getString("process_key"),
                    row.getString("name"),
                    row.getObject("due_at", LocalDateTime.class).toLocalDate(),
                    row.getString("holder"),
                    row.getString("unit"),
                    row.getString("tax_code"),
                    row.getString("enterprise"));
        }
    }

    record PlanRow(String taxCode, String enterprise, LocalDate startOn) {}

    /** What these people hold, and what nobody holds of these units, due before that day. */
    List<TaskRow> due(Set<String> people, Set<String> units, LocalDate before, int most) {
        return jdbc.sql(COLUMNS + FROM
                        + "l.unit_number = 1 and l.due_at < :day and (l.holder in (:people) or l.holder is null and "
                        + OFFERED_TO.formatted(":units") + ")" + OLDEST_FIRST)
                .param("people", people)
                .param("units", orNone(units))
                .param("day", before.atStartOfDay())
                .param("most", most)
                .query(TaskRow::read)
                .list();
    }

    /** What is late in these units and held by others than these people. */
    List<TaskRow> lateOfUnits(Set<String> units, Set<String> people, LocalDate before, int most) {
        return jdbc.sql(COLUMNS + FROM
                        + "l.unit_number = 1 and l.due_at < :day and l.holder is not null and l.holder not in (:people) and "
                        + OFFERED_TO.formatted(":units") + OLDEST_FIRST)
                .param("people", people)
                .param("units", orNone(units))
                .param("day", before.atStartOfDay())
                .param("most", most)
                .query(TaskRow::read)
                .list();
    }

    /** What the board is told since then: late for long, or of a unit without a head who is there. */
    List<TaskRow> toldToBoard(Instant since, boolean withoutHead, int most) {
        return jdbc.sql(COLUMNS + FROM + """
                        l.unit_number = 1 and exists (select 1 from overdue_told t where t.task_id = l.task_id and t.due_at = l.due_at
                            and t.told_to = 'BOARD' and t.stage = :stage and t.told_at > :since)""" + OLDEST_FIRST)
                .param("stage", withoutHead ? "HEAD" : "BOARD")
                .param("since", OverdueTold.local(since))
                .param("most", most)
                .query(TaskRow::read)
                .list();
    }

    /** Rows of plans in force that these people begin in these days. */
    List<PlanRow> beginning(Set<String> people, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        select p.tax_code as taxCode, e.name as enterprise, p.start_on as startOn
                        from approved_plan_row p join enterprise e on e.tax_code = p.tax_code
                        where p.responsible_member in (:people) and p.start_on between :from and :to and p.status = 'PLANNED'
                        order by p.start_on, p.priority, p.tax_code fetch first :most rows only""")
                .param("people", people)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(PlanRow.class)
                .list();
    }

    /** Who holds each of these tasks, {@code ""} for nobody; tasks that are over are missing. */
    Map<String, String> holders(Collection<String> taskIds) {
        Map<String, String> holders = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql(
                            "select task_id, coalesce(holder, '') as holder from task_line where unit_number = 1 and task_id in (:ids)")
                    .param("ids", taskIds)
                    .query(row -> {
                        holders.put(row.getString("task_id"), row.getString("holder"));
                    });
        }
        return holders;
    }

    /** A list must not be empty in SQL, and no unit has this name. */
    private static Set<String> orNone(Set<String> units) {
        Set<String> all = new HashSet<>(units);
        all.add(" ");
        return all;
    }
}
