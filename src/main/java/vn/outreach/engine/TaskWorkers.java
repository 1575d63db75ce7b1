package vn.outreach.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUser;

/** Tells other rooms, which know no engine, who works on a task: the rule is that of {@link TaskRights}, deputies included. */
@Component
public class TaskWorkers {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskRights rights;
    private final EngineUsers users;

    TaskWorkers(@Lazy ProcessEngineConfigurationImpl engine, TaskRights rights, EngineUsers users) {
        this.engine = engine;
        this.rights = rights;
        this.users = users;
    }

    public boolean isOne(String taskId, CurrentUser person) {
        return users.asHouse(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task != null && rights.mayAct(task, person);
        }));
    }

    /** @throws Refusal {@code wrong-person} */
    public void mustBeOne(String taskId, CurrentUser person) {
        if (!isOne(taskId, person)) {
            throw TaskRights.wrongPerson();
        }
    }
}
