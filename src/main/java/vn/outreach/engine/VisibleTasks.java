package vn.outreach.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.refusal.Refusal;

/** Open tasks, read with the asking person's rights: who may not see a task does not learn that it exists. */
@Component
final class VisibleTasks {

    private final TaskService tasks;

    /** Lazy: the engine is built with parts that ask here. */
    VisibleTasks(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    /** @throws Refusal {@code task-unknown} */
    Task require(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không có việc mang mã “" + taskId + "”.");
        }
        return task;
    }
}
