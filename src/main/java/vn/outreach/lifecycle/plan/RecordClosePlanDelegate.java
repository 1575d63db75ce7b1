package vn.outreach.lifecycle.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records that the year's plan is closed (userTask_closePlan). */
@Component
class RecordClosePlanDelegate implements JavaDelegate {

    private final PlanClosing closing;

    RecordClosePlanDelegate(PlanClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(Step.of(execution), AnnualPlanProcess.PLAN_CLOSED.require(execution));
    }
}
