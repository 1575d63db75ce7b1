package vn.outreach.document.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

/**
 * A version of a paper as it is answered: {@code shown} says whether browsers show its content, {@code mayChange}
 * whether the person may.
 */
record PaperView(
        long id,
        String chain,
        int version,
        PaperType type,
        String label,
        String number,
        LocalDate date,
        String fileName,
        String mediaType,
        boolean shown,
        long size,
        String sha256,
        String phase,
        String step,
        String taskId,
        String uploadedBy,
        String uploadedByName,
        OffsetDateTime uploadedAt,
        int revision,
        String withdrawnBy,
        String withdrawnByName,
        OffsetDateTime withdrawnAt,
        String withdrawnReason,
        boolean mayChange) {

    /** @param nameOf the name of a user, who may be gone by now */
    static PaperView of(Paper paper, UnaryOperator<String> nameOf, boolean mayChange) {
        return new PaperView(
                paper.id(),
                paper.chain(),
                paper.version(),
                paper.type(),
                paper.type().label(),
                paper.number(),
                paper.date(),
                paper.fileName(),
                paper.mediaType(),
                PaperKind.isShown(paper.mediaType()),
                paper.size(),
                paper.sha256(),
                paper.phase(),
                paper.step(),
                paper.taskId(),
                paper.uploadedBy(),
                nameOf.apply(paper.uploadedBy()),
                paper.uploadedAt(),
                paper.revision(),
                paper.withdrawnBy(),
                paper.withdrawnBy() == null ? null : nameOf.apply(paper.withdrawnBy()),
                paper.withdrawnAt(),
                paper.withdrawnReason(),
                mayChange);
    }
}
