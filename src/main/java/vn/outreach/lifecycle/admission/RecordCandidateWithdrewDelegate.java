package vn.outreach.lifecycle.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Restricts the row of a candidate who stepped back (message outreach.candidateWithdrew). */
@Component
class RecordCandidateWithdrewDelegate implements JavaDelegate {

    private final WithdrawalService withdrawals;

    RecordCandidateWithdrewDelegate(WithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.withdrew(Step.of(execution));
    }
}
