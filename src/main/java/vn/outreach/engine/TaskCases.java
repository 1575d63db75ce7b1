package vn.outreach.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.refusal.Refusal;

/** Tells other rooms, which know no engine, what an open task stands for. */
@Component
public class TaskCases {

    private final TaskService tasks;
    private final RunningCases running;

    TaskCases(@Lazy TaskService tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    /**
     * Read with the asking person's rights: who may not see a task does not learn that it exists.
     *
     * @throws Refusal {@code task-unknown}
     */
    public TaskCase require(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không có việc mang mã “" + taskId + "”.");
        }
        TaskEnterprise about = running.enterpriseOf(task.getProcessInstanceId()).orElse(TaskEnterprise.NONE);
        return new TaskCase(
                taskId,
                about.taxCode(),
                about.candidateRef(),
                task.getProcessDefinitionId().split(":")[0],
                Steps.stepName(task.getTaskDefinitionKey()),
                task.getProcessInstanceId());
    }
}
