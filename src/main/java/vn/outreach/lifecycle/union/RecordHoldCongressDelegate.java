package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the founding congress (userTask_holdCongress). */
@Component
class RecordHoldCongressDelegate implements JavaDelegate {

    private final UnionService union;

    RecordHoldCongressDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean valid = CONGRESS_VALID.settle(execution);
        Congress congress = new Congress(
                CONGRESS_DATE.settle(execution),
                CONGRESS_FORM.require(execution),
                valid,
                DELEGATE_COUNT.find(execution),
                valid ? Optional.of(COMMITTEE_SIZE.require(execution)) : COMMITTEE_SIZE.find(execution));
        union.congressHeld(Step.of(execution), congress, SIGNED_APPLICATIONS.require(execution));
    }
}
