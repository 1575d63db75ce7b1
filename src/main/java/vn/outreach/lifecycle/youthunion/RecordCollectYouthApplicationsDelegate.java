package vn.outreach.lifecycle.youthunion;

import static vn.outreach.lifecycle.youthunion.YouthUnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records the applications signed so far and the round (userTask_collectYouthApplications). */
@Component
class RecordCollectYouthApplicationsDelegate implements JavaDelegate {

    private final YouthUnionService youthUnion;

    RecordCollectYouthApplicationsDelegate(YouthUnionService youthUnion) {
        this.youthUnion = youthUnion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        COLLECTION_ROUNDS.set(
                execution,
                youthUnion.collected(
                        Step.of(execution), SIGNED_APPLICATIONS.settle(execution), YOUTH_BRANCHES.settle(execution)));
    }
}
