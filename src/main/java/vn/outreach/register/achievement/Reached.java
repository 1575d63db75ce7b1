package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise reached of one measure until a day.
 *
 * @param firstOn the day of the first act ever
 * @param inYearOn the day of the year's first act; null where the year has none
 * @param times people of the period; 1 where the measure counts enterprises and the year's first act is in it
 * @param timesOfYear the same of the year
 * @param total all people; of a measure that counts enterprises the years that have an act
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

    private static final Comparator<First> BY_DAY = Comparator.comparing(First::reachedOn);

    /**
     * @param acts of one measure, until the day that is looked at; one at least
     * @param from the first day of the period
     */
    static Reached of(String taxCode, Measure measure, List<First> acts, LocalDate from) {
        LocalDate year = from.withDayOfYear(1);
        First first = Collections.min(acts, BY_DAY);
        First ofYear = acts.stream()
                .filter(act -> !act.reachedOn().isBefore(year))
                .min(BY_DAY)
                .orElse(null);
        return new Reached(
                taxCode,
                measure,
                first.reachedOn(),
                ofYear == null ? null : ofYear.reachedOn(),
                since(acts, from),
                since(acts, year),
                since(acts, first.reachedOn()),
                (ofYear == null ? first : ofYear).outsideCase(),
                ofYear == null ? null : ofYear.doneBy());
    }

    private static int since(List<First> acts, LocalDate day) {
        return acts.stream()
                .filter(act -> !act.reachedOn().isBefore(day))
                .mapToInt(First::number)
                .sum();
    }

    /** How much of the measure the year has. */
    public int inYear() {
        return timesOfYear;
    }

    /** How much of the measure the period has: the year's first act of an enterprise, or each person. */
    public int in(LocalDate from) {
        if (measure.countsPeople()) {
            return times;
        }
        return inYearOn == null || inYearOn.isBefore(from) ? 0 : 1;
    }
}
