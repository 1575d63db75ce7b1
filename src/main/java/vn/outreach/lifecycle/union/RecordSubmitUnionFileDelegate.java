package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the file sent to the superior union (userTask_submitUnionFile). */
@Component
class RecordSubmitUnionFileDelegate implements JavaDelegate {

    private final UnionService union;

    RecordSubmitUnionFileDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        union.fileSubmitted(Step.of(execution), SUBMITTED_ON.require(execution), FIRST_MEETING_ON.require(execution));
    }
}
