package vn.outreach.engine.command;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.ExternalTasksByHand;
import vn.outreach.process.PrivilegedCommands;

/** Completes the engine's external task without a worker's lock. */
@Component
class EngineExternalTasksByHand implements ExternalTasksByHand {

    private final PrivilegedCommands commands;

    EngineExternalTasksByHand(PrivilegedCommands commands) {
        this.commands = commands;
    }

    @Override
    public void complete(String externalTaskId, Map<String, Object> answers) {
        commands.run(() -> {
            ExternalTaskEntity task =
                    Context.getCommandContext().getExternalTaskManager().findExternalTaskById(externalTaskId);
            if (task == null || isLocked(task)) {
                throw Refusal.conflict(
                        "system-at-work", "Hệ thống đang làm hoặc đã làm xong việc này; hãy tải lại trang.");
            }
            task.complete(answers, Map.of());
        });
    }

    @Override
    public boolean isLocked(ExternalTask task) {
        Date until = task.getLockExpirationTime();
        return task.getWorkerId() != null && until != null && until.after(ClockUtil.getCurrentTime());
    }
}
