package vn.outreach.engine;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.enterprise.OpenTask;
import vn.outreach.enterprise.OpenTasks;

/** The tasks that wait for an enterprise, read from the engine with the reader's own rights. */
@Component
class OpenTaskList implements OpenTasks {

    private final TaskService tasks;

    OpenTaskList(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<OpenTask> of(String taxCode) {
        return tasks.createTaskQuery().processInstanceBusinessKey(taxCode).orderByTaskCreateTime().asc().list().stream()
                .map(OpenTaskList::shown)
                .toList();
    }

    private static OpenTask shown(Task task) {
        return new OpenTask(
                task.getId(),
                task.getProcessDefinitionId().split(":")[0],
                Steps.stepName(task.getTaskDefinitionKey()),
                task.getName(),
                task.getAssignee(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()));
    }

    private static OffsetDateTime instant(Date date) {
        return date == null
                ? null
                : date.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
