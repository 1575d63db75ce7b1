package vn.outreach.engine.command;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads all executions of an instance where a task of it is completed and its own execution is asked for: the engine
 * would read that one alone, and all of them right after it.
 */
public final class ExecutionTrees extends ExecutionManager {

    @Override
    public ExecutionEntity findExecutionById(String executionId) {
        if (Completion.runs() && getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId) == null) {
            instanceOf(executionId).filter(this::isUntouched).ifPresent(this::readTree);
        }
        return super.findExecutionById(executionId);
    }

    private Optional<String> instanceOf(String executionId) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> executionId.equals(task.getExecutionId()))
                .map(TaskEntity::getProcessInstanceId)
                .findFirst();
    }

    private boolean isUntouched(String processInstanceId) {
        return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .noneMatch(execution -> processInstanceId.equals(execution.getProcessInstanceId()));
    }

    private void readTree(String processInstanceId) {
        List<ExecutionEntity> executions = findExecutionsByProcessInstanceId(processInstanceId);
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .findFirst()
                .ifPresent(root -> root.restoreProcessInstance(executions, null, null, null, null, null, null));
    }
}
