package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records which Party organisation D6 allows. */
@Component
class RecordPartyOrganisationFormDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    RecordPartyOrganisationFormDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.partyOrganisationForm(Step.of(execution), PARTY_ORGANISATION_FORM.require(execution));
    }
}
