package vn.outreach.engine.plugin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import vn.outreach.engine.model.ModelProperties;

/** Writes the result that an end event names ({@code result}) into the phase's result variable. */
final class EndResultListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        ModelProperties.of(entity.getActivity(), "result")
                .ifPresent(result -> ModelProperties.of(entity.getProcessDefinition(), "resultVariable")
                        .ifPresent(variable -> entity.getProcessInstance().setVariable(variable, result)));
    }
}
