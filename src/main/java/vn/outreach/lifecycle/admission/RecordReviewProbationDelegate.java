package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ELIGIBLE_VOTERS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.PROBATION_ENDS_ON;
import static vn.outreach.lifecycle.admission.AdmissionProcess.PROBATION_NEXT_STEP;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION_BASIS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.VOTE_DATE;
import static vn.outreach.lifecycle.admission.AdmissionProcess.YES_VOTES;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the cell's vote on full membership (userTask_reviewProbation). */
@Component
class RecordReviewProbationDelegate implements JavaDelegate {

    private final ProbationService probation;

    RecordReviewProbationDelegate(ProbationService probation) {
        this.probation = probation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CellBallot ballot = new CellBallot(
                ELIGIBLE_VOTERS.settle(execution), YES_VOTES.settle(execution), VOTE_DATE.settle(execution));
        ProbationNextStep next = probation.reviewed(
                Step.of(execution), ballot, PROBATION_ENDS_ON.require(execution), RULE_VERSION_BASIS.find(execution));
        PROBATION_NEXT_STEP.set(execution, next);
    }
}
