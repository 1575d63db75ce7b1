package vn.outreach.lifecycle.partycell;

import static vn.outreach.lifecycle.partycell.PartyCellFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the organisation board's appraisal (userTask_appraiseFoundingFile). */
@Component
class RecordAppraiseFoundingFileDelegate implements JavaDelegate {

    private final PartyCellService partyCell;

    RecordAppraiseFoundingFileDelegate(PartyCellService partyCell) {
        this.partyCell = partyCell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partyCell.fileAppraised(Step.of(execution), APPRAISAL.settle(execution));
    }
}
