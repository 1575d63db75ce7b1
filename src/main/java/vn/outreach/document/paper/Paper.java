package vn.outreach.document.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One version of a paper of an enterprise. {@code phase}, {@code step}, {@code processInstanceId} and {@code taskId}
 * say to which step it was added, and are null where it was added to the enterprise alone; {@code revision} counts the
 * changes of type, number and date.
 */
public record Paper(
        long id,
        String taxCode,
        String chain,
        int version,
        PaperType type,
        String number,
        LocalDate date,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String storageKey,
        String phase,
        String step,
        String processInstanceId,
        String taskId,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        int revision,
        String withdrawnBy,
        OffsetDateTime withdrawnAt,
        String withdrawnReason) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
