package vn.outreach.lifecycle.survey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the day, hour and method of a survey (userTask_scheduleSurvey). */
@Component
class RecordScheduleSurveyDelegate implements JavaDelegate {

    private final SurveyService survey;

    RecordScheduleSurveyDelegate(SurveyService survey) {
        this.survey = survey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SurveyProcess.SURVEY_METHOD.require(execution);
        survey.schedule(
                Step.of(execution),
                SurveyProcess.SURVEY_DATE.require(execution),
                SurveyProcess.SURVEY_TIME.find(execution).orElse(null));
        SurveyProcess.SURVEY_DATE.set(execution, SurveyProcess.SURVEY_DATE.require(execution));
    }
}
