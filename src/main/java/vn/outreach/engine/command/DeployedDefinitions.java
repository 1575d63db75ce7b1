package vn.outreach.engine.command;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Definitions of running instances as they were deployed, without a look at their rows while a task is completed: nothing in
 * such a row counts then. Whether a definition is suspended counts for a start, and is read anew for each.
 */
public final class DeployedDefinitions extends ProcessDefinitionManager {

    private static final Set<Class<?>> COMPLETIONS =
            Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, CompleteExternalTaskCmd.class);

    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
        ProcessDefinitionEntity read = super.getCachedResourceDefinitionEntity(definitionId);
        return read == null && completes()
                ? Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(definitionId)
                : read;
    }

    private static boolean completes() {
        CommandInvocationContext running = Context.getCommandInvocationContext();
        return running != null && COMPLETIONS.contains(running.getCommand().getClass());
    }
}
