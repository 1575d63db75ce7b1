package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.work.task.OpenEnterpriseTasks;

/** Writes the rank that D1 gave into the register, and moves the enterprise's open tasks with it. */
@Component
class RecordRankDelegate implements JavaDelegate {

    private final OutreachCaseService cases;
    private final OpenEnterpriseTasks tasks;

    RecordRankDelegate(OutreachCaseService cases, OpenEnterpriseTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int rank = PRIORITY.require(execution);
        cases.rank(Step.of(execution), rank, PRIORITY_REASON.require(execution));
        tasks.ranked(ENTERPRISE_CODE.require(execution), rank);
    }
}
