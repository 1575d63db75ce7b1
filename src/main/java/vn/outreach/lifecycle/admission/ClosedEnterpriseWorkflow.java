package vn.outreach.lifecycle.admission;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.process.RunningCases;
import vn.outreach.register.enterprise.EnterpriseClosures;

/** Ends the open admissions of an enterprise that has closed as TRANSFERRED: the file follows the person. */
@Component
class ClosedEnterpriseWorkflow implements EnterpriseClosures {

    private final RuntimeService runtime;
    private final RunningCases running;

    ClosedEnterpriseWorkflow(@Lazy RuntimeService runtime, RunningCases running) {
        this.runtime = runtime;
        this.running = running;
    }

    @Override
    public void closed(String taxCode) {
        running.instancesOf(AdmissionProcess.KEY, taxCode).stream()
                .filter(this::waits)
                .forEach(instance -> runtime.createMessageCorrelation(AdmissionProcess.CANDIDATE_MOVED)
                        .processInstanceId(instance)
                        .correlate());
    }

    private boolean waits(String instance) {
        return runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventType("message")
                        .eventName(AdmissionProcess.CANDIDATE_MOVED)
                        .count()
                > 0;
    }
}
