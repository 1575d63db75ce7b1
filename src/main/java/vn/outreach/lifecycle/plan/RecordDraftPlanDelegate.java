package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.process.Step;

/** Records the drafted plan with its targets (userTask_draftPlan). */
@Component
class RecordDraftPlanDelegate implements JavaDelegate {

    private final AnnualPlanService plans;

    RecordDraftPlanDelegate(AnnualPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanTargets targets = new PlanTargets(
                TARGET_SURVEYS.require(execution),
                TARGET_MEETINGS.require(execution),
                TARGET_UNIONS.require(execution),
                TARGET_CELLS.require(execution),
                TARGET_ADMISSIONS.require(execution));
        PLAN_ROW_COUNT.set(execution, plans.draft(Step.of(execution), targets));
    }
}
