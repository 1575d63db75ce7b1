package vn.outreach.process;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import vn.outreach.base.refusal.Refusal;

/** A person does what a system was to do: as that person, and not as a worker that locks the task first. */
public interface ExternalTasksByHand {

    /** @throws Refusal {@code conflict} when a system works on it, or it is gone */
    void complete(String externalTaskId, Map<String, Object> answers);

    /** Whether a system works on it at this moment. */
    boolean isLocked(ExternalTask task);
}
