package vn.outreach.engine.form;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import vn.outreach.engine.model.ModelProperties;

/**
 * A loop asks again: removes a task's answers before the task is created, so that an old answer never counts for a new
 * round.
 */
public final class ForgetAnswersListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        for (String answer : ModelProperties.namesOf(entity.getActivity(), "answers")) {
            if (execution.getProcessInstance().hasVariableLocal(answer)) {
                execution.getProcessInstance().removeVariable(answer);
            }
            // What is declared within a part of the model that may run twice stays declared there.
            if (execution.hasVariable(answer)) {
                execution.setVariable(answer, null);
            }
        }
    }
}
