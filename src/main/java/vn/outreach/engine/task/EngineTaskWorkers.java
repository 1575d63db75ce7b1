package vn.outreach.engine.task;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.task.TaskWorkers;

/** Asks {@link TaskRights} about a task of the engine. */
@Component
class EngineTaskWorkers implements TaskWorkers {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskRights rights;
    private final EngineUsers users;

    EngineTaskWorkers(@Lazy ProcessEngineConfigurationImpl engine, TaskRights rights, EngineUsers users) {
        this.engine = engine;
        this.rights = rights;
        this.users = users;
    }

    @Override
    public boolean isOne(String taskId, CurrentUser person) {
        return users.asSystem(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task != null && rights.mayAct(task, person);
        }));
    }

    @Override
    public void mustBeOne(String taskId, CurrentUser person) {
        if (!isOne(taskId, person)) {
            throw TaskRights.wrongPerson();
        }
    }
}
