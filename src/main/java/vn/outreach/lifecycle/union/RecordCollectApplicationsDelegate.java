package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the applications signed so far and the round (userTask_collectApplications). */
@Component
class RecordCollectApplicationsDelegate implements JavaDelegate {

    private final UnionService union;

    RecordCollectApplicationsDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        COLLECTION_ROUNDS.set(
                execution,
                union.collected(
                        Step.of(execution), SIGNED_APPLICATIONS.settle(execution), LEGAL_PERSON.settle(execution)));
    }
}
