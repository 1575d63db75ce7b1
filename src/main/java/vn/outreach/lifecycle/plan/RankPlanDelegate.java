package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Ranks the rows of an approved plan by D1. */
@Component
class RankPlanDelegate implements JavaDelegate {

    private final PlanRanking ranking;
    private final AnnualPlanService plans;

    RankPlanDelegate(PlanRanking ranking, AnnualPlanService plans) {
        this.ranking = ranking;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = PLAN_YEAR.require(execution);
        ranking.freeze(year, Step.today());
        ROWS_LEFT.set(execution, plans.next(year).isPresent());
    }
}
