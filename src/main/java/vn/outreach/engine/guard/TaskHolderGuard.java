package vn.outreach.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.task.FourEyes;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;

/**
 * Who takes a task, gives it back and passes it on: its holder and the heads of its units, within those units and never
 * around the four eyes. Everything else about a task is the process's to say, not a head's, not an administrator's.
 */
@Component
final class TaskHolderGuard implements CommandRules.Source {

    private static final EngineField<String> CLAIMED = EngineField.of(ClaimTaskCmd.class, "taskId", String.class);
    private static final EngineField<String> CLAIMANT = EngineField.of(ClaimTaskCmd.class, "userId", String.class);
    private static final EngineField<String> DELEGATED = EngineField.of(DelegateTaskCmd.class, "taskId", String.class);
    private static final EngineField<String> DEPUTY = EngineField.of(DelegateTaskCmd.class, "userId", String.class);
    private static final EngineField<String> CHANGED =
            EngineField.of(AbstractSetTaskPropertyCmd.class, "taskId", String.class);
    private static final EngineField<String> LINKED =
            EngineField.of(AbstractAddIdentityLinkCmd.class, "userId", String.class);
    private static final EngineField<String> LINK_TYPE =
            EngineField.of(AbstractAddIdentityLinkCmd.class, "type", String.class);
    private static final EngineField<String> UNLINKED =
            EngineField.of(DeleteIdentityLinkCmd.class, "taskId", String.class);
    private static final EngineField<String> UNLINK_TYPE =
            EngineField.of(DeleteIdentityLinkCmd.class, "type", String.class);
    private static final EngineField<TaskEntity> SAVED = EngineField.of(SaveTaskCmd.class, "task", TaskEntity.class);

    private static final String UNITS_ARE_FIXED = "Người theo dõi và đơn vị được giao của một việc do quy trình định.";
    private static final String FIXED = "Tên, mô tả và mức ưu tiên của một việc do quy trình định.";
    private static final String DUE_BY_EXTENSION =
            "Hạn của một việc chỉ đổi bằng gia hạn (POST /api/v1/tasks/{id}/extension).";

    private final FourEyes fourEyes;
    private final EngineUsers users;
    private final TaskRights rights;

