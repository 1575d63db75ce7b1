package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads from the register how many full members are willing to found a cell, before D6 asks. */
@Component
class LoadWillingFullMembersDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    LoadWillingFullMembersDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WILLING_FULL_MEMBERS.set(execution, cases.willingFullMembers(ENTERPRISE_CODE.require(execution)));
    }
}
