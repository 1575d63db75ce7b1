package vn.outreach.engine.visibility;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;

/**
 * Who may read what happened to a task or an instance: holders of READ_HISTORY on its process, and the product itself.
 */
final class HistoryReaders {

    private HistoryReaders() {}

    static boolean mayReadTask(String taskId) {
        HistoricTaskInstanceEntity task =
                Context.getCommandContext().getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        return task != null && mayRead(task.getProcessDefinitionKey());
    }

    static boolean mayReadInstance(String processInstanceId) {
        HistoricProcessInstanceEntity instance = Context.getCommandContext()
                .getHistoricProcessInstanceManager()
                .findHistoricProcessInstance(processInstanceId);
        return instance != null && mayRead(instance.getProcessDefinitionKey());
    }

    private static boolean mayRead(String process) {
        CommandContext command = Context.getCommandContext();
        return !command.isAuthorizationCheckEnabled()
                || process != null
                        && command.getAuthorizationManager()
                                .isAuthorized(Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION, process);
    }
}
