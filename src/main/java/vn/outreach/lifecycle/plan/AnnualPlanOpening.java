package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.outreach.process.ProcessOpening;
import vn.outreach.process.Steps;

/** Opens the plan of one year; its business key is the year. */
@Component
class AnnualPlanOpening implements ProcessOpening {

    private final AnnualPlanService plans;

    AnnualPlanOpening(AnnualPlanService plans) {
        this.plans = plans;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public String open(DelegateExecution execution) {
        int year = PLAN_YEAR.require(execution);
        plans.open(year, execution.getProcessInstanceId(), Steps.today().getYear());
        PLAN_YEAR.set(execution, year);
        return String.valueOf(year);
    }
}
