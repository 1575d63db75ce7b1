package vn.outreach.process;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.ledger.Source;

/**
 * What the engine's public API does not say of the command that runs. The engine package provides it, as
 * {@code META-INF/services} names it; it holds no state.
 */
public interface StepFacts {

    /** The engine's present time. */
    Instant now();

    /** The authenticated user, or {@code system} for jobs. */
    String user();

    /** Whether the present command came from a person, a message, a job or a worker. */
    Source source();

    /** In whose place a deputy has just completed the task of this step; null for every other step. */
    @Nullable
    String actingFor(String processInstanceId, String step);

    String rootProcessInstanceId(DelegateExecution execution);

    /** Names of the variables that the model keeps in the process scope. */
    Set<String> keptVariables(DelegateExecution execution);

    /** Names of the answers of the step's user task: the engine keeps them only until they are asked again. */
    List<String> answers(DelegateExecution execution, String step);
}
