package vn.outreach.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A version of a paper as it is answered: {@code shown} says whether browsers show its content, {@code mayChange} whether the person may. */
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
        OffsetDateTime uploadedAt,
        int revision,
        String withdrawnBy,
        OffsetDateTime withdrawnAt,
        String withdrawnReason,
        boolean mayChange) {

    static PaperView of(Paper paper, boolean mayChange) {
        return new PaperView(paper.id(), paper.chain(), paper.version(), paper.type(), paper.type().label(), paper.number(),
                paper.date(), paper.fileName(), paper.mediaType(), PaperKind.isShown(paper.mediaType()), paper.size(),
                paper.sha256(), paper.phase(), paper.step(), paper.taskId(), paper.uploadedBy(), paper.uploadedAt(),
                paper.revision(), paper.withdrawnBy(), paper.withdrawnAt(), paper.withdrawnReason(), mayChange);
    }
}
