package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.List;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Stage;

/** What one enterprise of the plan promised and reached. */
record RowResult(
        String taxCode,
        String name,
        String zone,
        Stage stage,
        String responsibleMember,
        String responsibleMemberName,
        String unit,
        List<Line> measures) {

    /**
     * @param reached in the period
     * @param standing at the cut-off
     * @param firstOn since when it stands; of admissions no day is told
     * @param outsideCase whether the register alone has it (<i>ngoài vụ việc</i>)
     * @param doneBy who recorded the year's act; of admissions nobody is told
     */
    record Line(
            Measure measure,
            String name,
            Integer promised,
            int reached,
            int standing,
            LocalDate dueOn,
            boolean overdue,
            LocalDate firstOn,
            LocalDate inYearOn,
            boolean outsideCase,
            String doneBy) {}

    Line line(Measure measure) {
        return measures.get(measure.ordinal());
    }
}
