package vn.outreach.work.task;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.ResponsibleMembers;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.appointment.Appointments;
import vn.outreach.work.deputy.Absence;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/** The open tasks of an enterprise, moved when its rank or its responsible member changes. */
@Component
public class OpenEnterpriseTasks implements ResponsibleMembers {

    private static final String MEMBER = "responsibleMember";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OpenTaskList open;
    private final PrivilegedCommands privileged;
    private final RepositoryService repository;
    private final Enterprises enterprises;
    private final EngineUsers users;
    private final Deputies deputies;
    private final Notifications notifications;
    private final Appointments appointments;
    private final AuditTrail audit;

    OpenEnterpriseTasks(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            OpenTaskList open,
            @Lazy PrivilegedCommands privileged,
            @Lazy RepositoryService repository,
            Enterprises enterprises,
            EngineUsers users,
            Deputies deputies,
            Notifications notifications,
            Appointments appointments,
            AuditTrail audit) {
        this.appointments = appointments;
        this.tasks = tasks;
        this.runtime = runtime;
        this.open = open;
        this.privileged = privileged;
        this.repository = repository;
        this.enterprises = enterprises;
        this.users = users;
        this.deputies = deputies;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** A new rank: every open task of the enterprise gets the priority that goes with it. */
    public void ranked(String taxCode, int rank) {
        int priority = TaskPriority.of(rank);
        open.tasks(taxCode).stream()
                .filter(task -> task.getPriority() != priority)
                .forEach(task -> tasks.setPriority(task.getId(), priority));
    }

    /**
     * Tasks marked R go to the new member; both people are told. A task that a unit's member claimed stays with that
     * member.
     */
    @Override
    public void changed(String taxCode, String oldMember, @Nullable String newMember) {
        // Whoever may write the register may do so without a right to assign these tasks, or to see them.
        privileged.run(() -> {
            reassign(taxCode, oldMember, newMember);
            inTheCase(taxCode, newMember);
        });
        audit.record(AuditEntry.of(AuditAction.ASSIGNED, "Enterprise", taxCode).changing(MEMBER, oldMember, newMember));
        tellBoth(taxCode, oldMember, newMember);
        appointments.handedOver(taxCode, newMember);
    }

    private void reassign(String taxCode, String oldMember, @Nullable String newMember) {
        open.tasks(taxCode).stream()
                .filter(this::isOfResponsibleMember)
                .filter(task -> Objects.equals(holder(task), oldMember))
                .forEach(task -> tasks.setAssignee(task.getId(), newMember));
    }

    /** A running case says whose it is, too; one that is just being started will say so itself. */
    private void inTheCase(String taxCode, @Nullable String newMember) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(taxCode)
                .variableValueNotEquals(MEMBER, newMember)
                .list()
                .forEach(running -> runtime.setVariable(running.getId(), MEMBER, newMember));
    }

    /** Whose task it is also while a deputy has it. */
    private String holder(Task task) {
        return deputies.ofTask(task.getId())
                .filter(absence -> absence.deputy().equals(task.getAssignee()))
                .map(Absence::person)
                .orElse(task.getAssignee());
    }

    private void tellBoth(String taxCode, String oldMember, @Nullable String newMember) {
        Enterprise enterprise = enterprises.require(taxCode);
        NotificationSubject occasion = new NotificationSubject(
                // The register's version makes each change an occasion of its own, also back and forth.
                "responsibleMember:" + taxCode + ":" + enterprise.version(),
                taxCode,
                enterprise.name(),
                null,
                null,
                null);
        Set<String> both =
                Stream.of(oldMember, newMember).filter(Objects::nonNull).collect(Collectors.toSet());
        notifications.enqueue(
                NotificationMessage.responsibleMemberChanged(occasion, nameOf(oldMember), nameOf(newMember)), both);
    }

    /** The model says whose task it is: only tasks of the responsible member name an assignee. */
    private boolean isOfResponsibleMember(Task task) {
        UserTask drawn = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return drawn.getCamundaAssignee() != null;
    }

    private @Nullable String nameOf(@Nullable String userId) {
        return userId == null
                ? null
                : users.find(userId).map(person -> person.displayName()).orElse(userId);
    }
}
