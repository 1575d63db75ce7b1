package vn.outreach.lifecycle.persuasion;

import static vn.outreach.lifecycle.persuasion.PersuasionProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.work.appointment.Appointment;

/** Records when and where the owner is met (userTask_prepareMeeting). */
@Component
class RecordPrepareMeetingDelegate implements JavaDelegate {

    private final PersuasionService persuasion;

    RecordPrepareMeetingDelegate(PersuasionService persuasion) {
        this.persuasion = persuasion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        persuasion.meetingPrepared(
                Step.of(execution),
                new Appointment.When(
                        MEETING_DATE.settle(execution),
                        MEETING_TIME.find(execution).orElse(null),
                        MEETING_PLACE.find(execution).orElse(null)));
    }
}
