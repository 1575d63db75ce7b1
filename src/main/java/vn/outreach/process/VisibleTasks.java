package vn.outreach.process;

import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/** Open tasks, read with the asking person's rights: who may not see a task does not learn that it exists. */
@Component
public class VisibleTasks {

    private final TaskService tasks;

    /** Lazy: the engine is built with parts that ask here. */
    public VisibleTasks(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    /** @throws Refusal {@code task-unknown} */
    public Task require(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không có việc mang mã “" + taskId + "”.");
        }
        return task;
    }

    /**
     * Does something with a task in further looks than the one that found it; one that is completed between them is
     * answered as if it had been gone at the first.
     *
     * @throws Refusal {@code task-unknown}
     */
    public <T> T with(String taskId, Function<Task, T> act) {
        Task task = require(taskId);
        try {
            return act.apply(task);
        } catch (RuntimeException failure) {
            require(taskId);
            throw failure;
        }
    }
}
