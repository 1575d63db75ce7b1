package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Stage;

/**
 * An enterprise in a year's plan: who is responsible, for which unit, what is promised from when to when.
 *
 * @param measures what is promised; null where the plan does not say it row by row
 */
record PlanRow(
        int planYear,
        String taxCode,
        @Nullable String name,
        @Nullable String zone,
        @Nullable Stage stage,
        @Nullable String responsibleMember,
        @Nullable String unit,
        @Nullable Integer admissionTarget,
        @Nullable List<Measure> measures,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String note,
        PlanRowStatus status,
        @Nullable String reason,
        @Nullable Integer priority) {

    /** Without a day of its own a promise is due when the year ends. */
    LocalDate dueDay() {
        return dueOn == null ? LocalDate.of(planYear, 12, 31) : dueOn;
    }

    /** How much of the measure is promised; null where the row does not say it. */
    @Nullable
    Integer promised(Measure measure) {
        if (measure.countsPeople()) {
            return admissionTarget;
        }
        return measures == null ? null : measures.contains(measure) ? Integer.valueOf(1) : Integer.valueOf(0);
    }
}
