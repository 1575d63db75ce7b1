package vn.outreach.lifecycle.plan.amendment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.AmendmentDecision;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.process.ReturnReason;
import vn.outreach.process.Step;

/** Records what the standing committee decided about an amendment (userTask_approveAmendment). */
@Component
class RecordApproveAmendmentDelegate implements JavaDelegate {

    private final AmendmentService amendments;
    private final AmendmentWorkflow workflow;
    private final ReturnReason reason;

    RecordApproveAmendmentDelegate(AmendmentService amendments, AmendmentWorkflow workflow, ReturnReason reason) {
        this.amendments = amendments;
        this.workflow = workflow;
        this.reason = reason;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AmendmentDecision decision = AnnualPlanProcess.AMENDMENT_DECISION.require(execution);
        amendments.decide(
                Step.of(execution),
                AnnualPlanProcess.AMENDMENT_ID.require(execution),
                decision,
                decision == AmendmentDecision.APPROVED
                        ? null
                        : reason.of(execution, AnnualPlanProcess.APPROVE_AMENDMENT));
        workflow.startsMoved(AnnualPlanProcess.PLAN_YEAR.require(execution), execution.getProcessInstanceId());
    }
}
