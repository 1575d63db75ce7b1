package vn.outreach.engine.task;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.deputy.Absence;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.deputy.HandedTasks;

/**
 * An absent person's tasks at the deputy. Every task that is there carries a link of the type {@link #DEPUTY}, so that
 * lists and filters find it without asking who is away; whether the deputy may do it is asked of {@link TaskRights}, by
 * the day. A task that the deputy may not do, or must not because of the four eyes, stays where it is.
 */
@Component
class DeputyTasks implements HandedTasks {

    /** The kind of link between a task and the deputy who sees it. */
    static final String DEPUTY = "deputy";

    private static final Logger LOG = LoggerFactory.getLogger(DeputyTasks.class);

    private final TaskService tasks;
    private final PrivilegedCommands privileged;
    private final EngineUsers users;
    private final Deputies deputies;
    private final FourEyes fourEyes;
    private final TaskRights rights;
    private final AuditTrail audit;

    DeputyTasks(
            @Lazy TaskService tasks,
            @Lazy PrivilegedCommands privileged,
            EngineUsers users,
            Deputies deputies,
            FourEyes fourEyes,
            TaskRights rights,
            AuditTrail audit) {
        this.tasks = tasks;
        this.privileged = privileged;
        this.users = users;
        this.deputies = deputies;
        this.fourEyes = fourEyes;
        this.rights = rights;
        this.audit = audit;
    }

    /** A new task of somebody who is away; part of the command that creates it. */
    void created(DelegateTask task) {
        if (task.getAssignee() != null) {
            deputies.absenceOf(task.getAssignee())
                    .filter(absence -> fits((TaskEntity) task, absence))
                    .ifPresent(absence -> link(task, absence));
        }
    }

    @Override
    public int handOver(Absence absence) {
        Set<String> there = Set.copyOf(deputies.out(absence));
        List<String> open =
                users
                        .asSystem(() -> tasks.createTaskQuery()
                                .taskAssignee(absence.person())
                                .unlimitedList())
                        .stream()
                        .map(Task::getId)
                        .filter(Predicate.not(there::contains))
                        .toList();
        return moved(open, id -> handOver(id, absence));
    }

    @Override
    public int giveBack(Absence absence) {
        return moved(deputies.out(absence), id -> giveBack(id, absence));
    }

    private boolean handOver(String taskId, Absence absence) {
        TaskEntity task = find(taskId);
        if (task == null || !absence.person().equals(task.getAssignee()) || !fits(task, absence)) {
            return false;
        }
        link(task, absence);
        task.triggerUpdateEvent();
        if (absence.replaces()) {
            told(task, absence.person(), absence.deputy());
        }
        return true;
    }

    private void link(DelegateTask task, Absence absence) {
        if (absence.replaces()) {
            task.setAssignee(absence.deputy());
        }
        task.addUserIdentityLink(absence.deputy(), DEPUTY);
        deputies.handed(absence, task.getId());
    }

    /** What the deputy passed on to somebody else meanwhile stays there. */
    private boolean giveBack(String taskId, Absence absence) {
        deputies.back(absence, taskId);
        TaskEntity task = find(taskId);
        if (task == null) {
            return false;
        }
        task.deleteUserIdentityLink(absence.deputy(), DEPUTY);
        if (!absence.deputy().equals(task.getAssignee())) {
            return !absence.replaces();
        }
        boolean isStillHere = rights.mayReturnTo(task, users.person(absence.person()));
        task.setAssignee(isStillHere ? absence.person() : null);
        task.triggerUpdateEvent();
        told(task, absence.deputy(), task.getAssignee());
        return true;
    }

    private boolean fits(TaskEntity task, Absence absence) {
        try {
            fourEyes.check(task, absence.deputy(), absence.deputy());
        } catch (Refusal theirOwnWork) {
            return false;
        }
        return rights.fits(task, users.person(absence.deputy()), absence.person());
    }

    /** Each in a transaction of its own: one that somebody completes at this moment keeps no other from moving. */
    private int moved(List<String> ids, Predicate<String> move) {
        return (int) ids.stream().filter(id -> alone(() -> move.test(id), id)).count();
    }

    private boolean alone(BooleanSupplier move, String taskId) {
        boolean[] moved = new boolean[1];
        try {
            users.asSystem(() -> {
                privileged.run(() -> moved[0] = move.getAsBoolean());
                return null;
            });
            return moved[0];
        } catch (RuntimeException failure) {
            LOG.warn("Task {} stays where it is until the next pass", taskId, failure);
            return false;
        }
    }

    private void told(TaskEntity task, String from, String to) {
        audit.record(AuditEntry.of(AuditAction.ASSIGNED, "Task", task.getId()).changing("assignee: deputy", from, to));
    }

    private static TaskEntity find(String taskId) {
        return Context.getCommandContext().getTaskManager().findTaskById(taskId);
    }
}
