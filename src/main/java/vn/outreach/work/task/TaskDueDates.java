package vn.outreach.work.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.Step;
import vn.outreach.process.VisibleTasks;
import vn.outreach.register.ledger.Extended;
import vn.outreach.rules.Rules;
import vn.outreach.rules.TimeLimit;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.reminder.TaskLimits;

/**
 * A head of the task's unit sets another day, with a reason, where the limit is the office's own. Limits that the
 * Party's and the unions' regulations count from an act stay: those are only extended ({@link TaskExtensions}).
 */
@Component
public class TaskDueDates {

    private static final int LATEST_DAYS = 366;
    private static final Set<TimeLimit.From> REGULATED = EnumSet.of(
            TimeLimit.From.CONGRESS_DATE,
            TimeLimit.From.VOTE_DATE,
            TimeLimit.From.DECISION_ISSUED,
            TimeLimit.From.DECISION_RECEIVED,
            TimeLimit.From.PROBATION_END);

    private final TaskService tasks;
    private final VisibleTasks visible;
    private final TaskDeadlines deadlines;
    private final EngineUsers users;
    private final Rules rules;
    private final WorkingDays workingDays;
    private final TaskLimits limits;
    private final Clock clock;

    TaskDueDates(
            TaskService tasks,
            VisibleTasks visible,
            TaskDeadlines deadlines,
            EngineUsers users,
            Rules rules,
            WorkingDays workingDays,
            TaskLimits limits,
            Clock clock) {
        this.tasks = tasks;
        this.visible = visible;
        this.deadlines = deadlines;
        this.users = users;
        this.rules = rules;
        this.workingDays = workingDays;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sets the day, with a ledger row of its own, and tells the holder.
     *
     * @throws Refusal {@code task-unknown}, {@code wrong-person}, {@code due-date-regulated}, {@code field-range} or
     *     {@code unchanged}
     */
    @Transactional
    public void move(String taskId, LocalDate day, String reason, CurrentUser user) {
        visible.with(taskId, task -> {
            move(task, day, reason, user);
            return null;
        });
    }

    private void move(Task task, LocalDate day, String reason, CurrentUser user) {
        mustHead(task.getId(), user);
        Map<String, Object> variables = deadlines.variables(task);
        mustBeTheOfficesOwn(task, (String) variables.get(CaseVariables.RULE_VERSION));
        mustBeSensible(day);
        if (day.equals(TaskDeadlines.dayOf(task))) {
            throw Refusal.conflict("unchanged", "Việc đã có hạn này.");
        }
        Map<String, Object> details =
                Map.of("step", Step.stepName(task.getTaskDefinitionKey()), "reason", reason, "due", day.toString());
        String key = "dueDate:" + task.getId() + ":" + clock.millis();
        deadlines.set(
                task,
                workingDays.closing(day),
                new TaskDeadlines.Change("dueDate", key, Extended.MOVED, details, user),
                variables);
        limits.setByHand(task.getId());
    }

    /** The task's units are its candidate groups; being a head of another unit is none. */
    private void mustHead(String taskId, CurrentUser user) {
        List<String> units = users.asSystem(() -> tasks.getIdentityLinksForTask(taskId)).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        if (!user.heads(units)) {
            throw Refusal.forbidden(
                    "wrong-person", "Chỉ phụ trách đơn vị được giao việc mới đổi được hạn của việc này.");
        }
    }

    private void mustBeTheOfficesOwn(Task task, @Nullable String ruleVersion) {
        String version = ruleVersion == null ? rules.versionOn(Step.today()) : ruleVersion;
        boolean regulated = rules.timeLimit(Step.stepName(task.getTaskDefinitionKey()), version)
                .filter(limit -> REGULATED.contains(limit.from()) || limit.extensionDays() > 0)
                .isPresent();
        if (regulated) {
            throw Refusal.invalid(
                    "due-date-regulated",
                    null,
                    "Hạn của việc “%s” do quy định đặt ra, không đổi được.".formatted(task.getName()));
        }
    }

    private void mustBeSensible(LocalDate day) {
        LocalDate today = Step.today();
        if (day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS))) {
            throw Refusal.invalid("field-range", "dueDate", "Hạn mới phải từ hôm nay và trong vòng một năm.");
        }
        if (!workingDays.isWorkingDay(day)) {
            throw Refusal.invalid("field-range", "dueDate", "Hạn mới phải là một ngày làm việc.");
        }
    }
}
