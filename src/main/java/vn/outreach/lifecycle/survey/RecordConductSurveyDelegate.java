package vn.outreach.lifecycle.survey;

import static vn.outreach.lifecycle.survey.SurveyProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records what a survey found, or why there was none (userTask_conductSurvey). */
@Component
class RecordConductSurveyDelegate implements JavaDelegate {

    private final SurveyService survey;

    RecordConductSurveyDelegate(SurveyService survey) {
        this.survey = survey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SurveyAnswer answer = SURVEY_RESULT.require(execution);
        SurveyNextStep next = answer == SurveyAnswer.COMPLETED
                ? survey.completed(Step.of(execution), figures(execution))
                : survey.notMade(Step.of(execution), answer);
        NEXT_STEP.set(execution, next);
    }

    private static SurveyFigures figures(DelegateExecution execution) {
        return new SurveyFigures(
                CONDUCTED_ON.require(execution),
                ACCESSIBILITY.require(execution),
                OWNER_ATTITUDE.require(execution),
                WORKER_COUNT.require(execution),
                UNION_MEMBERS.require(execution),
                YOUTH_UNION_MEMBERS.require(execution),
                YOUTH_BRANCHES.require(execution),
                FULL_MEMBERS.require(execution),
                PROBATIONARY_MEMBERS.require(execution),
                UNION_RECOGNISED_ON.find(execution),
                YOUTH_UNION_FOUNDED_ON.find(execution));
    }
}
