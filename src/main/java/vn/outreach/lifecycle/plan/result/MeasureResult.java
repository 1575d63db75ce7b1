package vn.outreach.lifecycle.plan.result;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.register.achievement.Measure;

/**
 * What was promised, reached and stands of one measure: three numbers that are never mixed (domain.md §6.2).
 *
 * @param promised for the period; null where the plan does not say it
 * @param reached in the period, by the day of the act
 * @param standing at the cut-off, whenever it was reached: enterprises of the plan, or people
 * @param percent of what was promised, cut and never rounded up
 * @param missing of what was promised
 * @param overdue of what was promised for a day that is over
 * @param lastYear reached in the same period by last year's plan; null where there was none
 * @param summary the numbers in one sentence
 */
public record MeasureResult(
        Measure measure,
        String name,
        @Nullable Integer promised,
        int reached,
        int standing,
        @Nullable Integer percent,
        @Nullable Integer missing,
        int overdue,
        @Nullable Integer lastYear,
        String summary) {

    static MeasureResult of(
            Measure measure,
            PlanPeriod period,
            @Nullable Integer promised,
            int reached,
            int standing,
            int enterprises,
            int overdue,
            @Nullable Integer lastYear) {
        int asked = promised == null ? 0 : promised;
        return new MeasureResult(
                measure,
                measure.label(),
                promised,
                reached,
                standing,
                asked > 0 ? Integer.valueOf((int) (100L * reached / asked)) : null,
                promised == null ? null : Integer.valueOf(Math.max(0, asked - reached)),
                overdue,
                lastYear,
                "%s trong %s: %s. Lũy kế: %s."
                        .formatted(
                                measure.label(),
                                period.words(),
                                asked > 0 ? compared(reached, asked) : unasked(reached),
                                measure.countsPeople()
                                        ? WholeNumber.shown(standing) + " người"
                                        : WholeNumber.shown(standing) + "/" + WholeNumber.shown(enterprises)
                                                + " doanh nghiệp"));
    }

    private static String compared(int reached, int promised) {
        String numbers = WholeNumber.shown(reached) + "/" + WholeNumber.shown(promised);
        if (reached < promised) {
            return numbers + " – chưa đạt, còn " + WholeNumber.shown(promised - reached);
        }
        return reached == promised ? numbers + " – đạt" : numbers + " – vượt " + WholeNumber.shown(reached - promised);
    }

    private static String unasked(int reached) {
        return WholeNumber.shown(reached) + ", kế hoạch không giao chỉ tiêu";
    }
}
