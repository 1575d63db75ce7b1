package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records how many full members ask in writing to be moved (userTask_collectTransferWishes). */
@Component
class RecordCollectTransferWishesDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordCollectTransferWishesDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partyCell.wishesCollected(Step.of(execution), WILLING_FULL_MEMBERS.settle(execution));
    }
}
