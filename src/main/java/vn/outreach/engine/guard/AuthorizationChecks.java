package vn.outreach.engine.guard;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.engine.visibility.TaskVisibility;
import vn.outreach.process.Step;

/**
 * The engine's own questions, wherever it asks for a grant, with the product's answer first. For tasks this is the net
 * behind {@link CommandRules}: a command that has no rule there meets the plain right here, so that no way in is
 * forgotten.
 */
public final class AuthorizationChecks extends AuthorizationCommandChecker {

    private final StartGuard starts;
    private final SystemGuard systems;
    private final TaskVisibility visibility;
    private final TaskRights rights;
    private final CommandPerson asking;

    public AuthorizationChecks(
            StartGuard starts,
            SystemGuard systems,
            TaskVisibility visibility,
            TaskRights rights,
            CommandPerson asking) {
        this.starts = starts;
        this.systems = systems;
        this.visibility = visibility;
        this.rights = rights;
        this.asking = asking;
    }

    // --- tasks ------------------------------------------------------------------------------------------------------

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        visibility.read(task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        visibility.readVariables(task);
    }

    /**
     * The engine's own question, which reads the task's execution and its definition's row to know the process; the
     * task names it already.
     */
    @Override
    protected void checkTaskPermission(TaskEntity task, Permission onProcess, Permission onTask) {
        if (task.getProcessDefinitionId() == null) {
            super.checkTaskPermission(task, onProcess, onTask);
            return;
        }
        getAuthorizationManager()
                .checkAuthorization(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, task.getId(), onTask)
                        .atomicCheckForResourceId(
                                Resources.PROCESS_DEFINITION, Step.processKey(task.getProcessDefinitionId()), onProcess)
                        .build());
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        visibility.workOn(task);
        asking.checked().ifPresent(person -> {
            // A head who claims for somebody works on the task too; the claim's own rule has said who may.
            if (!TaskRights.isHead(task, person)) {
                rights.mustAct(task, person);
            }
        });
        super.checkTaskWork(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        asking.checked().ifPresent(person -> {
            if (!TaskRights.isHead(task, person)) {
                rights.mustAct(task, person);
            }
        });
        super.checkTaskAssign(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        asking.checked().ifPresent(person -> rights.mustAct(task, person));
        super.checkUpdateTaskVariable(task);
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        onlyByProcesses();
        super.checkCreateTask(task);
    }

    @Override
    public void checkCreateTask() {
        onlyByProcesses();
        super.checkCreateTask();
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        onlyByProcesses();
        super.checkDeleteTask(task);
    }

    private void onlyByProcesses() {
        asking.checked().ifPresent(person -> {
            throw Refusal.forbidden("not-allowed", "Việc chỉ do quy trình tạo ra và kết thúc.");
        });
    }

    // --- processes --------------------------------------------------------------------------------------------------

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        super.checkCreateProcessInstance(definition);
        starts.mayStart((ProcessDefinitionEntity) definition);
    }

    @Override
    public void checkUpdateProcessInstanceById(String processInstanceId) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceById(processInstanceId);
    }

    @Override
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstance(execution);
    }

    @Override
    public void checkUpdateProcessInstanceVariables(ExecutionEntity execution) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceVariables(execution);
    }

    @Override
    public void checkUpdateProcessInstanceByProcessDefinitionId(String definitionId) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceByProcessDefinitionId(definitionId);
    }

    @Override
    public void checkUpdateProcessInstanceByProcessDefinitionKey(String key) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceByProcessDefinitionKey(key);
    }

    @Override
    public void checkUpdateRetriesProcessInstanceByProcessDefinitionId(String definitionId) {
        systems.mayChangeInstances();
        super.checkUpdateRetriesProcessInstanceByProcessDefinitionId(definitionId);
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateByProcessDefinitionId(String definitionId) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceSuspensionStateByProcessDefinitionId(definitionId);
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateByProcessDefinitionKey(String key) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceSuspensionStateByProcessDefinitionKey(key);
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateById(String processInstanceId) {
        systems.mayChangeInstances();
        super.checkUpdateProcessInstanceSuspensionStateById(processInstanceId);
    }

    @Override
    public void checkUpdateJob(JobEntity job) {
        systems.mayChangeInstances();
        super.checkUpdateJob(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        systems.mayChangeInstances();
        super.checkUpdateRetriesJob(job);
    }
}
