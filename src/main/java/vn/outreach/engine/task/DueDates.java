package vn.outreach.engine.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
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

    /**
     * A due date.
     *
     * @param day the last day of the limit
     * @param from the day that it was counted from
     * @param workingDays null where the limit is one of months
     */
    record Due(
            Instant at,
            LocalDate day,
            LocalDate from,
            @Nullable Integer workingDays) {}

    /** Asks the task's execution: a task that has just been made has no variables of its own. */
    Optional<Due> of(DelegateTask task) {
        VariableScope scope = task.getExecution();
        return of(Step.stepName(task.getTaskDefinitionKey()), scope::getVariable, Step.today());
    }

    /** The due date of a task of this step with these variables that was made on that day, as it is counted now. */
    Optional<Due> of(String step, Function<String, @Nullable Object> variables, LocalDate createdOn) {
        boolean abroad = Boolean.TRUE.equals(variables.apply(AdmissionProcess.ABROAD.name()))
                && AdmissionProcess.VERIFY_PERSONAL_HISTORY.equals(step);
        return rules.timeLimit(abroad ? "verifyPersonalHistoryAbroad" : step, ruleVersion(variables))
                .map(limit -> at(limit, from(limit, variables, createdOn)));
    }

    /** By how many working days this step's limit may be extended. */
    int extensionDays(String step, Function<String, @Nullable Object> variables) {
        return rules.timeLimit(step, ruleVersion(variables))
                .map(TimeLimit::extensionDays)
                .orElse(0);
    }

    /** The version chosen at an admission's newest act, else the case's. */
    private String ruleVersion(Function<String, @Nullable Object> variables) {
        Object ofAct = variables.apply(AdmissionProcess.ACT_RULE_VERSION.name());
        Object version = ofAct == null ? variables.apply(CaseVariables.RULE_VERSION) : ofAct;
        return version == null ? rules.versionOn(Step.today()) : version.toString();
    }

    private Due at(TimeLimit limit, LocalDate from) {
        boolean months = limit.months() > 0;
        LocalDate day = months ? from.plusMonths(limit.months()) : workingDays.plus(from, limit.workingDays());
        return new Due(
                workingDays.closing(day).toInstant(), day, from, months ? null : Integer.valueOf(limit.workingDays()));
    }

    /** The day of the act the limit counts from; the day the task is made while that act has no day. */
    private static LocalDate from(TimeLimit limit, Function<String, @Nullable Object> variables, LocalDate createdOn) {
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
        Object day = variable == null ? null : variables.apply(variable.name());
        return day == null ? createdOn : LocalDate.parse(day.toString());
    }
}
