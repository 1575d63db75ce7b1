package vn.outreach.engine.history;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** History names a definition by what never changes once it is deployed, so that its row is not read for each event. */
public final class DeployedDefinitionNames extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String processDefinitionId) {
        ProcessDefinitionEntity deployed = processDefinitionId == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .getProcessDefinitionCache()
                        .get(processDefinitionId);
        return deployed == null ? super.getProcessDefinitionEntity(processDefinitionId) : deployed;
    }
}
