package vn.outreach.lifecycle.persuasion;

import static vn.outreach.lifecycle.persuasion.PersuasionProcess.*;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records what the owner said (userTask_meetOwner). */
@Component
class RecordMeetOwnerDelegate implements JavaDelegate {

    private final PersuasionService persuasion;

    RecordMeetOwnerDelegate(PersuasionService persuasion) {
        this.persuasion = persuasion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OwnerMeeting meeting = new OwnerMeeting(
                PERSUASION_OUTCOME.require(execution),
                MET_ON.find(execution),
                CONDITIONS.find(execution),
                Obstacle.of(OBSTACLES.find(execution).orElse(List.of())));
        ATTEMPT.set(execution, persuasion.ownerMet(Step.of(execution), meeting));
    }
}
