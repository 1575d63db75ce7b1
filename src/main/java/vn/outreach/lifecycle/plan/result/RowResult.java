package vn.outreach.lifecycle.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.lifecycle.plan.row.PlanRowStatus;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Stage;

/**
 * What one enterprise of the plan promised and reached.
 *
 * @param reason why the row could not be started
 */
public record RowResult(
        String taxCode,
        @Nullable String name,
        @Nullable String zone,
        @Nullable Stage stage,
        @Nullable String responsibleMember,
        @Nullable String responsibleMemberName,
        @Nullable String unit,
        @Nullable String unitName,
        PlanRowStatus status,
        @Nullable String reason,
        @Nullable LocalDate startOn,
        List<Line> measures) {

    /** What people read instead of the stage's code. */
    @JsonProperty
    @Nullable
    String stageName() {
        return stage == null ? null : stage.label();
    }

    /**
     * @param reached in the period
     * @param standing at the cut-off
     * @param firstOn since when it stands; of admissions no day is told
     * @param outsideCase whether the register alone has it (<i>ngoài vụ việc</i>)
     * @param doneBy who recorded the year's act; of admissions nobody is told
     * @param creditedMember who had the row on the day on which the period reached it; null where it did not
     * @param creditedUnit whose row it was then
     */
    public record Line(
            Measure measure,
            String name,
            @Nullable Integer promised,
            int reached,
            int standing,
            LocalDate dueOn,
            boolean overdue,
            @Nullable LocalDate firstOn,
            @Nullable LocalDate inYearOn,
            boolean outsideCase,
            @Nullable String doneBy,
            @Nullable String doneByName,
            @Nullable String creditedMember,
            @Nullable String creditedMemberName,
            @Nullable String creditedUnit,
            @Nullable String creditedUnitName) {

        /** Of what is promised; nothing where the row promises nothing. */
        public int missing() {
            return promised == null ? 0 : Math.max(0, promised - reached);
        }
    }

    /** All that was promised by name; a row that says nothing promised that something is reached. */
    public boolean hasReachedAll() {
        List<Line> promised = measures.stream()
                .filter(line -> line.promised() != null && line.promised() > 0)
                .toList();
        return promised.isEmpty()
                ? measures.stream().anyMatch(line -> line.reached() > 0)
                : promised.stream().allMatch(line -> line.missing() == 0);
    }

    public Line line(Measure measure) {
        return measures.get(measure.ordinal());
    }
}
