package vn.outreach.lifecycle.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records what the standing committee decided about the plan (userTask_approvePlan). */
@Component
class RecordApprovePlanDelegate implements JavaDelegate {

    private final AnnualPlanService plans;

    RecordApprovePlanDelegate(AnnualPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.decide(Step.of(execution), AnnualPlanProcess.PLAN_DECISION.require(execution));
    }
}
