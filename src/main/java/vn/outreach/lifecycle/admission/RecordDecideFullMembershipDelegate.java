package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.FULL_MEMBERSHIP_DECISION;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION_BASIS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/**
 * Records the answer at the end of the probation (userTask_decideFullMembership, or the message
 * outreach.fullMembershipDecided).
 */
@Component
class RecordDecideFullMembershipDelegate implements JavaDelegate {

    private final ProbationService probation;

    RecordDecideFullMembershipDelegate(ProbationService probation) {
        this.probation = probation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FullMembershipDecision decision = FULL_MEMBERSHIP_DECISION.settle(execution);
        probation.decided(
                Step.of(execution),
                decision,
                AdmissionProcess.paper(execution, decision.isPaper()),
                RULE_VERSION_BASIS.find(execution));
    }
}
