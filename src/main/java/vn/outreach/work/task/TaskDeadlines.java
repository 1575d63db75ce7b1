package vn.outreach.work.task;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.Step;
import vn.outreach.register.ledger.Extended;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Source;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;
import vn.outreach.work.reminder.MissingDaysOff;

/**
 * Sets a task's limit anew, with its row in the ledger, its entry in the audit and word to the holder: what an
 * extension ({@link TaskExtensions}) and a head's other day ({@link TaskDueDates}) have in common. Who may, and how
 * far, is theirs.
 */
@Component
final class TaskDeadlines {

    /** As the ledger calls what no person did. */
    private static final String SYSTEM = "system";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineUsers users;
    private final Ledger ledger;
    private final Notifications notifications;
    private final Deputies deputies;
    private final AuditTrail audit;
    private final MissingDaysOff daysOff;

    TaskDeadlines(
            TaskService tasks,
            RuntimeService runtime,
            EngineUsers users,
            Ledger ledger,
            Notifications notifications,
            Deputies deputies,
            AuditTrail audit,
            MissingDaysOff daysOff) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.users = users;
        this.ledger = ledger;
        this.notifications = notifications;
        this.deputies = deputies;
        this.audit = audit;
        this.daysOff = daysOff;
    }

    /**
     * What is recorded of the change.
     *
     * @param step the ledger's step
     * @param key of this one change: neither a second row nor a second notice is made for it
     * @param by who changed it; null where the days off did
     */
    record Change(
            String step,
            String key,
            Extended result,
            Map<String, Object> details,
            @Nullable CurrentUser by) {}

    /** The variables of the task's case, whoever asks. */
    Map<String, Object> variables(Task task) {
        return users.asSystem(() -> runtime.getVariables(task.getExecutionId()));
    }

    /** The day on which the task is due, or null. */
    static @Nullable LocalDate dayOf(Task task) {
        Date due = task.getDueDate();
        return due == null
                ? null
                : due.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }

    void set(Task task, OffsetDateTime due, Change change, Map<String, Object> variables) {
        LocalDate before = dayOf(task);
        users.asSystem(() -> {
            tasks.setDueDate(task.getId(), Date.from(due.toInstant()));
            return null;
        });
        ledger.record(step(task, change, variables), change.result());
        audit.record(AuditEntry.of(AuditAction.DEADLINE_CHANGED, "Task", task.getId())
                .changing(
                        "dueDate",
                        before == null ? null : before.toString(),
                        due.toLocalDate().toString()));
        tell(task, due.toLocalDate(), change, variables);
        daysOff.counted(Step.today(), due.toLocalDate());
    }

    private static LedgerEntry step(Task task, Change change, Map<String, Object> variables) {
        return new LedgerEntry(
                task.getProcessDefinitionId().split(":")[0],
                change.step(),
                task.getProcessInstanceId(),
                task.getProcessInstanceId(),
                change.key(),
                (String) variables.get(CaseVariables.ENTERPRISE_CODE),
                (String) variables.get(CaseVariables.CANDIDATE_REF),
                (String) variables.get(CaseVariables.RULE_VERSION),
                (Integer) variables.get(CaseVariables.PLAN_YEAR),
                change.by() == null ? Source.JOB : Source.PERSON,
                change.by() == null ? SYSTEM : change.by().id(),
                Step.today(),
                change.details());
    }

    private void tell(Task task, LocalDate due, Change change, Map<String, Object> variables) {
        if (task.getAssignee() == null) {
            return;
        }
        NotificationSubject occasion = new NotificationSubject(
                change.key(),
                (String) variables.get(CaseVariables.ENTERPRISE_CODE),
                (String) variables.get(CaseVariables.ENTERPRISE_NAME),
                task.getProcessDefinitionId().split(":")[0],
                task.getProcessInstanceId(),
                task.getId());
        notifications.enqueue(
                change.by() == null
                        ? NotificationMessage.taskMoved(occasion, task.getName(), due)
                        : NotificationMessage.taskExtended(occasion, task.getName(), due),
                deputies.withDeputies(Set.of(task.getAssignee())));
    }
}
