package vn.outreach.lifecycle.plan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.register.achievement.Measure;

/**
 * The report of one period of a plan's year.
 *
 * @param cutOff the last day whose acts count
 * @param texts by field; null for whoever may not read them
 * @param figures as they stood when the report was handed in, or as they are today while it is open
 */
public record PlanReport(
        int year,
        PlanPeriod period,
        String kind,
        ReportStatus status,
        LocalDate cutOff,
        @Nullable String preparedBy,
        @Nullable LocalDate preparedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String returnedReason,
        @Nullable Map<String, String> texts,
        List<Figure> figures) {

    static final String QUARTER = "QUARTER";
    static final String YEAR = "YEAR";

    /** One measure of the whole plan, or of a unit, member or zone. */
    public record Figure(
            PlanResults.Grouping by,
            String key,
            String name,
            Measure measure,
            @Nullable Integer promised,
            int reached,
            int standing,
            int overdue,
            @Nullable Integer lastYear,
            String summary) {}

    static String kindOf(PlanPeriod period) {
        return period == PlanPeriod.YEAR ? YEAR : QUARTER;
    }
}
