package vn.outreach.engine.history;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.base.database.PerTransaction;

/**
 * Writes the engine's history. A task that ends needs its start to tell how long it took, and so does its activity:
 * both are read together, where the engine reads one behind the other.
 */
final class StartTimes extends DbHistoryEventHandler {

    private static final String BOTH = """
            select t.START_TIME_ as task, a.START_TIME_ as activity
            from ACT_HI_TASKINST t join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_
            where t.ID_ = ?""";

    private final JdbcClient jdbc;
    /** Starts of activities by their ids. */
    private final PerTransaction<Date> activities = new PerTransaction<>();

    private record Starts(Date task, Date activity) {}

    StartTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        Date start = isInitialEvent(event) || isKnown(event) ? null : startOf(event);
        if (start == null) {
            super.insertOrUpdate(event);
        } else {
            ((HistoricScopeInstanceEvent) event).setStartTime(start);
            getDbEntityManager().merge(event);
        }
    }

    private boolean isKnown(HistoryEvent event) {
        return event.getId() == null || getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
    }

    /** Null where the engine has to look by itself. */
    private @Nullable Date startOf(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task
                && PerTransaction.isActive()
                && task.getActivityInstanceId() != null) {
            return jdbc.sql(BOTH)
                    .param(task.getId())
                    .query((row, number) -> new Starts(row.getTimestamp("task"), row.getTimestamp("activity")))
                    .optional()
                    .map(starts -> {
                        activities.put(task.getActivityInstanceId(), starts.activity());
                        return starts.task();
                    })
                    .orElse(null);
        }
        return event instanceof HistoricActivityInstanceEventEntity
                ? activities.get(event.getId()).orElse(null)
                : null;
    }
}
