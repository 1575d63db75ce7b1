package vn.outreach.lifecycle.plan;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/**
 * Takes up plans that are approved and whose process is over: an earlier release of the model ended with the approval,
 * and followed no year.
 */
@Component
class PlanYearsInForce implements Background {

    private final AnnualPlanWorkflow workflow;

    PlanYearsInForce(AnnualPlanWorkflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public String title() {
        return "Tiếp tục các kế hoạch năm đã duyệt";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void pass() {
        workflow.withoutProcess().forEach(workflow::takeUp);
    }
}
