package vn.outreach.work.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;

/**
 * Table overdue_told: who was told that a task is late, once per task, due date and stage. A due date that moves arms
 * it anew, because it is part of the key. Written for all late tasks at once, never task by task.
 */
@Repository
class OverdueTold {

    private final JdbcClient jdbc;

    OverdueTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets tasks that are over. */
    void forgetEnded() {
        jdbc.sql("delete from overdue_told where not exists"
                        + " (select 1 from task_line l where l.task_id = overdue_told.task_id)")
                .update();
    }

    /** The units that late tasks are offered to. */
    List<String> unitsOfLate(LocalDate dueBefore) {
        return jdbc.sql("select distinct unit from task_line where due_at < :day order by unit")
                .param("day", dueBefore.atStartOfDay())
                .query(String.class)
                .list();
    }

    /**
     * The first stage: of a task that is offered to several units the first one's head is told.
     *
     * @param headed units with a head who is there; for the others the board is told
     */
    void tellHeads(LocalDate dueBefore, Set<String> headed, Instant now) {
        Set<String> units = new HashSet<>(headed);
        units.add(" ");
        jdbc.sql("""
                        insert into overdue_told (task_id, due_at, stage, number, told_to, told_on, told_at)
                        select l.task_id, l.due_at, 'HEAD', 1, case when exists (select 1 from task_line o
                                where o.task_id = l.task_id and o.unit in (:headed)) then 'HEAD' else 'BOARD' end,
                            cast(:today as date), cast(:now as timestamp(3))
                        from task_line l where l.unit_number = 1 and l.due_at < :day and not exists (
                            select 1 from overdue_told t where t.task_id = l.task_id and t.due_at = l.due_at and t.stage = 'HEAD')""")
                .param("headed", units)
                .param("today", local(now).toLocalDate())
                .param("now", local(now))
                .param("day", dueBefore.atStartOfDay())
                .update();
    }

    /** The second stage, and again after that time. */
    void tellBoard(LocalDate dueBefore, Period again, Instant now) {
        LocalDate today = local(now).toLocalDate();
        jdbc.sql("""
                        insert into overdue_told (task_id, due_at, stage, number, told_to, told_on, told_at)
                        select l.task_id, l.due_at, 'BOARD', coalesce((select max(t.number) from overdue_told t
                                where t.task_id = l.task_id and t.due_at = l.due_at and t.stage = 'BOARD'), 0) + 1,
                            'BOARD', cast(:today as date), cast(:now as timestamp(3))
                        from task_line l where l.unit_number = 1 and l.due_at < :day and not exists (
                            select 1 from overdue_told t where t.task_id = l.task_id and t.due_at = l.due_at and t.stage = 'BOARD'
                                and t.told_on > :since)""")
                .param("today", today)
                .param("now", local(now))
                .param("day", dueBefore.atStartOfDay())
                .param("since", today.minus(again))
                .update();
    }

    /** Since when somebody was told of these tasks, with the due date that they have now. */
    Map<String, LocalDate> toldSince(Collection<String> taskIds) {
        Map<String, LocalDate> since = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("""
                            select t.task_id, min(t.told_on) as told_on from overdue_told t
                            join task_line l on l.task_id = t.task_id and l.due_at = t.due_at and l.unit_number = 1
                            where t.task_id in (:ids) group by t.task_id""").param("ids", taskIds).query(row -> {
                since.put(row.getString("task_id"), row.getObject("told_on", LocalDate.class));
            });
        }
        return since;
    }

    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MILLIS), OutreachApplication.ZONE.toZoneId());
    }
}
