package vn.outreach.engine.history;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.security.audit.AuditTrail;

/**
 * The engine's history, which also tells the audit what people do to the engine past their tasks. The engine logs it by
 * itself, for all its APIs; here one list is one operation with all that it changed, and the transaction is its own.
 */
public final class AuditedHistory extends ReferenceFreeHistory {

    private final AuditTrail audit;

    public AuditedHistory(List<HistoryEventHandler> others, JdbcClient jdbc, AuditTrail audit) {
        super(others, jdbc);
        this.audit = audit;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        if (!events.isEmpty() && events.get(0) instanceof UserOperationLogEntryEventEntity) {
            LoggedOperation.of(events.stream()
                            .map(UserOperationLogEntryEventEntity.class::cast)
                            .toList())
                    .forEach(operation -> operation.entry().ifPresent(audit::record));
        }
        super.handleEvents(events);
    }
}
