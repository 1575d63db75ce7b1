package vn.outreach.engine.task;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's tasks without tasks below them: models make none, and nobody else may create a task. The engine would look for
 * them at each completion, through all open tasks.
 */
public final class RootTasks extends TaskManager {

    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return List.of();
    }
}
