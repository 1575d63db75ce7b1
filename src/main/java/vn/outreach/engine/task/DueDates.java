package vn.outreach.engine.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.admission.AdmissionProcess;
import vn.outreach.lifecycle.persuasion.PersuasionProcess;
import vn.outreach.lifecycle.survey.SurveyProcess;
import vn.outreach.lifecycle.union.UnionFoundingProcess;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.ProcessVariable;
import vn.outreach.process.Step;
import vn.outreach.rules.Rules;
import vn.outreach.rules.TimeLimit;
import vn.outreach.rules.calendar.WorkingDays;

/** When a task is due: 17:00 in the office's zone of the last working day that D10 allows. */
@Component
final class DueDates {

    private final Rules rules;
    private final WorkingDays workingDays;

    DueDates(Rules rules, WorkingDays workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    /** Asks the task's execution: a task that has just been made has no variables of its own. */
    Optional<Instant> of(DelegateTask task) {
        VariableScope scope = task.getExecution();
        String step = Step.stepName(task.getTaskDefinitionKey());
        if (Boolean.TRUE.equals(scope.getVariable(AdmissionProcess.ABROAD.name()))
                && AdmissionProcess.VERIFY_PERSONAL_HISTORY.equals(step)) {
            step = "verifyPersonalHistoryAbroad";
        }
        return limit(step, scope).map(limit -> at(limit, from(limit, scope)));
    }

    private Optional<TimeLimit> limit(String step, VariableScope scope) {
        return rules.timeLimit(step, ruleVersion(scope));
    }

    /** The version chosen at an admission's newest act, else the case's. */
    private String ruleVersion(VariableScope scope) {
        Object ofAct = scope.getVariable(AdmissionProcess.ACT_RULE_VERSION.name());
        Object version = ofAct == null ? scope.getVariable(CaseVariables.RULE_VERSION) : ofAct;
        return version == null ? rules.versionOn(Step.today()) : version.toString();
    }

    private Instant at(TimeLimit limit, LocalDate from) {
        LocalDate day =
                limit.months() > 0 ? from.plusMonths(limit.months()) : workingDays.plus(from, limit.workingDays());
        return workingDays.closing(day).toInstant();
    }

    /** The day of the act the limit counts from; today while that act has no day. */
    private static LocalDate from(TimeLimit limit, VariableScope scope) {
        ProcessVariable<LocalDate> variable = switch (limit.from()) {
            case TASK_CREATED -> null;
            case SURVEY_DATE -> SurveyProcess.SURVEY_DATE;
            case MEETING_DATE -> PersuasionProcess.MEETING_DATE;
            case CONGRESS_DATE -> UnionFoundingProcess.CONGRESS_DATE;
            case VOTE_DATE -> AdmissionProcess.VOTE_DATE;
            case DECISION_ISSUED -> AdmissionProcess.DECISION_DATE;
            case DECISION_RECEIVED -> AdmissionProcess.DECISION_RECEIVED_ON;
            case PROBATION_END -> AdmissionProcess.PROBATION_ENDS_ON;
        };
        Object day = variable == null ? null : scope.getVariable(variable.name());
        return day == null ? Step.today() : LocalDate.parse(day.toString());
    }
}
