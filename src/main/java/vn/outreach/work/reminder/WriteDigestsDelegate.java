package vn.outreach.work.reminder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the mails of the day (serviceTask_writeDigests). */
@Component
class WriteDigestsDelegate implements JavaDelegate {

    private final DailyDigestService digests;

    WriteDigestsDelegate(DailyDigestService digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.write();
    }
}
