package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ACT_RULE_VERSION;
import static vn.outreach.lifecycle.admission.AdmissionProcess.ELIGIBLE_VOTERS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION_BASIS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.VOTE_DATE;
import static vn.outreach.lifecycle.admission.AdmissionProcess.VOTE_PASSED;
import static vn.outreach.lifecycle.admission.AdmissionProcess.YES_VOTES;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the cell's vote (userTask_holdCellVote). */
@Component
class RecordHoldCellVoteDelegate implements JavaDelegate {

    private final CellVoteService votes;

    RecordHoldCellVoteDelegate(CellVoteService votes) {
        this.votes = votes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CellBallot ballot = new CellBallot(
                ELIGIBLE_VOTERS.settle(execution), YES_VOTES.settle(execution), VOTE_DATE.settle(execution));
        CellVote vote = votes.held(Step.of(execution), ballot, RULE_VERSION_BASIS.find(execution));
        VOTE_PASSED.set(execution, vote.passed());
        ACT_RULE_VERSION.set(execution, vote.ruleVersion());
    }
}
