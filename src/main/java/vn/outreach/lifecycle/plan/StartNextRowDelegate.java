package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.*;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/**
 * Starts the case of the next row that is due, in a transaction of its own, or hands a running case over to the year
 * that has begun; then tells when to go on.
 */
@Component
class StartNextRowDelegate implements JavaDelegate {

    private final AnnualPlanService plans;
    private final AnnualPlanWorkflow workflow;
    private final PlanCalendar calendar;

    StartNextRowDelegate(AnnualPlanService plans, AnnualPlanWorkflow workflow, PlanCalendar calendar) {
        this.plans = plans;
        this.calendar = calendar;
        this.workflow = workflow;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (isOfFirstRelease(execution)) {
            // That model starts everything at once: its plan is taken up by the present one when it has ended.
            ROWS_LEFT.set(execution, false);
            return;
        }
        STARTS_NEXT.set(execution, startNext(PLAN_YEAR.require(execution), Step.today()));
    }

    private StartsNext startNext(int year, LocalDate today) {
        if (calendar.isOver(year)) {
            return StartsNext.YEAR_OVER;
        }
        plans.next(year, today).ifPresent(row -> workflow.rowDue(year, row));
        return plans.next(year, today).isPresent() ? StartsNext.NOW : StartsNext.LATER;
    }

    private static boolean isOfFirstRelease(DelegateExecution execution) {
        return execution.getBpmnModelElementInstance().getParentElement() instanceof Process;
    }
}
