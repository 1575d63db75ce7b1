package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.PAIR_REQUIRED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Asks D7 who must introduce the candidate (serviceTask_decideIntroducers). */
@Component
class DecideIntroducersDelegate implements JavaDelegate {

    private final DossierService dossiers;

    DecideIntroducersDelegate(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PAIR_REQUIRED.set(execution, dossiers.pairRequired(Step.of(execution)));
    }
}
