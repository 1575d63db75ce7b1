package vn.outreach.work.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.delivery.DeliveryRow;

/** One row of the outbox: one person told one thing, or why not yet. */
public record Notification(
        long id,
        String eventKey,
        NotificationTemplate template,
        String recipient,
        String address,
        String taxCode,
        String processKey,
        String processInstanceId,
        String taskId,
        Map<String, String> data,
        String subject,
        String calendar,
        State state,
        int attempts,
        Instant nextTryAt,
        String lastError,
        boolean possiblyRepeated,
        String messageId,
        @Nullable Instant claimedAt,
        Instant createdAt,
        @Nullable Instant sentAt)
        implements DeliveryRow {

    /** Where the mail stands; its recipient may want none of them and read the bell instead. */
    public enum State {
        PENDING,
        SENDING,
        SENT,
        WAITING_ADDRESS,
        FAILED,
        BELL_ONLY,
        /** Waits for the mail of the day. */
        DIGEST,
        /** What it was to tell was over before it was sent. */
        DROPPED,
        /** The mail server refused the recipient's address for good: in the bell only, until there is another one. */
        ADDRESS_REFUSED,
        /** An administrator gave it up, with a reason. */
        SET_ASIDE
    }

    String key() {
        return eventKey + "|" + template + "|" + recipient;
    }
}
