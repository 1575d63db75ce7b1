package vn.outreach.lifecycle.plan.amendment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records who proposed an amendment: nobody decides on their own. */
@Component
class RecordProposeAmendmentDelegate implements JavaDelegate {

    private final AmendmentService amendments;

    RecordProposeAmendmentDelegate(AmendmentService amendments) {
        this.amendments = amendments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        amendments.proposed(Step.of(execution));
    }
}
