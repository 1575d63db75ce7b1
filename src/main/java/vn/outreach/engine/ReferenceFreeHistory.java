package vn.outreach.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.CompositeDbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * The engine's history without the references of candidates that pass through an enterprise's case or a report on their
 * way to the admission. Those processes are read by many; the admission's own history, read by few, keeps everything.
 */
class ReferenceFreeHistory extends CompositeDbHistoryEventHandler {

    static final String REFERENCE = "candidateRef";

    ReferenceFreeHistory(List<HistoryEventHandler> others) {
        super(others);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isPassingReference(event)) {
            super.handleEvent(event);
        }
    }

    private static boolean isPassingReference(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable
                && REFERENCE.equals(variable.getVariableName())
                && !OwnTaskReaders.PROCESS.equals(variable.getProcessDefinitionKey());
    }
}
