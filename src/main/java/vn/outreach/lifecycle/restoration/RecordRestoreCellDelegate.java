package vn.outreach.lifecycle.restoration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records what was done about a cell that is too small (userTask_restoreCell). */
@Component
class RecordRestoreCellDelegate implements JavaDelegate {

    private final RestorationService restoration;

    RecordRestoreCellDelegate(RestorationService restoration) {
        this.restoration = restoration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        restoration.restored(Step.of(execution), RestorationProcess.RESTORATION.require(execution));
    }
}
