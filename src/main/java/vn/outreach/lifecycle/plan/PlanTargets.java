package vn.outreach.lifecycle.plan;

import org.jspecify.annotations.Nullable;
import vn.outreach.register.achievement.Measure;

/**
 * What a year's plan wants to reach; a missed target is shown as missed (domain.md §7.3). A draft may have none yet.
 */
record PlanTargets(
        @Nullable Integer surveys,
        @Nullable Integer meetings,
        @Nullable Integer unions,
        @Nullable Integer cells,
        @Nullable Integer admissions) {

    @Nullable
    Integer of(Measure measure) {
        return switch (measure) {
            case SURVEY -> surveys;
            case MEETING -> meetings;
            case UNION -> unions;
            case CELL -> cells;
            case ADMISSION -> admissions;
        };
    }
}
