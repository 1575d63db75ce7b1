package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ELIGIBILITY_REVIEW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the organisation board's judgement (userTask_reviewEligibility). */
@Component
class RecordReviewEligibilityDelegate implements JavaDelegate {

    private final CandidateFileService files;

    RecordReviewEligibilityDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.reviewed(Step.of(execution), ELIGIBILITY_REVIEW.settle(execution));
    }
}
