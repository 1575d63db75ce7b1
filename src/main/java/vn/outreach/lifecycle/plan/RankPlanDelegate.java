package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.PLAN_YEAR;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.process.Step;

/** Ranks the rows of an approved plan by D1. */
@Component
class RankPlanDelegate implements JavaDelegate {

    private final PlanRanking ranking;

    RankPlanDelegate(PlanRanking ranking) {
        this.ranking = ranking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ranking.freeze(PLAN_YEAR.require(execution), Step.today());
    }
}
