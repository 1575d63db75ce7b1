package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.TO_ENTERPRISE_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Restricts the row of a candidate who left the enterprise (message outreach.candidateMoved). */
@Component
class RecordCandidateMovedDelegate implements JavaDelegate {

    private final WithdrawalService withdrawals;

    RecordCandidateMovedDelegate(WithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.moved(Step.of(execution), TO_ENTERPRISE_CODE.find(execution));
    }
}
