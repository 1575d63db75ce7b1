package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.RESOLUTION_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the youth union's or the union's resolution (userTask_collectResolution). */
@Component
class RecordCollectResolutionDelegate implements JavaDelegate {

    private final DossierService dossiers;

    RecordCollectResolutionDelegate(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.resolved(Step.of(execution), RESOLUTION_OUTCOME.settle(execution));
    }
}
