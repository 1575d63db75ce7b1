package vn.outreach.process;

import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/** Tells other packages, which know no engine, what an open task stands for. */
@Component
public class TaskCases {

    private final VisibleTasks tasks;
    private final RunningCases running;

    TaskCases(VisibleTasks tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    /** @throws Refusal {@code task-unknown}, also for who may not see it */
    public TaskCase require(String taskId) {
        Task task = tasks.require(taskId);
        TaskEnterprise about = running.enterpriseOf(task.getProcessInstanceId()).orElse(TaskEnterprise.NONE);
        return new TaskCase(
                taskId,
                about.taxCode(),
                about.candidateRef(),
                Step.processKey(task.getProcessDefinitionId()),
                Step.stepName(task.getTaskDefinitionKey()),
                task.getProcessInstanceId());
    }
}
