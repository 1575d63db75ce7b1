package vn.outreach.engine.task;

import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Systems;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.work.deputy.Absence;
import vn.outreach.work.deputy.Deputies;

/**
 * Whose a task is. The engine's grants are on whole processes, so that without this any holder of a grant could do
 * another unit's task.
 */
@Component
public final class TaskRights {

    private final Deputies deputies;

    private final EngineUsers users;
    private final WorkUnits units;
    private final Systems systems;

    TaskRights(Deputies deputies, EngineUsers users, WorkUnits units, Systems systems) {
        this.deputies = deputies;
        this.users = users;
        this.units = units;
        this.systems = systems;
    }

    /** The assignee, who stands in for the assignee today, or a candidate while nobody is assigned. */
    public boolean mayAct(DelegateTask task, CurrentUser person) {
        return task.getAssignee() == null
                ? isCandidate(task, person)
                : isHolder(task, person) || isDeputy(task, person);
    }

    /** Who stands in for the task's holder today, as far as {@link #fits}. */
    boolean isDeputy(DelegateTask task, CurrentUser person) {
        return deputies.standsFor(person.id(), task.getAssignee()) && fits(task, person, task.getAssignee());
    }

    /**
     * Whether the deputy is as near to the task as the absent person: of the task's units where that one is. Being
     * somebody's deputy opens no other unit's work. A responsible member's task in another unit's step takes a
     * colleague.
     */
    boolean fits(DelegateTask task, CurrentUser deputy, String absent) {
        CurrentUser person = users.person(absent);
        return isCandidate(task, deputy)
                || !isCandidate(task, person)
                        && deputy.in(units.of(person.groups()).toArray(String[]::new));
    }

    /**
     * In whose place this person does the task: the absent assignee's, or of whom the task came by deputy; else null.
     */
    public @Nullable String actsFor(DelegateTask task, CurrentUser person) {
        if (task.getAssignee() != null && !isHolder(task, person)) {
            return task.getAssignee();
        }
        return !cameByDeputy(task, person)
                ? null
                : deputies.ofTask(task.getId())
                        .filter(absence -> absence.deputy().equals(person.id()))
                        .map(Absence::person)
                        .orElse(null);
    }

    /** {@link DeputyTasks} leaves a link at each task that it hands over. */
    private static boolean cameByDeputy(DelegateTask task, CurrentUser person) {
        return ((TaskEntity) task)
                .getIdentityLinks().stream()
                        .anyMatch(link -> DeputyTasks.DEPUTY.equals(link.getType())
                                && person.id().equals(link.getUserId()));
    }

    /** Whether the task may be given to this person: of its units, and no system, which has no list to find it in. */
    public boolean mayReceive(DelegateTask task, CurrentUser person) {
        return isCandidate(task, person) && !systems.isOne(person);
    }

    /**
     * Whether a task may come back to this person: as {@link #mayReceive}, or the enterprise's responsible member
     * still.
     */
    boolean mayReturnTo(DelegateTask task, CurrentUser person) {
        return mayReceive(task, person) || users.mayBeResponsible(person.id());
    }

    public static boolean isHolder(DelegateTask task, CurrentUser person) {
        return person.id().equals(task.getAssignee());
    }

    /** A member of a unit that may do the task, whoever holds it now. */
    static boolean isCandidate(DelegateTask task, CurrentUser person) {
        return task.getCandidates().stream()
                .anyMatch(link -> person.id().equals(link.getUserId())
                        || link.getGroupId() != null && person.in(link.getGroupId()));
    }

    /** The head of one of the task's units; being a head alone is none, whatever the task's groups say. */
    public static boolean isHead(DelegateTask task, CurrentUser person) {
        return person.heads(task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
    }

    public void mustAct(DelegateTask task, CurrentUser person) {
        if (!mayAct(task, person)) {
            throw isCandidate(task, person) ? heldBySomebodyElse(task) : wrongPerson();
        }
    }

    /** Said to those whose unit's task it is; they see in their lists who has it. */
    private Refusal heldBySomebodyElse(DelegateTask task) {
        return Refusal.forbidden(
                "wrong-person",
                "Việc này của đơn vị đang do %s làm. Muốn làm thay, nhờ người đó trả lại hoặc phụ trách đơn vị giao lại."
                        .formatted(users.of(task.getAssignee())));
    }

    /** Names no task: who may not see it does not learn its name by trying. */
    public static Refusal wrongPerson() {
        return Refusal.forbidden("wrong-person", "Việc này không được giao cho đồng chí hoặc đơn vị của đồng chí.");
    }

    /** Looks at a task before the engine does. One that is gone is the engine's to answer for. */
    public static void of(String taskId, Consumer<TaskEntity> look) {
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task != null) {
            look.accept(task);
        }
    }
}
