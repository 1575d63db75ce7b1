package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records how many full members were moved (userTask_transferPostings). */
@Component
class RecordTransferPostingsDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordTransferPostingsDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partyCell.postingsTransferred(
                Step.of(execution), TRANSFERRED_MEMBERS.settle(execution), WILLING_FULL_MEMBERS.require(execution));
    }
}
