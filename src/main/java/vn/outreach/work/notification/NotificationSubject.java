package vn.outreach.work.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a notice is about. {@code eventKey} is the task's or activity instance's id: the same person is told the same
 * thing about it once. Everything but the key may be null where it does not apply.
 */
public record NotificationSubject(
        String eventKey,
        @Nullable String taxCode,
        @Nullable String enterpriseName,
        @Nullable String processKey,
        @Nullable String processInstanceId,
        @Nullable String taskId) {

    public NotificationSubject {
        if (eventKey == null || eventKey.isBlank()) {
            throw new IllegalArgumentException("A notice needs the key of what happened");
        }
    }

    String about() {
        if (enterpriseName == null || enterpriseName.isBlank()) {
            return taxCode == null ? "Việc chung của cơ quan" : "Doanh nghiệp mã số thuế " + taxCode;
        }
        return taxCode == null ? enterpriseName : enterpriseName + " (mã số thuế " + taxCode + ")";
    }
}
