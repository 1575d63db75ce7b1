package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.INTRODUCER_MONTHS;
import static vn.outreach.lifecycle.admission.AdmissionProcess.INTRODUCER_PAIR;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records who introduces the candidate (userTask_collectIntroductions). */
@Component
class RecordCollectIntroductionsDelegate implements JavaDelegate {

    private final DossierService dossiers;

    RecordCollectIntroductionsDelegate(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.introduced(
                Step.of(execution), INTRODUCER_PAIR.settle(execution), INTRODUCER_MONTHS.require(execution));
    }
}
