package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.VERIFICATION_OUTCOME;
import static vn.outreach.lifecycle.admission.AdmissionProcess.VERIFIED_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the verification, answered by a system or by a person (serviceTask_ or userTask_verifyPersonalHistory). */
@Component
class RecordVerifyPersonalHistoryDelegate implements JavaDelegate {

    private final DossierService dossiers;

    RecordVerifyPersonalHistoryDelegate(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.verified(Step.of(execution), VERIFICATION_OUTCOME.settle(execution), VERIFIED_ON.settle(execution));
    }
}
