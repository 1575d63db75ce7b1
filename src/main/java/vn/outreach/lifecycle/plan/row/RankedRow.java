package vn.outreach.lifecycle.plan.row;

import java.time.LocalDate;
import java.util.Locale;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.enterprise.Accessibility;

/**
 * Where a row of the plan stands, and by what.
 *
 * @param place within its rank, 1 first: by the number of workers, then by the tax code; 0 where it was not asked
 * @param manyWorkers from how many workers on an enterprise counted as large
 */
public record RankedRow(RankFacts facts, int priority, int place, int manyWorkers) {

    public String taxCode() {
        return facts.taxCode();
    }

    /** Why it stands there; where the place is not known, without it. */
    String reason() {
        String facts = "Hạng %s: %s.".formatted(priority, String.join(", ", surveyed(), union(), workers()));
        return place == 0 ? facts : facts + " Thứ %s trong hạng theo số lao động.".formatted(WholeNumber.shown(place));
    }

    /** Who was not surveyed is not told apart by access. */
    private String surveyed() {
        LocalDate day = facts.surveyedOn();
        return day == null ? "chưa khảo sát" : "khảo sát " + Day.shown(day) + ", " + access();
    }

    private String access() {
        return facts.access() == Accessibility.UNKNOWN
                ? "chưa rõ mức độ tiếp cận (coi như khó)"
                : facts.access().label().toLowerCase(Locale.ROOT);
    }

    private String union() {
        if (!facts.hasUnion()) {
            return "chưa có công đoàn";
        }
        LocalDate day = facts.unionRecognisedOn();
        return day == null ? "giả định có công đoàn" : "công đoàn từ " + Day.shown(day);
    }

    private String workers() {
        Integer workers = facts.workers();
        return (workers == null ? "chưa rõ số lao động" : WholeNumber.shown(workers) + " lao động") + " (ngưỡng "
                + WholeNumber.shown(manyWorkers) + ")";
    }
}
