package vn.outreach.lifecycle.caseevent;

import static vn.outreach.lifecycle.caseevent.CaseEventProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Hands a reported event to the case that waits for it (serviceTask_deliverEvent). */
@Component
class DeliverEventDelegate implements JavaDelegate {

    private final CaseEventService events;

    DeliverEventDelegate(CaseEventService events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseEvent event = CaseEvent.of(EVENT_TYPE.require(execution));
        Map<String, Object> payload = payload(event, execution);
        String key = (event.isAboutCandidate() ? CANDIDATE_REF : ENTERPRISE_CODE).require(execution);
        // The reference belongs to the admission alone: this process's own rows must not carry it.
        CANDIDATE_REF.set(execution, null);
        events.deliver(
                Step.of(execution), new CaseEventService.Report(event, key, OCCURRED_ON.require(execution), payload));
    }
}
