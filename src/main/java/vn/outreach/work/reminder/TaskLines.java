package vn.outreach.work.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table task_line: the open tasks, one row per task and unit; and how the due dates of new ones were counted, for
 * {@link TaskLimits}. Whoever changes a task says so, and the rows of all tasks that a transaction changed are written
 * in one round trip before it commits, when the engine has written its own.
 */
@Component
public class TaskLines {

    private static final Logger LOG = LoggerFactory.getLogger(TaskLines.class);
    /** As many tasks are repaired in one transaction. */
    private static final int BATCH = 500;

    private static final String COLUMNS =
            "task_id, unit, unit_number, holder, due_at, priority, process_key, step, name,"
                    + " created_at, process_instance_id, tax_code";

    /** What the engine says. The same unit may be linked to a task twice. */
    private static final String ENGINE = """
            select distinct t.ID_ as task_id, coalesce(l.GROUP_ID_, '') as unit,
                cast(dense_rank() over (partition by t.ID_ order by coalesce(l.GROUP_ID_, '')) as integer) as unit_number,
                t.ASSIGNEE_ as holder, cast(t.DUE_DATE_ as timestamp(3)) as due_at, t.PRIORITY_ as priority,
                d.KEY_ as process_key, substring(t.TASK_DEF_KEY_ from 10) as step, t.NAME_ as name,
                cast(t.CREATE_TIME_ as timestamp(3)) as created_at, t.PROC_INST_ID_ as process_instance_id,
                r.enterprise_code as tax_code
            from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            left join running_case r on r.process_instance_id = t.PROC_INST_ID_
            left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null""";

    private static final String GIVEN = "(select id from unnest(cast(:ids as varchar array)) given(id))";
    private static final String FILL = "insert into task_line (" + COLUMNS + ") " + ENGINE;

    /** Several statements in one round trip. */
    private static final String WRITE = "delete from task_line where task_id in " + GIVEN
            + "; delete from task_limit where task_id in " + GIVEN
            + " and not exists (select 1 from ACT_RU_TASK t where t.ID_ = task_limit.task_id); "
            + FILL + " where t.ID_ in " + GIVEN;

    private static final String WRITE_COUNTED = WRITE + """
            ; insert into task_limit (task_id, counted_from, working_days, more_days)
            select n.id, cast(n.counted_from as date), cast(n.working_days as integer), 0
            from unnest(cast(:counted as varchar array), cast(:from as varchar array), cast(:days as varchar array))
                n(id, counted_from, working_days)
            where exists (select 1 from ACT_RU_TASK t where t.ID_ = n.id)""";

    private static final String KEPT = "select " + COLUMNS + " from task_line";
    private static final String DIFFERENT =
            "select distinct task_id from ((%1$s except %2$s) union all (%2$s except %1$s)) d".formatted(ENGINE, KEPT)
                    + " order by task_id fetch first " + BATCH + " rows only";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TaskLines(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The task was made, changed or ended in this transaction. */
    public void changed(String taskId) {
        changes().tasks().add(taskId);
    }

    /**
     * The task that was made in this transaction has a due date.
     *
     * @param workingDays null where it is not counted in working days
     */
    public void counted(String taskId, LocalDate from, @Nullable Integer workingDays) {
        Changes changes = changes();
        changes.tasks().add(taskId);
        changes.counted().put(taskId, new Counted(from, workingDays));
    }

    private record Counted(LocalDate from, @Nullable Integer workingDays) {}

    private record Changes(Set<String> tasks, Map<String, Counted> counted) {}

    private Changes changes() {
        Changes changes = (Changes) TransactionSynchronizationManager.getResource(this);
        if (changes == null) {
            changes = new Changes(new LinkedHashSet<>(), new LinkedHashMap<>());
            TransactionSynchronizationManager.bindResource(this, changes);
            TransactionSynchronizationManager.registerSynchronization(new BeforeCommit(changes));
        }
        return changes;
    }

    /**
     * Makes the rows what the engine says, where they are not: at a start, after a release that brought the table or a
     * column of it.
     *
     * @return of how many tasks the rows were others; of an empty table how many rows it has now
     */
    public int repair() {
        if (isEmpty()) {
            return jdbc.sql(FILL).update();
        }
        int repaired = 0;
        for (List<String> ids = different(); !ids.isEmpty(); ids = different()) {
            List<String> batch = ids;
            Integer written = transaction.execute(status -> repair(batch));
            if (written == null || written == 0) {
                // Those that remain are being changed at this moment, and written by whoever changes them.
                return repaired;
            }
            repaired += written;
        }
        return repaired;
    }

    /** Of some tasks the rows are not what the engine says; none where all are. */
    List<String> different() {
        return jdbc.sql(DIFFERENT).query(String.class).list();
    }

    /** The lock keeps from writing over whoever changes one of these tasks at the same time. */
    private int repair(List<String> ids) {
        List<String> mine = new ArrayList<>(ids);
        List<String> there = jdbc.sql("select ID_ from ACT_RU_TASK where ID_ in " + GIVEN)
                .param("ids", array(ids))
                .query(String.class)
                .list();
        List<String> locked = jdbc.sql("select ID_ from ACT_RU_TASK where ID_ in " + GIVEN + " for update skip locked")
                .param("ids", array(ids))
                .query(String.class)
                .list();
        mine.removeAll(there);
        mine.addAll(locked);
        LOG.warn("The lines of these tasks were not what the engine says and are written anew: {}", mine);
        write(mine);
        return mine.size();
    }

    private boolean isEmpty() {
        return jdbc.sql("select task_id from task_line fetch first 1 rows only")
                .query(String.class)
                .optional()
                .isEmpty();
    }

    private void write(Collection<String> ids) {
        jdbc.sql(WRITE).param("ids", array(ids)).update();
    }

    private void write(Changes changes) {
        Map<String, Counted> counted = changes.counted();
        if (counted.isEmpty()) {
            write(changes.tasks());
            return;
        }
        jdbc.sql(WRITE_COUNTED)
                .param("ids", array(changes.tasks()))
                .param("counted", array(counted.keySet()))
                .param(
                        "from",
                        array(counted.values().stream()
                                .map(each -> each.from().toString())
                                .toList()))
                .param(
                        "days",
                        array(counted.values().stream()
                                .map(each -> each.workingDays() == null
                                        ? null
                                        : each.workingDays().toString())
                                .toList()))
                .update();
    }

    private static SqlArrayValue array(Collection<? extends @Nullable String> ids) {
        return new SqlArrayValue("varchar", ids.toArray());
    }

    private final class BeforeCommit implements TransactionSynchronization {

        private final Changes changed;
        private @Nullable Object suspended;

        BeforeCommit(Changes changed) {
            this.changed = changed;
        }

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(TaskLines.this);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(TaskLines.this, suspended);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(changed);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskLines.this);
        }
    }
}
