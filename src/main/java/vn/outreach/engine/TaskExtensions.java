package vn.outreach.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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

/** Extends a task's limit: once, by its holder or the standing committee, as far as D10 allows (T21 of domain.md §0.4). */
@Component
class TaskExtensions {

    private static final String DECIDERS = "standingCommittee";

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

    TaskExtensions(
            TaskService tasks,
            VisibleTasks visible,
            RuntimeService runtime,
            EngineUsers users,
            Rules rules,
            WorkingDays workingDays,
            Ledger ledger,
            Notifications notifications,
            Deputies deputies,
            AuditTrail audit) {
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
    }

    /**
     * Extends the limit and tells the holder.
     *
     * @return the new due date
     * @throws Refusal {@code task-unknown}, {@code wrong-person}, {@code extension-not-allowed} or {@code extended-already}
     */
    @Transactional
    public OffsetDateTime extend(String taskId, String reason, CurrentUser user) {
        Task task = visible.require(taskId);
        if (!user.id().equals(task.getAssignee()) && !user.in(DECIDERS)) {
            throw Refusal.forbidden("wrong-person", "Chỉ người giữ việc hoặc Ban Thường vụ được gia hạn.");
        }
        Map<String, Object> variables = users.asHouse(() -> runtime.getVariables(task.getExecutionId()));
        String step = Steps.stepName(task.getTaskDefinitionKey());
        int days = allowedDays(step, (String) variables.get("ruleVersion"), task);
        String key = "extension:" + taskId;
        if (ledger.ofActivity(key).isPresent()) {
            throw Refusal.conflict("extended-already", "Việc “" + task.getName() + "” đã được gia hạn một lần.");
        }
        OffsetDateTime due = workingDays.closing(workingDays.plus(dueDay(task), days));
        users.asHouse(() -> {
            tasks.setDueDate(taskId, Date.from(due.toInstant()));
            return null;
        });
        Step extension = step(task, key, variables, user, Map.of("step", step, "reason", reason, "due", due.toString()));
        ledger.record(extension, Extended.EXTENDED);
        audit.record(AuditEntry.of(AuditAction.DEADLINE_CHANGED, "Task", taskId)
                .changing("dueDate", String.valueOf(dueDay(task)), String.valueOf(due.toLocalDate())));
        tell(task, variables, due.toLocalDate());
        return due;
    }

    private int allowedDays(String step, String ruleVersion, Task task) {
        String version = ruleVersion == null ? rules.versionOn(Steps.today()) : ruleVersion;
        int days = rules.timeLimit(step, version).map(TimeLimit::extensionDays).orElse(0);
        if (days == 0 || task.getDueDate() == null) {
            throw Refusal.invalid("extension-not-allowed", null, "Quy định không cho gia hạn việc “" + task.getName() + "”.");
        }
        return days;
    }

    private static LocalDate dueDay(Task task) {
        return task.getDueDate().toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }

    private static Step step(Task task, String key, Map<String, Object> variables, CurrentUser user, Map<String, Object> details) {
        return new Step(
                task.getProcessDefinitionId().split(":")[0],
                "extension",
                task.getProcessInstanceId(),
                task.getProcessInstanceId(),
                key,
                (String) variables.get("enterpriseCode"),
                (String) variables.get("candidateRef"),
                (String) variables.get("ruleVersion"),
                (Integer) variables.get("planYear"),
                Source.PERSON,
                user.id(),
                Steps.today(),
                details);
    }

    private void tell(Task task, Map<String, Object> variables, LocalDate due) {
        if (task.getAssignee() == null) {
            return;
        }
        Occasion occasion = new Occasion(
                "extension:" + task.getId(),
                (String) variables.get("enterpriseCode"),
                (String) variables.get("enterpriseName"),
                task.getProcessDefinitionId().split(":")[0],
                task.getProcessInstanceId(),
                task.getId());
        notifications.enqueue(Notice.taskExtended(occasion, task.getName(), due), deputies.withDeputies(Set.of(task.getAssignee())));
    }
}
