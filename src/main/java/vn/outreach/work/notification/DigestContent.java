package vn.outreach.work.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person's mail of the day says, looked up when it is sent. */
public interface DigestContent {

    /**
     * @param lastTold when the last mail of the day that reached this person was written; null where there was none
     * @param waiting notices that wait for this mail, the oldest first
     */
    Text of(String recipient, @Nullable Instant lastTold, List<Waiting> waiting);

    /** A notice that comes with this mail and not by itself; {@code line} is what it would say. */
    record Waiting(
            long id,
            NotificationTemplate template,
            @Nullable String taskId,
            String line) {}

    /**
     * The mail's lines; none where there is nothing to say.
     *
     * @param told the waiting notices that are among the lines
     * @param over the waiting notices that are about nothing any more
     */
    record Text(List<String> lines, Set<Long> told, Set<Long> over) {}
}
