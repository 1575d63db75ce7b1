package vn.outreach.engine.command;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Definitions of running instances as they were deployed, without a look at their rows while a task is completed or its
 * form is read: nothing in such a row counts then. Whether a definition is suspended counts for a start, and is read
 * anew for each.
 */
public final class DeployedDefinitions extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
        ProcessDefinitionEntity read = super.getCachedResourceDefinitionEntity(definitionId);
        return read == null && (Completion.runs() || TaskReading.runs())
                ? Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .getProcessDefinitionCache()
                        .get(definitionId)
                : read;
    }
}
