package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records a change in the number of willing full members (message outreach.membershipChanged). */
@Component
class RecordMembershipChangedDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    RecordMembershipChangedDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int willing = WILLING_FULL_MEMBERS.require(execution);
        cases.membershipChanged(Step.of(execution), willing);
        WILLING_FULL_MEMBERS.set(execution, willing);
    }
}
