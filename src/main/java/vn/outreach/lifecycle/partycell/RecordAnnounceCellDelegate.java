package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the announcement of the cell (userTask_announceCell). */
@Component
class RecordAnnounceCellDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordAnnounceCellDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partyCell.announced(Step.of(execution), ANNOUNCED_ON.require(execution));
    }
}
