package vn.outreach.work.task;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.process.RunningCases;
import vn.outreach.process.TaskEnterprise;
import vn.outreach.process.VisibleTasks;

/** {@code GET /api/v1/tasks/{id}/enterprise}: whom a task is about, for the tabs that stand beside it in Tasklist. */
@RestController
class TaskEnterpriseController {

    private final VisibleTasks tasks;
    private final RunningCases running;

    TaskEnterpriseController(VisibleTasks tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    /** Read with the asking person's rights: who may not see a task does not learn that it exists. */
    @GetMapping("/api/v1/tasks/{id}/enterprise")
    TaskEnterprise of(@PathVariable String id) {
        return running.enterpriseOf(tasks.require(id).getProcessInstanceId()).orElse(TaskEnterprise.NONE);
    }
}
