package vn.outreach.lifecycle.plan;

import vn.outreach.register.achievement.Measure;

/**
 * What a year's plan wants to reach; a missed target is shown as missed (domain.md §7.3). A draft may have none yet.
 */
record PlanTargets(Integer surveys, Integer meetings, Integer unions, Integer cells, Integer admissions) {

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
