package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.EnterpriseClosing;

/** Records that the enterprise closed while its case ran (message outreach.enterpriseClosed). */
@Component
class RecordEnterpriseClosedDelegate implements JavaDelegate {

    private final EnterpriseClosing closing;

    RecordEnterpriseClosedDelegate(EnterpriseClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(
                Step.of(execution),
                REASON.require(execution),
                CLOSED_ON.find(execution).orElseGet(Step::today));
    }
}
