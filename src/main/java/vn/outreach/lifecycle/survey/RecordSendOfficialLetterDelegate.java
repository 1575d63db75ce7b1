package vn.outreach.lifecycle.survey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the letter that asks for a survey date (serviceTask_sendOfficialLetter, done by a worker). */
@Component
class RecordSendOfficialLetterDelegate implements JavaDelegate {

    private final SurveyService survey;

    RecordSendOfficialLetterDelegate(SurveyService survey) {
        this.survey = survey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SurveyProcess.LETTER_NUMBER.find(execution);
        survey.letterSent(Step.of(execution), SurveyProcess.LETTER_SENT_ON.find(execution));
    }
}
