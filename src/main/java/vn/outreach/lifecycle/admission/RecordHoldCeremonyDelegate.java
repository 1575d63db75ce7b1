package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.CEREMONY_DATE;
import static vn.outreach.lifecycle.admission.AdmissionProcess.PROBATION_ENDS_AT;
import static vn.outreach.lifecycle.admission.AdmissionProcess.PROBATION_ENDS_ON;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION_BASIS;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.rules.calendar.Moments;

/** Records the ceremony and when the probation ends (userTask_holdCeremony). */
@Component
class RecordHoldCeremonyDelegate implements JavaDelegate {

    private final AdmissionDecisionService decisions;

    RecordHoldCeremonyDelegate(AdmissionDecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate endsOn = decisions.celebrated(
                Step.of(execution), CEREMONY_DATE.settle(execution), RULE_VERSION_BASIS.find(execution));
        PROBATION_ENDS_ON.set(execution, endsOn);
        PROBATION_ENDS_AT.set(execution, Moments.text(Moments.startOf(endsOn)));
    }
}
