package vn.outreach.lifecycle.survey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/**
 * Records the verified postings of Party members (userTask_verifyPostings, or the message outreach.postingsVerified).
 */
@Component
class RecordVerifyPostingsDelegate implements JavaDelegate {

    private final SurveyService survey;

    RecordVerifyPostingsDelegate(SurveyService survey) {
        this.survey = survey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        survey.verifyPostings(
                Step.of(execution),
                SurveyProcess.FULL_MEMBERS_VERIFIED.require(execution),
                SurveyProcess.WILLING_FULL_MEMBERS.require(execution));
    }
}
