package vn.outreach.lifecycle.plan.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.lifecycle.plan.ReportDecision;
import vn.outreach.process.ReturnReason;
import vn.outreach.process.Step;

/** Records what the steering board said of a report (userTask_approveReport). */
@Component
class RecordApproveReportDelegate implements JavaDelegate {

    private final ReportService reports;
    private final ReturnReason reason;

    RecordApproveReportDelegate(ReportService reports, ReturnReason reason) {
        this.reports = reports;
        this.reason = reason;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReportDecision decision = AnnualPlanProcess.REPORT_DECISION.require(execution);
        reports.decide(
                Step.of(execution),
                AnnualPlanProcess.REPORT_KIND.require(execution),
                decision,
                decision == ReportDecision.RETURNED ? reason.of(execution, AnnualPlanProcess.APPROVE_REPORT) : null);
    }
}
