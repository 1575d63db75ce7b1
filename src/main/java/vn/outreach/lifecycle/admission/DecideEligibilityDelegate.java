package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ELIGIBILITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Asks D5 whether the candidate may be voted on (serviceTask_decideEligibility). */
@Component
class DecideEligibilityDelegate implements JavaDelegate {

    private final CandidateFileService files;

    DecideEligibilityDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ELIGIBILITY.set(execution, files.decided(Step.of(execution)));
    }
}
