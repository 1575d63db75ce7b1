package vn.outreach.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.outreach.work.reminder.TaskLines;

/** Notes each task that is made, assigned, changed or ended, so that its lines are written before the commit. */
@Component
public final class TaskLineListener implements TaskListener {

    private final TaskLines lines;

    TaskLineListener(TaskLines lines) {
        this.lines = lines;
    }

    @Override
    public void notify(DelegateTask task) {
        lines.changed(task.getId());
    }
}
