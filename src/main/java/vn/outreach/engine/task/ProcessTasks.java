package vn.outreach.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's tasks as models alone make them, and nobody else may: without tasks below them, and one for an
 * execution. The engine would look for others at each completion, for those below through all open tasks.
 */
public final class ProcessTasks extends TaskManager {

    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return List.of();
    }

    @Override
    public List<TaskEntity> findTasksByExecutionId(String executionId) {
        List<TaskEntity> known = new ArrayList<>(getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> executionId.equals(task.getExecutionId()))
                .toList());
        return known.isEmpty() ? super.findTasksByExecutionId(executionId) : known;
    }
}
