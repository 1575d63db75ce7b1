package vn.outreach.lifecycle.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.ReturnReason;
import vn.outreach.process.Step;

/** Records what the standing committee decided about the plan (userTask_approvePlan). */
@Component
class RecordApprovePlanDelegate implements JavaDelegate {

    private final AnnualPlanService plans;
    private final ReturnReason reason;

    RecordApprovePlanDelegate(AnnualPlanService plans, ReturnReason reason) {
        this.plans = plans;
        this.reason = reason;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanDecision decision = AnnualPlanProcess.PLAN_DECISION.require(execution);
        plans.decide(
                Step.of(execution),
                decision,
                decision == PlanDecision.RETURNED ? reason.of(execution, AnnualPlanProcess.APPROVE_PLAN) : null);
    }
}
