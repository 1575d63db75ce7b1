package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the standing committee's decision (userTask_decideCellFounding, or the message outreach.cellDecided). */
@Component
class RecordDecideCellFoundingDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordDecideCellFoundingDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CellDecision decision = CELL_DECISION.settle(execution);
        if (decision.isPaper()) {
            DECISION_NUMBER.require(execution);
            DECISION_DATE.require(execution);
        }
        DECISION_NUMBER.find(execution);
        partyCell.decided(
                Step.of(execution),
                decision,
                PARTY_ORGANISATION_FORM.require(execution),
                DECISION_DATE.find(execution));
    }
}
