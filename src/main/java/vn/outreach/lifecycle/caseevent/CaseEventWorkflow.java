package vn.outreach.lifecycle.caseevent;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.PrivilegedCommands;

/** Sends what was reported as the message of the contract. */
@Component
class CaseEventWorkflow {

    private final RuntimeService runtime;
    private final PrivilegedCommands privileged;

    CaseEventWorkflow(@Lazy RuntimeService runtime, @Lazy PrivilegedCommands privileged) {
        this.runtime = runtime;
        this.privileged = privileged;
    }

    /** Asked before sending: after a failed correlation the transaction may be past use. */
    boolean waits(CaseEvent event, String businessKey) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(businessKey)
                        .messageEventSubscriptionName(event.message())
                        .count()
                > 0;
    }

    /** The messages that cases under this key wait for, whether or not the asking person may look at those cases. */
    Set<String> awaited(String businessKey) {
        Set<String> messages = new HashSet<>();
        privileged.run(() -> CaseEvent.all().stream()
                .filter(event -> waits(event, businessKey))
                .forEach(event -> messages.add(event.message())));
        return messages;
    }

    boolean isRestoring(String businessKey) {
        AtomicBoolean restoring = new AtomicBoolean();
        privileged.run(() -> restoring.set(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ProcessKeys.CELL_RESTORATION)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0));
        return restoring.get();
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
