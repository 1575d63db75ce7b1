package vn.outreach.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Beside the engine's grants: nobody claims, resolves or otherwise works on a task that is not theirs. Grants are on
 * whole processes, so without this a person of one unit could claim another unit's task, and then complete it.
 */
final class OwnTasksOnly extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person != null && person.getUserId() != null && !TaskGuardListener.mayAct(task, person)) {
            throw TaskGuardListener.wrongPerson(task);
        }
    }
}
