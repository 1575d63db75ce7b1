package vn.outreach.caseevent;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends what was reported as the message of the contract. */
@Component
class CaseEventWorkflow {

    private final RuntimeService runtime;

    CaseEventWorkflow(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Asked before sending: after a failed correlation the transaction may be past use. */
    boolean waits(CaseEvent event, String businessKey) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(businessKey)
                        .messageEventSubscriptionName(event.message())
                        .count()
                > 0;
    }

    void happened(CaseEvent event, String businessKey, Map<String, Object> payload) {
        runtime.createMessageCorrelation(event.message())
                .processInstanceBusinessKey(businessKey)
                .setVariables(payload)
                .correlate();
    }

    /** The event starts a process of its own. */
    void begins(CaseEvent event, String businessKey, Map<String, Object> payload) {
        runtime.createMessageCorrelation(event.message())
                .processInstanceBusinessKey(businessKey)
                .setVariables(payload)
                .correlateStartMessage();
    }
}
