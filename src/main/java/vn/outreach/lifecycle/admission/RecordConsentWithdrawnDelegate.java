package vn.outreach.lifecycle.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Restricts the row of a candidate who took the consent back (message outreach.consentWithdrawn). */
@Component
class RecordConsentWithdrawnDelegate implements JavaDelegate {

    private final WithdrawalService withdrawals;

    RecordConsentWithdrawnDelegate(WithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.consentWithdrawn(Step.of(execution));
    }
}
