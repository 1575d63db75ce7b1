package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.register.ledger.Skipped;

/** Skips a phase whose result the register already has; the ledger says so. */
@Component
class SkipPhaseDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    SkipPhaseDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String phase = SKIPPED_PHASE.require(execution);
        cases.skip(Step.of(execution), phase);
        execution.setVariable(RESULT_OF_PHASE.get(phase), Skipped.SKIPPED.name());
    }
}
