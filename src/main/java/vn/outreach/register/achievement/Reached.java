package vn.outreach.register.achievement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise reached of one measure until a day.
 *
 * @param firstOn the day of the first act ever
 * @param inYearOn the day of the year's first act; null where the year has none
 * @param times the acts of the period; people, where the measure counts people
 * @param timesOfYear the acts of the year
 * @param total all acts
 * @param outsideCase whether the year's first act stands in the register alone (<i>ngoài vụ việc</i>)
 * @param doneBy who recorded the year's first act; null where the register alone has it
 */
public record Reached(
        String taxCode,
        Measure measure,
        LocalDate firstOn,
        @Nullable LocalDate inYearOn,
        int times,
        int timesOfYear,
        int total,
        boolean outsideCase,
        @Nullable String doneBy) {

    /** How much of the measure the year has. */
    public int inYear() {
        return measure.countsPeople() ? timesOfYear : Math.min(1, timesOfYear);
    }

    /** How much of the measure the period has: the year's first act of an enterprise, or each person. */
    public int in(LocalDate from) {
        if (measure.countsPeople()) {
            return times;
        }
        return inYearOn == null || inYearOn.isBefore(from) ? 0 : 1;
    }
}
