package vn.outreach.caseevent;

import static vn.outreach.caseevent.CaseEventProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.engine.Steps;

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
        if (!event.isAboutCandidate()) {
            // The reference belongs to the admission alone: rows about the enterprise must not carry it.
            CANDIDATE_REF.set(execution, null);
        }
        events.deliver(
                Steps.of(execution), new CaseEventService.Report(event, OCCURRED_ON.require(execution), payload));
    }
}
