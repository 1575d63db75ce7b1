package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.CONSENT_CHANNEL;
import static vn.outreach.lifecycle.admission.AdmissionProcess.CONSENT_GIVEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records whether the candidate consents (userTask_recordConsent). */
// Released models call the bean by this name.
@Component("recordRecordConsentDelegate")
class RecordConsentDelegate implements JavaDelegate {

    private final CandidateFileService files;

    RecordConsentDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONSENT_CHANNEL.find(execution);
        files.consentRecorded(Step.of(execution), CONSENT_GIVEN.settle(execution));
    }
}
