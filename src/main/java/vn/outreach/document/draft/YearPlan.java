package vn.outreach.document.draft;

import java.time.LocalDate;
import java.util.List;

/**
 * A year's plan as its paper says it.
 *
 * @param basis by what it is made, null where the office says nothing of its own; so is {@code purpose}
 * @param number of the paper, null until the plan is approved
 * @param approvedOn the day of the paper, null until then
 * @param amendments how many were approved since
 * @param rows the enterprises of the plan, the first one first
 */
public record YearPlan(
        int year,
        String basis,
        String purpose,
        Integer surveys,
        Integer meetings,
        Integer unions,
        Integer cells,
        Integer admissions,
        String number,
        LocalDate approvedOn,
        int amendments,
        List<Row> rows) {

    /**
     * An enterprise of the plan with names for ids; what is null the plan does not say.
     *
     * @param rankReason a sentence that begins with the rank
     * @param measures what is promised, in words
     */
    public record Row(
            String taxCode,
            String name,
            String zone,
            Integer workers,
            Integer rank,
            String rankReason,
            String measures,
            Integer admissions,
            String product,
            String member,
            String unit,
            String partners,
            LocalDate startOn,
            LocalDate dueOn,
            String note) {}

    /** The paper's day: that of the approval, before it today. */
    LocalDate day(LocalDate today) {
        return approvedOn == null ? today : approvedOn;
    }
}
