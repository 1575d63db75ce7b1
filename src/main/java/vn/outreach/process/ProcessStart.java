package vn.outreach.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * What a process that people or systems start does first: it checks what it was started with, fills in what was left
 * out, and names its business key. One bean per such process; called phases need none, they inherit their caller's key.
 */
public interface ProcessStart {

    String processKey();

    /**
     * Checks and completes the start variables.
     *
     * @return the business key
     * @throws vn.outreach.base.refusal.Refusal when the process may not start so
     */
    @Nullable
    String open(DelegateExecution execution);
}
