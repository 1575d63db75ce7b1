package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records whether waiting for members still makes sense (userTask_reviewWaiting). */
@Component
class RecordReviewWaitingDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    RecordReviewWaitingDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.reviewWaiting(Step.of(execution), STILL_FEASIBLE.require(execution));
        STILL_FEASIBLE.set(execution, STILL_FEASIBLE.require(execution));
    }
}
