package vn.outreach.engine.history;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.process.CaseVariables;
import vn.outreach.security.identity.OwnTaskReaders;
import vn.outreach.security.identity.PersonalData;

/**
 * The engine's history without the references of candidates that pass through an enterprise's case or a report on their
 * way to the admission, and without answers about persons: those belong to the ledger, which knows its readers. The
 * admission's own history, read by few, keeps the reference.
 */
public class ReferenceFreeHistory extends CompositeHistoryEventHandler {

    public static final String REFERENCE = CaseVariables.CANDIDATE_REF;

    ReferenceFreeHistory(List<HistoryEventHandler> others, JdbcClient jdbc) {
        super(others);
        add(new StartTimes(jdbc));
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isPassingReference(event) && !isAboutPersons(event)) {
            super.handleEvent(event);
        }
    }

    private static boolean isAboutPersons(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return PersonalData.isAbout(variable.getProcessDefinitionKey(), variable.getVariableName());
        }
        return event instanceof HistoricFormPropertyEventEntity field
                && PersonalData.isAbout(field.getProcessDefinitionKey(), field.getPropertyId());
    }

    private static boolean isPassingReference(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable
                && REFERENCE.equals(variable.getVariableName())
                && !OwnTaskReaders.PROCESS.equals(variable.getProcessDefinitionKey());
    }
}
