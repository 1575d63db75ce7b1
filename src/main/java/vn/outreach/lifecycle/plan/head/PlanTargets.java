package vn.outreach.lifecycle.plan.head;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.achievement.Measure;

/**
 * What a year's plan wants to reach; a missed target is shown as missed (domain.md §7.3). A draft may have none yet.
 */
public record PlanTargets(
        @Nullable Integer surveys,
        @Nullable Integer meetings,
        @Nullable Integer unions,
        @Nullable Integer cells,
        @Nullable Integer admissions) {

    @Nullable
    public Integer of(Measure measure) {
        return switch (measure) {
            case SURVEY -> surveys;
            case MEETING -> meetings;
            case UNION -> unions;
            case CELL -> cells;
            case ADMISSION -> admissions;
        };
    }

    /** The field that names the target, in forms and over REST. */
    public static String field(Measure measure) {
        return switch (measure) {
            case SURVEY -> "targetSurveys";
            case MEETING -> "targetMeetings";
            case UNION -> "targetUnions";
            case CELL -> "targetCells";
            case ADMISSION -> "targetAdmissions";
        };
    }

    /**
     * A target that counts enterprises counts enterprises of the plan. Admissions are people: target and rows stand
     * side by side.
     *
     * @param promised how many rows promise each measure
     * @throws Refusal {@code plan-target-rows} for a target that is more than these rows
     */
    public void mustBePromised(Map<Measure, Integer> promised) {
        for (Measure measure : Measure.values()) {
            Integer target = of(measure);
            int rows = promised.getOrDefault(measure, 0);
            if (target != null && !measure.countsPeople() && target > rows) {
                throw Refusal.invalid(
                        "plan-target-rows",
                        field(measure),
                        "Chỉ tiêu %1$s %2$s nhiều hơn %3$s doanh nghiệp có %1$s trong kế hoạch (%4$s)."
                                .formatted(
                                        words(measure),
                                        WholeNumber.shown(target),
                                        WholeNumber.shown(rows),
                                        field(measure)));
            }
        }
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case SURVEY -> "khảo sát";
            case MEETING -> "gặp chủ doanh nghiệp";
            case UNION -> "thành lập công đoàn";
            case CELL -> "thành lập chi bộ";
            case ADMISSION -> "kết nạp đảng viên";
        };
    }
}
