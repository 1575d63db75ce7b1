package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.OPINIONS_COMPLETE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records that all opinions are there (userTask_collectOpinions). */
@Component
class RecordCollectOpinionsDelegate implements JavaDelegate {

    private final DossierService dossiers;

    RecordCollectOpinionsDelegate(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.opinionsCollected(Step.of(execution), OPINIONS_COMPLETE.settle(execution));
    }
}
