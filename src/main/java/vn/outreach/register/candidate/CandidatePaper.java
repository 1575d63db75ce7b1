package vn.outreach.register.candidate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That a paper of a candidate exists: what it is, its number and date, and where it is kept. Its content is nowhere
 * here.
 */
public record CandidatePaper(
        long id,
        CandidatePaperType type,
        String label,
        String number,
        LocalDate date,
        String keptAt,
        String recordedBy,
        OffsetDateTime recordedAt,
        String withdrawnBy,
        @Nullable OffsetDateTime withdrawnAt,
        String withdrawnReason) {}
