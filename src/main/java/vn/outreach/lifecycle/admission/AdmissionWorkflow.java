package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.process.RunningCases;
import vn.outreach.register.candidate.CandidateChanges;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.OutreachCases;

/**
 * What an admission and the enterprise's case tell each other. An admission outlives the case and may run without one,
 * so nothing here ever fails because nobody listens.
 */
@Component
class AdmissionWorkflow implements CandidateChanges {

    private final RuntimeService runtime;
    private final PrivilegedCommands privileged;
    private final RunningCases running;
    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final OutreachCases cases;

    AdmissionWorkflow(
            RuntimeService runtime,
            PrivilegedCommands privileged,
            RunningCases running,
            Enterprises enterprises,
            EnterpriseService register,
            OutreachCases cases) {
        this.runtime = runtime;
        this.privileged = privileged;
        this.running = running;
        this.enterprises = enterprises;
        this.register = register;
        this.cases = cases;
    }

    /** Counts an admission for the running case's plan year; the case may be complete by it. */
    void ceremonyHeld(String taxCode, LocalDate ceremonyDate) {
        // Two ceremonies of one enterprise at the same moment would both read the old number.
        enterprises.lock(taxCode);
        runningCase(taxCode)
                .filter(instance ->
                        runtime.getVariable(instance, AdmissionProcess.PLAN_YEAR.name()) instanceof Number planYear
                                && planYear.intValue() == ceremonyDate.getYear())
                .ifPresent(this::oneMoreAdmitted);
    }

    /** One full member more in the register; a case that waits for the third one goes on by itself. */
    void memberRecognised(String taxCode) {
        register.addFullMember(taxCode);
        Enterprise enterprise = enterprises.require(taxCode);
        if (!enterprise.hasCell()) {
            runningCase(taxCode).ifPresent(instance -> membershipChanged(instance, enterprise.willingFullMembers()));
        }
    }

    /**
     * What waits for a candidate's data looks at them again. Whoever may write the row may do so without a right to
     * send messages to the process.
     */
    @Override
    public void changed(String candidateRef) {
        privileged.run(() -> lookAgain(candidateRef));
    }

    private void lookAgain(String candidateRef) {
        running.instance(AdmissionProcess.KEY, candidateRef)
                .filter(instance -> waitsFor(instance, AdmissionProcess.CANDIDATE_CHANGED))
                .ifPresent(instance -> runtime.createMessageCorrelation(AdmissionProcess.CANDIDATE_CHANGED)
                        .processInstanceId(instance)
                        .correlate());
    }

    private void oneMoreAdmitted(String instance) {
        Object before = runtime.getVariable(instance, AdmissionProcess.ADMITTED_IN_PLAN_YEAR);
        int admitted = before instanceof Number number ? number.intValue() + 1 : 1;
        cases.admitted(instance, admitted);
        runtime.setVariable(instance, AdmissionProcess.ADMITTED_IN_PLAN_YEAR, admitted);
    }

    private void membershipChanged(String instance, Integer willing) {
        if (waitsFor(instance, AdmissionProcess.MEMBERSHIP_CHANGED)) {
            runtime.createMessageCorrelation(AdmissionProcess.MEMBERSHIP_CHANGED)
                    .processInstanceId(instance)
                    .setVariable(AdmissionProcess.WILLING_FULL_MEMBERS, willing)
                    .correlate();
        }
    }

    private Optional<String> runningCase(String taxCode) {
        return running.instance(ProcessKeys.ENTERPRISE_OUTREACH, taxCode)
                .filter(instance -> runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0);
    }

    private boolean waitsFor(String instance, String message) {
        return runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0;
    }
}
