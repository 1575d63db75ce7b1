package vn.outreach.lifecycle.youthunion;

import static vn.outreach.lifecycle.youthunion.YouthUnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the founding meeting (userTask_holdYouthMeeting). */
@Component
class RecordHoldYouthMeetingDelegate implements JavaDelegate {

    private final YouthUnionService youthUnion;

    RecordHoldYouthMeetingDelegate(YouthUnionService youthUnion) {
        this.youthUnion = youthUnion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        youthUnion.meetingHeld(
                Step.of(execution),
                MEETING_DATE.settle(execution),
                MEETING_VALID.settle(execution),
                COMMITTEE_SIZE.find(execution),
                SIGNED_APPLICATIONS.require(execution));
    }
}
