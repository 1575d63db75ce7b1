package vn.outreach.engine;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

/** Creates the incident of a job that failed for good as the engine does, and tells the administrators. */
final class ToldIncidentHandler extends DefaultIncidentHandler {

    private final TaskNotices notices;

    ToldIncidentHandler(TaskNotices notices) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.notices = notices;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident incident = super.handleIncident(context, message);
        notices.incident(incident.getId(), context.getActivityId(), context.getExecutionId());
        return incident;
    }
}
