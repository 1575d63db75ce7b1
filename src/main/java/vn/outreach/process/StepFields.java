package vn.outreach.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Which fields the form of a step has. Cases that run keep the form of their own release. */
public interface StepFields {

    /** Names of the fields of the step's user task, in the version of the model that the case runs on. */
    Set<String> of(DelegateExecution execution, String step);
}
