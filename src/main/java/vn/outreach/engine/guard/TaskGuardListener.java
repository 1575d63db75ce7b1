package vn.outreach.engine.guard;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import vn.outreach.engine.command.ActingFor;
import vn.outreach.engine.task.FourEyes;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.security.identity.CurrentUser;

/**
 * The last check of a task: whatever way a completion came, it is the right person's ({@link TaskRights}), and never
 * that of the one whose step it checks ({@link FourEyes}). Not even the product completes a task without a person. In
 * whose place a deputy completes it is noted for the record ({@link ActingFor}).
 */
@Component
public final class TaskGuardListener implements TaskListener {

    private final FourEyes fourEyes;
    private final TaskRights rights;
    private final CommandPerson asking;

    TaskGuardListener(FourEyes fourEyes, TaskRights rights, CommandPerson asking) {
        this.fourEyes = fourEyes;
        this.rights = rights;
        this.asking = asking;
    }

    @Override
    public void notify(DelegateTask task) {
        CurrentUser person = asking.loggedIn().orElseThrow(TaskRights::wrongPerson);
        rights.mustAct(task, person);
        fourEyes.check((TaskEntity) task, person.id(), "đồng chí");
        ActingFor.note(task, rights.actsFor(task, person));
    }
}
