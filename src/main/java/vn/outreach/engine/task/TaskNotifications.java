package vn.outreach.engine.task;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.engine.command.CommandSource;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.Source;
import vn.outreach.security.identity.Bootstrap;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Who is told of what the engine does: rows of the outbox in the engine's transaction, sent after it. Never throws for
 * a mail.
 */
@Component
public class TaskNotifications {

    private static final String UMBRELLA = ProcessKeys.ENTERPRISE_OUTREACH;

    private final Notifications notifications;
    private final EngineUsers users;
    private final Enterprises enterprises;
    private final Deputies deputies;
    private final Units units;

    TaskNotifications(
            Notifications notifications, EngineUsers users, Enterprises enterprises, Deputies deputies, Units units) {
        this.notifications = notifications;
        this.users = users;
        this.enterprises = enterprises;
        this.deputies = deputies;
        this.units = units;
    }

    /** The assignee and a deputy, or each member of the candidate groups. */
    void taskCreated(DelegateTask task) {
        NotificationSubject occasion = occasion(task);
        if (AnnualPlanProcess.APPROVE_PLAN.equals(Step.stepName(task.getTaskDefinitionKey()))) {
            Integer year = (Integer) task.getExecution().getVariable(AnnualPlanProcess.PLAN_YEAR.name());
            Integer rows = (Integer) task.getExecution().getVariable(AnnualPlanProcess.PLAN_ROW_COUNT.name());
            notifications.enqueue(NotificationMessage.planToApprove(occasion, year, rows), candidates(task));
        } else if (task.getAssignee() != null) {
            notifications.enqueue(
                    NotificationMessage.taskAssigned(occasion, task.getName(), due(task)),
                    deputies.withDeputies(Set.of(task.getAssignee())));
        } else {
            notifications.enqueue(
                    NotificationMessage.taskOffered(occasion, task.getName(), due(task)), candidates(task));
            tellHeads(task, occasion);
        }
    }

    /**
     * A task that its model gives to the responsible member has nobody: the heads learn that there is somebody, who
     * cannot work.
     */
    private void tellHeads(DelegateTask task, NotificationSubject occasion) {
        String member = namedMember(occasion.taxCode());
        if (member == null || ((TaskEntity) task).getTaskDefinition().getAssigneeExpression() == null) {
            return;
        }
        Set<String> heads = candidates(task);
        heads.retainAll(units.with(Capability.HEADS_UNITS).stream()
                .map(users::membersOf)
                .flatMap(Set::stream)
                .toList());
        notifications.enqueue(
                NotificationMessage.responsibleCannotWork(
                        occasion,
                        task.getName(),
                        users.find(member).map(person -> person.displayName()).orElse(member)),
                heads.isEmpty() ? users.membersOf(Bootstrap.ADMINISTRATORS) : heads);
    }

    /** The one who had it and the responsible member; members of a group had no more than an offer. */
    void taskTaken(DelegateTask task) {
        NotificationSubject occasion = occasion(task);
        Set<String> told = Stream.of(task.getAssignee(), responsibleMember(occasion.taxCode()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean byMessage = CommandSource.current() == Source.MESSAGE;
        notifications.enqueue(
                byMessage
                        ? NotificationMessage.taskTakenByMessage(occasion, task.getName())
                        : NotificationMessage.taskEnded(occasion, task.getName()),
                deputies.withDeputies(told));
    }

    /** The responsible member, of every result of a phase and of a closed case. */
    public void processEnded(ExecutionEntity instance, String result) {
        String taxCode = (String) instance.getVariable(CaseVariables.ENTERPRISE_CODE);
        String member = responsibleMember(taxCode);
        if (member == null || instance.getProcessDefinition().getKey().equals(ProcessKeys.CASE_EVENT)) {
            return;
        }
        NotificationSubject occasion = new NotificationSubject(
                instance.getProcessInstanceId(),
                taxCode,
                (String) instance.getVariable(CaseVariables.ENTERPRISE_NAME),
                instance.getProcessDefinition().getKey(),
                instance.getProcessInstanceId(),
                null);
        boolean umbrella = UMBRELLA.equals(occasion.processKey());
        notifications.enqueue(
                umbrella
                        ? NotificationMessage.caseClosed(occasion, result)
                        : NotificationMessage.phaseResult(occasion, result),
                Set.of(member));
    }

    /**
     * The administrators, of a job or a system's task that failed for good; of the second also the responsible member.
     */
    void incident(String incidentId, boolean ofSystem, String activityId, String executionId) {
        ExecutionEntity execution = executionId == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
        ExecutionEntity instance = execution == null ? null : execution.getProcessInstance();
        NotificationSubject occasion = new NotificationSubject(
                incidentId,
                instance == null ? null : (String) instance.getVariable(CaseVariables.ENTERPRISE_CODE),
                instance == null ? null : (String) instance.getVariable(CaseVariables.ENTERPRISE_NAME),
                instance == null ? null : instance.getProcessDefinition().getKey(),
                instance == null ? null : instance.getProcessInstanceId(),
                null);
        String step = execution == null || activityId == null ? "" : nameOf(execution, activityId);
        notifications.enqueue(NotificationMessage.incident(occasion, step), users.membersOf(Bootstrap.ADMINISTRATORS));
        String member = responsibleMember(occasion.taxCode());
        if (ofSystem && member != null) {
            notifications.enqueue(
                    NotificationMessage.systemStopped(occasion, step), deputies.withDeputies(Set.of(member)));
        }
    }

    /** The administrators, once a day, of work in the background that fails again and again. */
    public void backgroundFailed(String work, String title) {
        NotificationSubject occasion =
                new NotificationSubject("background:" + work + ":" + Step.today(), null, null, null, null, null);
        notifications.enqueue(NotificationMessage.incident(occasion, title), users.membersOf(Bootstrap.ADMINISTRATORS));
    }

    private static String nameOf(ExecutionEntity execution, String activityId) {
        ActivityImpl activity = execution.getProcessDefinition().findActivity(activityId);
        Object name = activity == null ? null : activity.getProperty("name");
        return name == null ? activityId : (String) name;
    }

    private Set<String> candidates(DelegateTask task) {
        Set<String> told = new LinkedHashSet<>();
        for (IdentityLink link : task.getCandidates()) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                if (link.getUserId() != null) {
                    told.add(link.getUserId());
                } else {
                    told.addAll(users.membersOf(link.getGroupId()));
                }
            }
        }
        return told;
    }

    private NotificationSubject occasion(DelegateTask task) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        return new NotificationSubject(
                task.getId(),
                (String) execution.getVariable(CaseVariables.ENTERPRISE_CODE),
                (String) execution.getVariable(CaseVariables.ENTERPRISE_NAME),
                execution.getProcessDefinition().getKey(),
                task.getProcessInstanceId(),
                task.getId());
    }

    private static @Nullable LocalDate due(DelegateTask task) {
        return task.getDueDate() == null
                ? null
                : task.getDueDate()
                        .toInstant()
                        .atZone(OutreachApplication.ZONE.toZoneId())
                        .toLocalDate();
    }

    /** Null also where whoever is responsible can no longer work: nobody reads what they are told. */
    private @Nullable String responsibleMember(@Nullable String taxCode) {
        String member = namedMember(taxCode);
        return member == null || !users.mayBeResponsible(member) ? null : member;
    }

    private @Nullable String namedMember(@Nullable String taxCode) {
        return taxCode == null
                ? null
                : enterprises.find(taxCode).map(Enterprise::responsibleMember).orElse(null);
    }
}
