package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records what a second person counted (userTask_confirmApplications). */
@Component
class RecordConfirmApplicationsDelegate implements JavaDelegate {

    private final UnionService union;

    RecordConfirmApplicationsDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        union.confirmed(Step.of(execution), CONFIRMED.settle(execution));
    }
}
