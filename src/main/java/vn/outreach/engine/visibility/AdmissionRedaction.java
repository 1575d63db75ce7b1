package vn.outreach.engine.visibility;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.variable.VariableMap;
import vn.outreach.engine.history.ReferenceFreeHistory;
import vn.outreach.lifecycle.admission.AdmissionProcess;
import vn.outreach.process.CaseVariables;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.OwnTaskReaders;
import vn.outreach.work.form.ReadyTexts;

/**
 * Takes out of the engine's answers what an admission's variables hold beyond the asker's own part in it. The union
 * that introduces and the system that verifies need the reference and the question; the engine would hand them the
 * votes and the decisions too, with the task, in the result of a message, a start or a completion.
 */
public final class AdmissionRedaction extends CommandInterceptor {

    /** What the forms of the introducing units show and ask, and what the topic verifyPersonalHistory is given. */
    static final Set<String> PART = Set.of(
            ReferenceFreeHistory.REFERENCE,
            CaseVariables.ENTERPRISE_CODE,
            CaseVariables.ENTERPRISE_NAME,
            CaseVariables.ENTERPRISE_NAME + ReadyTexts.ENDING,
            CaseVariables.STAGE,
            AdmissionProcess.ABROAD.name(),
            AdmissionProcess.INTRODUCER_PAIR.name(),
            AdmissionProcess.PAIR_REQUIRED.name(),
            AdmissionProcess.RESOLUTION_OUTCOME.name(),
            "note");

    private static final ThreadLocal<Boolean> ABOUT_ADMISSION = ThreadLocal.withInitial(() -> false);

    private final CurrentUserProvider asking;

    public AdmissionRedaction(CurrentUserProvider asking) {
        this.asking = asking;
    }

    /** Said by the check of a task whose variables the present command may return. */
    static void taskOfAdmission() {
        ABOUT_ADMISSION.set(true);
    }

    @Override
    public <T> T execute(Command<T> command) {
        // Within another command the product itself asks.
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        ABOUT_ADMISSION.remove();
        try {
            T answer = next.execute(command);
            if (answer != null && asking.current().admissions().isNone()) {
                reduce(answer);
            }
            return answer;
        } finally {
            ABOUT_ADMISSION.remove();
        }
    }

    private static void reduce(Object answer) {
        if (answer instanceof VariableMap variables && ABOUT_ADMISSION.get()) {
            keepPart(variables);
        } else if (answer instanceof ProcessInstanceWithVariables started && isAdmission(started)) {
            keepPart(started.getVariables());
        } else if (answer instanceof MessageCorrelationResultWithVariables told
                && isAdmission(told.getProcessInstance())) {
            keepPart(told.getVariables());
        } else if (answer instanceof Collection<?> answers) {
            answers.forEach(AdmissionRedaction::reduceOne);
        }
    }

    private static void reduceOne(Object answer) {
        if (answer instanceof LockedExternalTask task
                && OwnTaskReaders.PROCESS.equals(task.getProcessDefinitionKey())) {
            keepPart(task.getVariables());
        } else if (answer instanceof MessageCorrelationResultWithVariables) {
            reduce(answer);
        }
    }

    private static boolean isAdmission(ProcessInstance instance) {
        return instance != null && instance.getProcessDefinitionId().startsWith(OwnTaskReaders.PROCESS + ":");
    }

    private static void keepPart(VariableMap variables) {
        if (variables != null) {
            variables.keySet().retainAll(PART);
        }
    }
}
