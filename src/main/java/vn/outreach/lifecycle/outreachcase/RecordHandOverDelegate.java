package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the hand-over to the new cell (userTask_handOver). */
@Component
class RecordHandOverDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    RecordHandOverDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean handOver = HAND_OVER.require(execution);
        cases.handOver(Step.of(execution), handOver, HANDED_OVER_ON.find(execution));
        HAND_OVER.set(execution, handOver);
    }
}
