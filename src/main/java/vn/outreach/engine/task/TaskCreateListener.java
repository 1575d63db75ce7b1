package vn.outreach.engine.task;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.outreach.process.CaseVariables;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.work.reminder.MissingDaysOff;
import vn.outreach.work.reminder.TaskLines;
import vn.outreach.work.task.TaskPriority;

/**
 * Sets priority and due date of every new task, lets a deputy have what is an absent person's, and tells those who
 * shall do it.
 */
@Component
public final class TaskCreateListener implements TaskListener {

    private final Enterprises enterprises;
    private final DueDates dueDates;
    private final DeputyTasks deputies;
    private final TaskNotifications notices;
    private final TaskLines lines;
    private final MissingDaysOff daysOff;

    TaskCreateListener(
            Enterprises enterprises,
            DueDates dueDates,
            DeputyTasks deputies,
            TaskNotifications notices,
            TaskLines lines,
            MissingDaysOff daysOff) {
        this.enterprises = enterprises;
        this.dueDates = dueDates;
        this.deputies = deputies;
        this.notices = notices;
        this.lines = lines;
        this.daysOff = daysOff;
    }

    @Override
    public void notify(DelegateTask task) {
        String taxCode = (String) task.getExecution().getVariable(CaseVariables.ENTERPRISE_CODE);
        Optional<Integer> rank =
                Optional.ofNullable(taxCode).flatMap(enterprises::find).map(Enterprise::priority);
        task.setPriority(rank.map(TaskPriority::of).orElse(TaskPriority.UNRANKED));
        dueDates.of(task).ifPresent(due -> {
            task.setDueDate(Date.from(due.at()));
            lines.counted(task.getId(), due.from(), due.workingDays());
            if (due.workingDays() != null) {
                daysOff.counted(due.from(), due.day());
            }
        });
        deputies.created(task);
        notices.taskCreated(task);
    }
}
