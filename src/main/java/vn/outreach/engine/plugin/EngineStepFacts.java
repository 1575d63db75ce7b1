package vn.outreach.engine.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import vn.outreach.engine.command.ActingFor;
import vn.outreach.engine.command.CommandSource;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.process.Step;
import vn.outreach.process.StepFacts;
import vn.outreach.register.ledger.Source;

/** Reads the facts of a step from the engine's command and entities. */
public final class EngineStepFacts implements StepFacts {

    @Override
    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public String user() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getUserId() == null ? "system" : authentication.getUserId();
    }

    @Override
    public Source source() {
        return CommandSource.current();
    }

    @Override
    public @Nullable String actingFor(String processInstanceId, String step) {
        return ActingFor.whom(processInstanceId, step);
    }

    @Override
    public String rootProcessInstanceId(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getRootProcessInstanceId();
    }

    @Override
    public Set<String> keptVariables(DelegateExecution execution) {
        return ModelProperties.kept(((ExecutionEntity) execution).getProcessDefinition());
    }

    @Override
    public List<String> answers(DelegateExecution execution, String step) {
        ActivityImpl task = ((ExecutionEntity) execution).getProcessDefinition().findActivity(Step.userTask(step));
        return task == null ? List.of() : ModelProperties.namesOf(task, "answers");
    }
}
