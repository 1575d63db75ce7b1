package vn.outreach.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUser;

/**
 * Who runs a timer or another job by hand: administrators. The engine refuses the others too, but books its refusal as
 * a failure of the job, which is then due in ten seconds: any login could fire next year's timer by being refused.
 */
@Component
final class JobGuard implements CommandRules.Source {

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(ExecuteJobsCmd.class, (command, person) -> mustAdminister(person));
        rules.on(FailedJobListener.class, (command, person) -> mustAdminister(person));
    }

    private static void mustAdminister(CurrentUser person) {
        if (!person.isAdministrator()) {
            throw new AuthorizationException("Chỉ quản trị viên được chạy tay việc nền của hệ thống.");
        }
    }
}
