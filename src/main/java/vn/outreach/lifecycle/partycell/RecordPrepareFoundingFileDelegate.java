package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records that the founding file is complete (userTask_prepareFoundingFile). */
@Component
class RecordPrepareFoundingFileDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordPrepareFoundingFileDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partyCell.filePrepared(Step.of(execution), FILE_COMPLETE.settle(execution));
    }
}
