package vn.outreach.engine.visibility;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.OwnTaskReaders;

/** Beside the engine's grants: who sees own tasks only of a process is told of another one as if there were none. */
public final class TaskVisibility {

    private final OwnTaskReaders readers;
    private final CurrentUserProvider users;

    public TaskVisibility(OwnTaskReaders readers, CurrentUserProvider users) {
        this.readers = readers;
        this.users = users;
    }

    public void read(TaskEntity task) {
        refuseHidden(task, ProcessDefinitionPermissions.READ_TASK);
    }

    public void readVariables(TaskEntity task) {
        refuseHidden(task, ProcessDefinitionPermissions.READ_TASK_VARIABLE);
        if (isAdmission(task)) {
            partOnly();
        }
    }

    /** What such a task is answered with must not say more than its person may know. */
    public void workOn(TaskEntity task) {
        if (isAdmission(task)) {
            AdmissionRedaction.taskOfAdmission();
        }
    }

    private void refuseHidden(TaskEntity task, Permission missing) {
        Authentication person = asking();
        if (person != null && hides(task, person)) {
            throw refused(person, missing);
        }
    }

    /** Many variables are reduced to the person's part when they are answered; a single one has no name by then. */
    private void partOnly() {
        AdmissionRedaction.taskOfAdmission();
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        boolean single = command instanceof GetTaskVariableCmd || command instanceof GetTaskVariableCmdTyped;
        Authentication person = asking();
        // Admissions with all they hold are for who sees them; a person's own part is for who has a task in them.
        if (single && person != null && users.current().admissions().isNone()) {
            throw refused(person, ProcessDefinitionPermissions.READ_TASK_VARIABLE);
        }
    }

    /** Nobody where the engine's own checks are off too: in the product's own commands and in what a process does. */
    private static @Nullable Authentication asking() {
        CommandContext command = Context.getCommandContext();
        Authentication person = command.getAuthentication();
        return command.isAuthorizationCheckEnabled() && person != null && person.getUserId() != null ? person : null;
    }

    private static AuthorizationException refused(Authentication person, Permission missing) {
        return new AuthorizationException(
                person.getUserId(),
                missing.getName(),
                Resources.PROCESS_DEFINITION.resourceName(),
                OwnTaskReaders.PROCESS);
    }

    /** Whether the task is not the person's to see. */
    private boolean hides(TaskEntity task, Authentication person) {
        return isAdmission(task) && readers.include(groupsOf(person)) && !isOf(task, person);
    }

    private static boolean isAdmission(TaskEntity task) {
        String definition = task.getProcessDefinitionId();
        return definition != null && definition.startsWith(OwnTaskReaders.PROCESS + ":");
    }

    static Collection<String> groupsOf(Authentication person) {
        return person == null || person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    private static boolean isOf(TaskEntity task, Authentication person) {
        String user = person.getUserId();
        return Objects.equals(user, task.getAssignee())
                || task.getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .anyMatch(link -> Objects.equals(user, link.getUserId())
                                || groupsOf(person).contains(link.getGroupId()));
    }
}
