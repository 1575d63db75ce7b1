package vn.outreach.engine.task;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Creates the incident of a job, or of a system's task, that failed for good as the engine does, and tells people of
 * it.
 */
public final class ToldIncidentHandler extends DefaultIncidentHandler {

    private final TaskNotifications notices;

    public ToldIncidentHandler(String type, TaskNotifications notices) {
        super(type);
        this.notices = notices;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident incident = super.handleIncident(context, message);
        boolean ofSystem = Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(getIncidentHandlerType());
        notices.incident(incident.getId(), ofSystem, context.getActivityId(), context.getExecutionId());
        return incident;
    }
}
