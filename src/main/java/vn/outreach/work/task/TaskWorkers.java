package vn.outreach.work.task;

import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUser;

/** Who works on an open task: its holder, a deputy, or a candidate while nobody holds it. */
public interface TaskWorkers {

    boolean isOne(String taskId, CurrentUser person);

    /** @throws Refusal {@code wrong-person} */
    void mustBeOne(String taskId, CurrentUser person);
}
