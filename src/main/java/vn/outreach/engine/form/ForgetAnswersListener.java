package vn.outreach.engine.form;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
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
            AbstractVariableScope declared = scopeOf(entity, answer);
            if (declared instanceof ExecutionEntity scope && !scope.isProcessInstanceExecution()) {
                // What the model declares for one part of it stays declared: two parts at once never share an answer.
                scope.setVariableLocal(answer, null);
            } else if (declared != null) {
                execution.removeVariable(answer);
            }
        }
    }

    private static @Nullable AbstractVariableScope scopeOf(ExecutionEntity execution, String variable) {
        AbstractVariableScope scope = execution;
        while (scope != null && !scope.hasVariableLocal(variable)) {
            scope = scope.getParentVariableScope();
        }
        return scope;
    }
}
