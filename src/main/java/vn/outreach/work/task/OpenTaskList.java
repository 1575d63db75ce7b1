package vn.outreach.work.task;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.process.RunningCases;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.OpenTask;
import vn.outreach.register.enterprise.OpenTasks;

/** The tasks that wait for an enterprise, read from the engine with the reader's own rights. */
@Component
class OpenTaskList implements OpenTasks {

    private final TaskService tasks;
    private final RunningCases running;

    OpenTaskList(@Lazy TaskService tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    @Override
    public List<OpenTask> of(String taxCode) {
        return tasks(taxCode).stream().map(OpenTaskList::shown).toList();
    }

    /** Oldest first. By instance, not by business key: an admission has its candidate's, not the enterprise's. */
    List<Task> tasks(String taxCode) {
        List<String> instances = running.instancesOf(taxCode);
        return instances.isEmpty()
                ? List.of()
                : tasks.createTaskQuery()
                        .processInstanceIdIn(instances.toArray(String[]::new))
                        .orderByTaskCreateTime()
                        .asc()
                        .unlimitedList();
    }

    private static OpenTask shown(Task task) {
        return new OpenTask(
                task.getId(),
                Step.processKey(task.getProcessDefinitionId()),
                Step.stepName(task.getTaskDefinitionKey()),
                task.getName(),
                task.getAssignee(),
                instant(task.getCreateTime()),
                task.getDueDate() == null ? null : instant(task.getDueDate()));
    }

    private static OffsetDateTime instant(Date date) {
        return date.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
