package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the superior union's answer (userTask_recordUnionDecision, or the message outreach.unionDecided). */
// Released models call the bean by this name.
@Component("recordRecordUnionDecisionDelegate")
class RecordUnionDecisionDelegate implements JavaDelegate {

    private final UnionService union;

    RecordUnionDecisionDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UnionDecision decision = UNION_DECISION.settle(execution);
        if (decision.isPaper()) {
            DECISION_NUMBER.require(execution);
            DECISION_DATE.require(execution);
        }
        DECISION_NUMBER.find(execution);
        UNION_REJECTIONS.set(
                execution,
                union.decided(
                        Step.of(execution),
                        decision,
                        DECISION_DATE.find(execution),
                        SIGNED_APPLICATIONS.require(execution)));
    }
}
