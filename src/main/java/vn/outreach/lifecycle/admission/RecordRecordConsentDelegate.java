package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.CONSENT_CHANNEL;
import static vn.outreach.lifecycle.admission.AdmissionProcess.CONSENT_GIVEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Steps;

/** Records whether the candidate consents (userTask_recordConsent). */
@Component
class RecordRecordConsentDelegate implements JavaDelegate {

    private final CandidateFileService files;

    RecordRecordConsentDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONSENT_CHANNEL.find(execution);
        files.consentRecorded(Steps.of(execution), CONSENT_GIVEN.settle(execution));
    }
}
