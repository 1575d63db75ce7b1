package vn.outreach.lifecycle.youthunion;

import static vn.outreach.lifecycle.youthunion.YouthUnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/**
 * Records the superior youth union's answer (userTask_recordYouthDecision, or the message outreach.youthUnionDecided).
 */
// Released models call the bean by this name.
@Component("recordRecordYouthDecisionDelegate")
class RecordYouthDecisionDelegate implements JavaDelegate {

    private final YouthUnionService youthUnion;

    RecordYouthDecisionDelegate(YouthUnionService youthUnion) {
        this.youthUnion = youthUnion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YouthUnionDecision decision = YOUTH_UNION_DECISION.settle(execution);
        if (decision.isPaper()) {
            DECISION_NUMBER.require(execution);
            DECISION_DATE.require(execution);
        }
        DECISION_NUMBER.find(execution);
        youthUnion.decided(
                Step.of(execution),
                decision,
                DECISION_DATE.find(execution),
                new YouthMembers(SIGNED_APPLICATIONS.require(execution), YOUTH_BRANCHES.require(execution)));
    }
}
