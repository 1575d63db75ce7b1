package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.CONFIRMED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records that another person compared the vote with the minutes (userTask_confirmVote). */
@Component
class RecordConfirmVoteDelegate implements JavaDelegate {

    private final CellVoteService votes;

    RecordConfirmVoteDelegate(CellVoteService votes) {
        this.votes = votes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        votes.confirmed(Step.of(execution), CONFIRMED.settle(execution));
    }
}
