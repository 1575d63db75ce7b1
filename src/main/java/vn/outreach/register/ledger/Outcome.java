package vn.outreach.register.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger. Rows are never changed: a correction is a new row whose {@code corrects} names the old one.
 * {@code actedFor} is the absent person in whose place a deputy did the step.
 */
public record Outcome(
        long id,
        @Nullable String taxCode,
        @Nullable String candidateRef,
        String phase,
        String step,
        String result,
        LocalDate occurredOn,
        String recordedBy,
        @Nullable String actedFor,
        OffsetDateTime recordedAt,
        @Nullable Integer planYear,
        int round,
        Source source,
        @Nullable String ruleVersion,
        String processInstanceId,
        @Nullable String caseId,
        @Nullable String activityInstanceId,
        @Nullable Long corrects,
        Map<String, Object> details) {

    /** The same row with these details and no others. */
    Outcome showing(Map<String, Object> fewer) {
        return new Outcome(
                id,
                taxCode,
                candidateRef,
                phase,
                step,
                result,
                occurredOn,
                recordedBy,
                actedFor,
                recordedAt,
                planYear,
                round,
                source,
                ruleVersion,
                processInstanceId,
                caseId,
                activityInstanceId,
                corrects,
                fewer);
    }
}
