package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.ABROAD;
import static vn.outreach.lifecycle.admission.AdmissionProcess.DOSSIER_EXPIRES_ON;
import static vn.outreach.lifecycle.admission.AdmissionProcess.FILE_COMPLETE;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.rules.calendar.Moments;

/** Records the opened file and until when it is good (userTask_openCandidateFile). */
@Component
class RecordOpenCandidateFileDelegate implements JavaDelegate {

    private final CandidateFileService files;

    RecordOpenCandidateFileDelegate(CandidateFileService files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ABROAD.settle(execution);
        LocalDate expiresOn = files.opened(Step.of(execution), FILE_COMPLETE.settle(execution));
        DOSSIER_EXPIRES_ON.set(execution, Moments.text(Moments.startOf(expiresOn)));
    }
}
