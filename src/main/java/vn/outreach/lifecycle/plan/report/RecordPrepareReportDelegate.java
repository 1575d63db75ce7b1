package vn.outreach.lifecycle.plan.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.process.Step;

/** Hands in the report of a period (userTask_prepareReport). */
@Component
class RecordPrepareReportDelegate implements JavaDelegate {

    private final ReportService reports;

    RecordPrepareReportDelegate(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.prepare(
                Step.of(execution),
                AnnualPlanProcess.REPORT_KIND.require(execution),
                AnnualPlanProcess.REPORT_READY.require(execution));
    }
}
