package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ACT_RULE_VERSION;
import static vn.outreach.lifecycle.admission.AdmissionProcess.ADMISSION_DECISION;
import static vn.outreach.lifecycle.admission.AdmissionProcess.BODY_MEMBERS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.BODY_YES;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION_BASIS;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the competent body's answer (userTask_decideAdmission, or the message outreach.admissionDecided). */
@Component
class RecordDecideAdmissionDelegate implements JavaDelegate {

    private final AdmissionDecisionService decisions;

    RecordDecideAdmissionDelegate(AdmissionDecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AdmissionDecision decision = ADMISSION_DECISION.settle(execution);
        DecisionPaper paper = AdmissionProcess.receivedPaper(execution, decision.isPaper());
        Optional<RuleVersionBasis> basis = RULE_VERSION_BASIS.find(execution);
        String ruleVersion = decision == AdmissionDecision.ADMITTED
                ? decisions.admitted(Step.of(execution), paper, body(execution), basis)
                : decisions.answered(Step.of(execution), decision, paper, basis);
        ACT_RULE_VERSION.set(execution, ruleVersion);
    }

    private static BodyVote body(DelegateExecution execution) {
        return new BodyVote(BODY_MEMBERS.require(execution), BODY_YES.require(execution));
    }
}
