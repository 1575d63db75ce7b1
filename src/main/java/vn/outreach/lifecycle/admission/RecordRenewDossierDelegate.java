package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ADMISSION_DECISION;
import static vn.outreach.lifecycle.admission.AdmissionProcess.DOSSIER_EXPIRES_ON;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RENEWAL;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.rules.calendar.Moments;

/** Records whether an old file was made anew (userTask_renewDossier). */
@Component
class RecordRenewDossierDelegate implements JavaDelegate {

    private final CandidateFileService files;

    RecordRenewDossierDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // A file that was sent back and grew old begins at the introductions all the same.
        ADMISSION_DECISION.set(execution, null);
        LocalDate expiresOn = files.renewed(Step.of(execution), RENEWAL.settle(execution));
        DOSSIER_EXPIRES_ON.set(execution, Moments.text(Moments.startOf(expiresOn)));
    }
}
