package vn.outreach.lifecycle.persuasion;

import static vn.outreach.lifecycle.persuasion.PersuasionProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the day on which the owner is met (userTask_prepareMeeting). */
@Component
class RecordPrepareMeetingDelegate implements JavaDelegate {

    private final PersuasionService persuasion;

    RecordPrepareMeetingDelegate(PersuasionService persuasion) {
        this.persuasion = persuasion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        persuasion.meetingPrepared(Step.of(execution), MEETING_DATE.settle(execution));
    }
}
