package vn.outreach.lifecycle.persuasion;

import static vn.outreach.lifecycle.persuasion.PersuasionProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records whether the steering board goes on or pauses the case (userTask_reviewPaused). */
@Component
class RecordReviewPausedDelegate implements JavaDelegate {

    private final PersuasionService persuasion;

    RecordReviewPausedDelegate(PersuasionService persuasion) {
        this.persuasion = persuasion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        persuasion.pauseReviewed(Step.of(execution), RESUME.settle(execution), RESPONSIBLE_MEMBER.find(execution));
    }
}