    TaskHolderGuard(FourEyes fourEyes, EngineUsers users, TaskRights rights) {
        this.fourEyes = fourEyes;
        this.users = users;
        this.rights = rights;
    }

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(
                ClaimTaskCmd.class,
                (command, person) ->
                        TaskRights.of(CLAIMED.in(command), task -> claim(task, CLAIMANT.in(command), person)));
        rules.on(
                AssignTaskCmd.class,
                (command, person) ->
                        TaskRights.of(CHANGED.in(command), task -> assign(task, LINKED.in(command), person)));
        rules.on(
                DelegateTaskCmd.class,
                (command, person) ->
                        TaskRights.of(DELEGATED.in(command), task -> passOn(task, DEPUTY.in(command), person)));
        rules.on(AddUserIdentityLinkCmd.class, this::link);
        rules.on(DeleteUserIdentityLinkCmd.class, this::unlink);
        rules.on(AddGroupIdentityLinkCmd.class, (command, person) -> refuse(UNITS_ARE_FIXED));
        rules.on(DeleteGroupIdentityLinkCmd.class, (command, person) -> refuse(UNITS_ARE_FIXED));
        rules.on(SetTaskOwnerCmd.class, (command, person) -> refuse(UNITS_ARE_FIXED));
        rules.on(SetTaskNameCmd.class, (command, person) -> refuse(FIXED));
        rules.on(SetTaskDescriptionCmd.class, (command, person) -> refuse(FIXED));
        rules.on(SetTaskPriorityCmd.class, (command, person) -> refuse(FIXED));
        rules.on(SetTaskDueDateCmd.class, (command, person) -> refuse(DUE_BY_EXTENSION));
        rules.on(
                SetTaskFollowUpDateCmd.class,
                (command, person) -> TaskRights.of(CHANGED.in(command), task -> followUp(task, person)));
        rules.on(SaveTaskCmd.class, this::save);
    }

    /** For oneself; a head also for a member of the unit. */
    private void claim(TaskEntity task, String userId, CurrentUser person) {
        if (userId == null) {
            giveBack(task, person);
        } else if (userId.equals(person.id())) {
            rights.mustAct(task, person);
            fourEyes.check(task, person.id(), "đồng chí");
        } else if (TaskRights.isHead(task, person)) {
            newHolder(task, userId);
        } else {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ nhận được việc cho chính mình; giao cho người khác là việc của phụ trách đơn vị.");
        }
    }

    private void assign(TaskEntity task, String userId, CurrentUser person) {
        if (userId == null) {
            giveBack(task, person);
        } else if (userId.equals(person.id()) && rights.mayAct(task, person)) {
            fourEyes.check(task, person.id(), "đồng chí");
        } else {
            passOn(task, userId, person);
        }
    }

    /** To somebody of the task's units, by its holder or a head. */
    private void passOn(TaskEntity task, String userId, CurrentUser person) {
        if (!TaskRights.isHolder(task, person) && !TaskRights.isHead(task, person)) {
            throw Refusal.forbidden(
                    "wrong-person", "Chỉ người đang giữ việc hoặc phụ trách đơn vị được giao việc này cho người khác.");
        }
        newHolder(task, userId);
    }

    private void giveBack(TaskEntity task, CurrentUser person) {
        if (!TaskRights.isHolder(task, person) && !TaskRights.isHead(task, person)) {
            throw Refusal.forbidden(
                    "wrong-person", "Chỉ người đang giữ việc hoặc phụ trách đơn vị được trả lại việc này.");
        }
    }

    /** A task never leaves its units. A member of a unit is a user of the engine, so nobody unknown passes. */
    private void newHolder(TaskEntity task, String userId) {
        CurrentUser holder = userId == null ? null : users.person(userId);
        if (holder == null || !rights.mayReceive(task, holder)) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Không giao được việc này cho “%s”: người đó không thuộc đơn vị được giao việc."
                            .formatted(userId == null ? "" : users.of(userId)));
        }
        fourEyes.check(task, userId, "“" + users.of(userId) + "”");
    }

    private void link(AddUserIdentityLinkCmd command, CurrentUser person) {
        if (!IdentityLinkType.ASSIGNEE.equals(LINK_TYPE.in(command))) {
            refuse(UNITS_ARE_FIXED);
        }
        TaskRights.of(CHANGED.in(command), task -> assign(task, LINKED.in(command), person));
    }

    private void unlink(DeleteUserIdentityLinkCmd command, CurrentUser person) {
        if (!IdentityLinkType.ASSIGNEE.equals(UNLINK_TYPE.in(command))) {
            refuse(UNITS_ARE_FIXED);
        }
        TaskRights.of(UNLINKED.in(command), task -> giveBack(task, person));
    }

    private void followUp(TaskEntity task, CurrentUser person) {
        if (!rights.mayAct(task, person) && !TaskRights.isHead(task, person)) {
            throw TaskRights.wrongPerson();
        }
    }

    /** Tasklist saves the whole task to set one date: nothing but the follow-up date may differ from what is stored. */
    private void save(SaveTaskCmd command, CurrentUser person) {
        TaskEntity task = SAVED.in(command);
        if (task == null || task.getRevision() == 0) {
            refuse("Việc chỉ do quy trình tạo ra.");
        }
        Map<String, ?> changes = task.getPropertyChanges();
        if (changes.containsKey(TaskEntity.DUE_DATE)) {
            refuse(DUE_BY_EXTENSION);
        }
        if (!Set.of(TaskEntity.FOLLOW_UP_DATE).containsAll(changes.keySet())) {
            refuse("Chỉ đổi được ngày theo dõi của việc; người làm đổi bằng nhận việc hoặc giao việc.");
        }
        followUp(task, person);
    }

    private static void refuse(String sentence) {
        throw Refusal.forbidden("not-allowed", sentence);
    }
}
