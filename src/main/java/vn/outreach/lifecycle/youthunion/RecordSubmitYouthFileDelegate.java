package vn.outreach.lifecycle.youthunion;

import static vn.outreach.lifecycle.youthunion.YouthUnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the file sent to the superior youth union (userTask_submitYouthFile). */
@Component
class RecordSubmitYouthFileDelegate implements JavaDelegate {

    private final YouthUnionService youthUnion;

    RecordSubmitYouthFileDelegate(YouthUnionService youthUnion) {
        this.youthUnion = youthUnion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        youthUnion.fileSubmitted(Step.of(execution), SUBMITTED_ON.require(execution));
    }
}
