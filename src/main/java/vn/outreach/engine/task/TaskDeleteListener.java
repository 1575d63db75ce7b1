package vn.outreach.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task that a message, a timer or the end of its case took away: those who had it are told. Only enqueues. */
@Component
public final class TaskDeleteListener implements TaskListener {

    private final TaskNotifications notices;

    TaskDeleteListener(TaskNotifications notices) {
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        notices.taskTaken(task);
    }
}
