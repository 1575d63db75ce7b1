package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ranks the rows of an approved plan by D1. */
@Component
class RankPlanDelegate implements JavaDelegate {

    private final AnnualPlanService plans;

    RankPlanDelegate(AnnualPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = PLAN_YEAR.require(execution);
        plans.rank(year);
        ROWS_LEFT.set(execution, plans.next(year).isPresent());
    }
}
