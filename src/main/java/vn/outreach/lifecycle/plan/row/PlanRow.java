package vn.outreach.lifecycle.plan.row;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Stage;

/**
 * An enterprise in a year's plan: who is responsible, for which unit, what is promised from when to when.
 *
 * @param unit an id of units.yml
 * @param partners ids of units.yml that work with the unit
 * @param measures what is promised; null where the plan does not say it row by row
 * @param priority the rank that it got when the plan was approved; null before that
 * @param rankReason why it got that rank
 * @param carriedFrom the year whose unfinished row this one goes on with
 * @param removedBy who took the row out of the approved plan; its case goes on and no longer counts
 * @param workers how many the register has today
 */
public record PlanRow(
        int planYear,
        String taxCode,
        @Nullable String name,
        @Nullable String zone,
        @Nullable Stage stage,
        @Nullable Integer workers,
        @Nullable String responsibleMember,
        @Nullable String unit,
        @Nullable List<String> partners,
        @Nullable Integer admissionTarget,
        @Nullable List<Measure> measures,
        @Nullable String product,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String note,
        @Nullable Integer carriedFrom,
        PlanRowStatus status,
        @Nullable String reason,
        @JsonIgnore @Nullable Integer priority,
        @JsonIgnore @Nullable String rankReason,
        @Nullable String removedBy,
        @Nullable RowClosing closing,
        @Nullable String closingReason) {

    /** Without a day of its own a promise is due when the year ends. */
    public LocalDate dueDay() {
        return dueOn == null ? LocalDate.of(planYear, 12, 31) : dueOn;
    }

    /** How much of the measure is promised; null where the row does not say it. */
    @Nullable
    public Integer promised(Measure measure) {
        if (measure.countsPeople()) {
            return admissionTarget;
        }
        return measures == null ? null : measures.contains(measure) ? Integer.valueOf(1) : Integer.valueOf(0);
    }

    /** What the organisation board wrote of it. */
    public Assignment assignment() {
        return new Assignment(
                taxCode,
                responsibleMember,
                unit,
                partners,
                admissionTarget,
                measures,
                product,
                startOn,
                dueOn,
                note,
                carriedFrom);
    }
}
