package vn.outreach.lifecycle.plan.head;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.achievement.Measure;

/**
 * A year's plan without its rows.
 *
 * @param basis what it is made by (căn cứ)
 * @param effectiveFrom before which day nothing of it begins; null where that is 1 January or the approval's day
 * @param paperNumber of the plan as a paper, taken at its approval
 * @param returnedReason why the plan came back last; null once it was approved, and where it never did
 * @param rows how many enterprises it counts
 * @param namelessRows how many of these lack a member or a unit
 * @param promisedAdmissions how many people the rows name, beside the target of the plan
 * @param amendments how many were approved
 */
public record PlanHead(
        int year,
        PlanStatus status,
        @Nullable String title,
        @Nullable String basis,
        @Nullable String purpose,
        @Nullable LocalDate effectiveFrom,
        @Nullable Integer targetSurveys,
        @Nullable Integer targetMeetings,
        @Nullable Integer targetUnions,
        @Nullable Integer targetCells,
        @Nullable Integer targetAdmissions,
        @Nullable String draftedBy,
        @Nullable LocalDate draftedOn,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String paperNumber,
        @Nullable String returnedReason,
        int rows,
        int namelessRows,
        int promisedAdmissions,
        int amendments) {

    public PlanTargets targets() {
        return new PlanTargets(targetSurveys, targetMeetings, targetUnions, targetCells, targetAdmissions);
    }

    /** A target of one quarter of the year. */
    public record QuarterTarget(Measure measure, int quarter, int target) {}

    /** A target of one unit; {@code unit} is an id of units.yml. */
    public record UnitTarget(Measure measure, String unit, int target) {}

    /** What the targets of the year are made of, where the plan says it. */
    public record Parts(List<QuarterTarget> quarters, List<UnitTarget> units) {}
}
