package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Writes the lower number of full members, so that the umbrella does not begin anew at once. */
@Component
class RecordTooFewMembersDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordTooFewMembersDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WILLING_FULL_MEMBERS.set(
                execution,
                partyCell.tooFewMembers(
                        Step.of(execution),
                        WILLING_FULL_MEMBERS.require(execution),
                        TRANSFERRED_MEMBERS.find(execution)));
    }
}
