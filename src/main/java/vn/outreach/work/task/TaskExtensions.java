package vn.outreach.work.task;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.Step;
import vn.outreach.process.VisibleTasks;
import vn.outreach.register.ledger.Extended;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.rules.Rules;
import vn.outreach.rules.TimeLimit;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.work.reminder.TaskLimits;

/**
 * Extends a task's limit: once, by its holder or the standing committee, as far as D10 allows (T21 of domain.md §0.4).
 */
@Component
class TaskExtensions {

    private final VisibleTasks visible;
    private final TaskDeadlines deadlines;
    private final Rules rules;
    private final WorkingDays workingDays;
    private final TaskLimits limits;
    private final Ledger ledger;

    TaskExtensions(
            VisibleTasks visible,
            TaskDeadlines deadlines,
            Rules rules,
            WorkingDays workingDays,
            TaskLimits limits,
            Ledger ledger) {
        this.visible = visible;
        this.deadlines = deadlines;
        this.rules = rules;
        this.workingDays = workingDays;
        this.limits = limits;
        this.ledger = ledger;
    }

    /**
     * Extends the limit and tells the holder.
     *
     * @return the new due date
     * @throws Refusal {@code task-unknown}, {@code wrong-person}, {@code extension-not-allowed} or
     *     {@code extended-already}
     */
    @Transactional
    public OffsetDateTime extend(String taskId, String reason, CurrentUser user) {
        return visible.with(taskId, task -> extend(task, reason, user));
    }

    private OffsetDateTime extend(Task task, String reason, CurrentUser user) {
        if (!user.id().equals(task.getAssignee()) && !user.can(Capability.DECIDES_EXTENSIONS)) {
            throw Refusal.forbidden("wrong-person", "Chỉ người giữ việc hoặc Ban Thường vụ được gia hạn.");
        }
        Map<String, Object> variables = deadlines.variables(task);
        String step = Step.stepName(task.getTaskDefinitionKey());
        LocalDate before = TaskDeadlines.dayOf(task);
        int days = extensionDays(step, (String) variables.get(CaseVariables.RULE_VERSION));
        if (days == 0 || before == null) {
            throw Refusal.invalid(
                    "extension-not-allowed", null, "Quy định không cho gia hạn việc “" + task.getName() + "”.");
        }
        String key = "extension:" + task.getId();
        if (ledger.ofActivity(key).isPresent()) {
            throw Refusal.conflict("extended-already", "Việc “" + task.getName() + "” đã được gia hạn một lần.");
        }
        OffsetDateTime due = workingDays.closing(workingDays.plus(before, days));
        Map<String, Object> details = Map.of("step", step, "reason", reason, "due", due.toString());
        deadlines.set(
                task, due, new TaskDeadlines.Change("extension", key, Extended.EXTENDED, details, user), variables);
        limits.extended(task.getId(), before, days);
        return due;
    }

    private int extensionDays(String step, @Nullable String ruleVersion) {
        String version = ruleVersion == null ? rules.versionOn(Step.today()) : ruleVersion;
        return rules.timeLimit(step, version).map(TimeLimit::extensionDays).orElse(0);
    }
}
