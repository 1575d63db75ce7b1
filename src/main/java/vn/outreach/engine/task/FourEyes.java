package vn.outreach.engine.task;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.work.deputy.Deputies;

/**
 * Nobody checks their own work, judged by who the ledger says did it: by completing a task, by a message, or by a
 * correction. Two kinds, as the model says:
 *
 * <p>{@code fourEyes}, for decisions: who did the step in <em>any</em> round of the instance. A file that came back
 * holds its first author's work still; with the last round alone, a colleague's second signature would free the author
 * to decide. One who prepares and one who decides can run every case.
 *
 * <p>{@code fourEyesOfRound}, for the confirmation of a number: who entered the number that stands. A “no” threw the
 * earlier one away, and in a unit of two the one who said “no” may well enter the next: with every round counted,
 * nobody would be left to confirm it.
 *
 * <p>A deputy is kept out by what the absent person did too, whatever way the task came; and who was away, by what was
 * done in their place (the ledger says so).
 */
@Component
public final class FourEyes {

    private final Ledger ledger;
    private final Deputies deputies;
    private final PeopleNames names;

    FourEyes(Ledger ledger, Deputies deputies, PeopleNames names) {
        this.ledger = ledger;
        this.deputies = deputies;
        this.names = names;
    }

    /** @throws Refusal {@code four-eyes} when this person did what the task checks */
    public void check(TaskEntity task, String userId, String whose) {
        check(activity(task), task.getProcessInstanceId(), userId, whose);
    }

    /** The same for a message that stands for the task. */
    public void check(ActivityImpl userTask, String processInstanceId, String userId, String whose) {
        List<String> steps = ModelProperties.namesOf(userTask, "fourEyes");
        List<String> ofRound = ModelProperties.namesOf(userTask, "fourEyesOfRound");
        if (steps.isEmpty() && ofRound.isEmpty()) {
            return;
        }
        if (did(processInstanceId, steps, ofRound, userId)) {
            throw refused(userTask, whose + " đã làm bước trước của chính hồ sơ này");
        }
        for (String absent : deputies.absentFor(userId)) {
            if (did(processInstanceId, steps, ofRound, absent)) {
                throw refused(
                        userTask,
                        whose + " đang thay “" + names.of(absent) + "”, người đã làm bước trước của chính hồ sơ này");
            }
        }
    }

    private boolean did(String processInstanceId, List<String> steps, List<String> ofRound, String userId) {
        return !steps.isEmpty() && ledger.did(processInstanceId, steps, userId)
                || !ofRound.isEmpty() && ledger.didLastRound(processInstanceId, ofRound, userId);
    }

    private static Refusal refused(ActivityImpl userTask, String why) {
        return Refusal.forbidden(
                "four-eyes", "Việc “%s” phải do người khác làm: %s.".formatted(userTask.getName(), why));
    }

    private static ActivityImpl activity(TaskEntity task) {
        return task.getProcessDefinition().findActivity(task.getTaskDefinitionKey());
    }
}
