package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the case of the plan's next row, in a transaction of its own, or hands a running case over to the new year.
 */
@Component
class StartNextRowDelegate implements JavaDelegate {

    private final AnnualPlanService plans;
    private final AnnualPlanWorkflow workflow;

    StartNextRowDelegate(AnnualPlanService plans, AnnualPlanWorkflow workflow) {
        this.plans = plans;
        this.workflow = workflow;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = PLAN_YEAR.require(execution);
        plans.next(year).ifPresent(row -> workflow.rowDue(year, row));
        ROWS_LEFT.set(execution, plans.next(year).isPresent());
    }
}
