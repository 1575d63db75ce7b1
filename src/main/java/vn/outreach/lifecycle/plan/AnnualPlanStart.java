package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.Step;

/** Opens the plan of one year; its business key is the year. */
@Component
class AnnualPlanStart implements ProcessStart {

    private final AnnualPlanService plans;
    private final PlanCalendar calendar;

    AnnualPlanStart(AnnualPlanService plans, PlanCalendar calendar) {
        this.plans = plans;
        this.calendar = calendar;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public String open(DelegateExecution execution) {
        int year = PLAN_YEAR.require(execution);
        if (EVENT_PLAN_IN_FORCE.equals(execution.getCurrentActivityId())) {
            plans.takeUp(year, execution.getProcessInstanceId());
            YEAR_OVER.set(execution, calendar.isOver(year));
        } else {
            plans.open(year, execution.getProcessInstanceId(), Step.today().getYear());
        }
        PLAN_YEAR.set(execution, year);
        return String.valueOf(year);
    }
}
