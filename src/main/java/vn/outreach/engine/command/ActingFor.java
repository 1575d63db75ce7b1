package vn.outreach.engine.command;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.jspecify.annotations.Nullable;
import vn.outreach.process.Step;

/**
 * In whose place the task was completed that the present command records: from the task's completion to the ledger row
 * of its step, and no further. What else the completion sets off is nobody's deputy's.
 */
public final class ActingFor implements Session {

    private @Nullable String processInstanceId;
    private @Nullable String step;
    private @Nullable String person;

    /** @param person the absent one, or null where somebody does their own work */
    public static void note(DelegateTask task, @Nullable String person) {
        ActingFor acting = present();
        acting.processInstanceId = task.getProcessInstanceId();
        acting.step = Step.stepName(task.getTaskDefinitionKey());
        acting.person = person;
    }

    /** Null for every step but the one whose task a deputy has just completed. */
    public static @Nullable String whom(String processInstanceId, String step) {
        ActingFor acting = present();
        boolean isIt = processInstanceId.equals(acting.processInstanceId) && step.equals(acting.step);
        return isIt ? acting.person : null;
    }

    private static ActingFor present() {
        return Context.getCommandContext().getSession(ActingFor.class);
    }

    @Override
    public void flush() {
        // Nothing of it is stored but what the ledger writes.
    }

    @Override
    public void close() {
        // It ends with its command.
    }
}
