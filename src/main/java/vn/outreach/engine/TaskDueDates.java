package vn.outreach.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.OutreachApplication;
import vn.outreach.audit.AuditAction;
import vn.outreach.audit.AuditEntry;
import vn.outreach.audit.AuditTrail;
import vn.outreach.calendar.WorkingDays;
import vn.outreach.deputy.Deputies;
import vn.outreach.ledger.Extended;
import vn.outreach.ledger.Ledger;
import vn.outreach.ledger.Source;
import vn.outreach.ledger.Step;
import vn.outreach.notification.Notice;
import vn.outreach.notification.Notifications;
import vn.outreach.notification.Occasion;
import vn.outreach.people.CurrentUser;
import vn.outreach.refusal.Refusal;
import vn.outreach.rules.Rules;
import vn.outreach.rules.TimeLimit;

/**
 * A head of the task's unit sets another day, with a reason, where the limit is the office's own. Limits that the Party's
 * and the unions' regulations count from an act stay: those are only extended ({@link TaskExtensions}).
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
    private final RuntimeService runtime;
    private final EngineUsers users;
    private final Rules rules;
    private final WorkingDays workingDays;
    private final Ledger ledger;
    private final Notifications notifications;
    private final Deputies deputies;
    private final AuditTrail audit;
    private final Clock clock;

    TaskDueDates(
            TaskService tasks,
            VisibleTasks visible,
            RuntimeService runtime,
            EngineUsers users,
            Rules rules,
            WorkingDays workingDays,
            Ledger ledger,
            Notifications notifications,
            Deputies deputies,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.visible = visible;
        this.runtime = runtime;
        this.users = users;
        this.rules = rules;
        this.workingDays = workingDays;
        this.ledger = ledger;
        this.notifications = notifications;
        this.deputies = deputies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the day, with a ledger row of its own, and tells the holder.
     *
     * @throws Refusal {@code task-unknown}, {@code wrong-person}, {@code due-date-regulated}, {@code field-range} or {@code
     *     unchanged}
     */
    @Transactional
    public void move(String taskId, LocalDate day, String reason, CurrentUser user) {
        TaskEntity task = (TaskEntity) visible.require(taskId);
        mustHead(taskId, user);
        Map<String, Object> variables = users.asHouse(() -> runtime.getVariables(task.getExecutionId()));
        mustBeTheOfficesOwn(task, (String) variables.get("ruleVersion"));
        mustBeSensible(day);
        OffsetDateTime due = workingDays.closing(day);
        String before = task.getDueDate() == null ? null : dayOf(task.getDueDate()).toString();
        if (day.toString().equals(before)) {
            throw Refusal.conflict("unchanged", "Việc đã có hạn này.");
        }
        users.asHouse(() -> {
            tasks.setDueDate(taskId, Date.from(due.toInstant()));
            return null;
        });
        record(task, variables, user, Map.of("step", Steps.stepName(task.getTaskDefinitionKey()), "reason", reason, "due", day.toString()));
        audit.record(AuditEntry.of(AuditAction.DEADLINE_CHANGED, "Task", taskId).changing("dueDate", before, day.toString()));
        tell(task, variables, day);
    }

    /** The task's units are its candidate groups; being a head of another unit is none. */
    private void mustHead(String taskId, CurrentUser user) {
        boolean isHead = user.in(TaskRights.HEADS) && users.asHouse(() -> tasks.getIdentityLinksForTask(taskId)).stream()
                .anyMatch(link -> link.getGroupId() != null && !link.getGroupId().equals(TaskRights.HEADS) && user.in(link.getGroupId()));
        if (!isHead) {
            throw Refusal.forbidden("wrong-person", "Chỉ phụ trách đơn vị được giao việc mới đổi được hạn của việc này.");
        }
    }

    private void mustBeTheOfficesOwn(TaskEntity task, String ruleVersion) {
        String version = ruleVersion == null ? rules.versionOn(Steps.today()) : ruleVersion;
        boolean regulated = rules.timeLimit(Steps.stepName(task.getTaskDefinitionKey()), version)
                .filter(limit -> REGULATED.contains(limit.from()) || limit.extensionDays() > 0)
                .isPresent();
        if (regulated) {
            throw Refusal.invalid("due-date-regulated", null,
                    "Hạn của việc “%s” do quy định đặt ra, không đổi được.".formatted(task.getName()));
        }
    }

    private void mustBeSensible(LocalDate day) {
        LocalDate today = Steps.today();
        if (day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS))) {
            throw Refusal.invalid("field-range", "dueDate", "Hạn mới phải từ hôm nay và trong vòng một năm.");
        }
        if (!workingDays.isWorkingDay(day)) {
            throw Refusal.invalid("field-range", "dueDate", "Hạn mới phải là một ngày làm việc.");
        }
    }

    private void record(TaskEntity task, Map<String, Object> variables, CurrentUser user, Map<String, Object> details) {
        ledger.record(new Step(
                task.getProcessDefinitionId().split(":")[0],
                "dueDate",
                task.getProcessInstanceId(),
                task.getProcessInstanceId(),
                "dueDate:" + task.getId() + ":" + clock.millis(),
                (String) variables.get("enterpriseCode"),
                (String) variables.get("candidateRef"),
                (String) variables.get("ruleVersion"),
                (Integer) variables.get("planYear"),
                Source.PERSON,
                user.id(),
                Steps.today(),
                details), Extended.MOVED);
    }

    private void tell(TaskEntity task, Map<String, Object> variables, LocalDate due) {
        if (task.getAssignee() == null) {
            return;
        }
        Occasion occasion = new Occasion(
                "dueDate:" + task.getId() + ":" + due,
                (String) variables.get("enterpriseCode"),
                (String) variables.get("enterpriseName"),
                task.getProcessDefinitionId().split(":")[0],
                task.getProcessInstanceId(),
                task.getId());
        notifications.enqueue(
                Notice.taskExtended(occasion, task.getName(), due), deputies.withDeputies(Set.of(task.getAssignee())));
    }

    private static LocalDate dayOf(Date date) {
        return date.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }
}
