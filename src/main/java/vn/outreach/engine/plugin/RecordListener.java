package vn.outreach.engine.plugin;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.process.StepRequirement;

/** Stands before every record step and asks what the step requires. */
@Component
final class RecordListener implements ExecutionListener {

    private final List<StepRequirement> requirements;

    RecordListener(List<StepRequirement> requirements) {
        this.requirements = requirements;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String step = Step.stepName(execution.getCurrentActivityId());
        requirements.stream()
                .filter(requirement -> requirement.concerns(step))
                .forEach(requirement -> requirement.check(Step.of(execution)));
    }
}
