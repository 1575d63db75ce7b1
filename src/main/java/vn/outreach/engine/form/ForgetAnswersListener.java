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
            if (execution.hasVariable(answer)) {
                execution.removeVariable(answer);
            }
        }
    }
}
