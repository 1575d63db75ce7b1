package vn.outreach.lifecycle.plan.amendment;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan that is approved.
 *
 * @param applied whether its rows were handed over already when it was proposed
 * @param changes as they were sent: {@code add}, {@code remove}, {@code rows}, {@code targets}; of a handing over
 *     {@code from}, {@code to} and the tax codes of the {@code rows}
 */
record PlanAmendment(
        int id,
        int year,
        AmendmentStatus status,
        boolean applied,
        Map<String, Object> changes,
        String reason,
        String madeBy,
        OffsetDateTime madeAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decisionReason) {}
