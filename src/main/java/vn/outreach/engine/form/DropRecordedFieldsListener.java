package vn.outreach.engine.form;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import vn.outreach.process.Step;

/** Small engine: once a step is in the ledger, its fields that route nothing leave the process scope. */
public final class DropRecordedFieldsListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        Step.recordFields(execution).forEach(execution::removeVariable);
    }
}
