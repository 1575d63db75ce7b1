package vn.outreach.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.refusal.Refusal;

/** {@code GET /api/v1/tasks/{id}/enterprise}: whom a task is about, for the tabs that stand beside it in Tasklist. */
@RestController
class TaskEnterpriseController {

    private final TaskService tasks;
    private final RunningCases running;

    TaskEnterpriseController(TaskService tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    /** Read with the asking person's rights: who may not see a task does not learn that it exists. */
    @GetMapping("/api/v1/tasks/{id}/enterprise")
    TaskEnterprise of(@PathVariable String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không có việc mang mã “" + id + "”.");
        }
        return running.enterpriseOf(task.getProcessInstanceId()).orElse(TaskEnterprise.NONE);
    }
}
