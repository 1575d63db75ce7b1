package vn.outreach.lifecycle.plan.row;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.achievement.Measure;

/**
 * What the organisation board writes of a plan's row: who answers for the enterprise, what is promised, from when to
 * when. {@code responsibleMember} is the source's <i>phân công</i>, {@code unit} its <i>phân nhiệm</i>.
 *
 * @param unit an id of units.yml
 * @param partners ids of units.yml that work with it
 * @param measures what is promised; null where the plan does not say it row by row
 * @param carriedFrom the year whose unfinished row this one goes on with
 */
public record Assignment(
        String taxCode,
        @Nullable String responsibleMember,
        @Nullable String unit,
        @Nullable List<String> partners,
        @Nullable Integer admissionTarget,
        @Nullable List<Measure> measures,
        @Nullable String product,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String note,
        @Nullable Integer carriedFrom) {

    /** An enterprise in the plan of which nothing else is said yet. */
    public static Assignment of(String taxCode) {
        return new Assignment(taxCode, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same row, of which only these are said. */
    public static Assignment of(
            String taxCode,
            @Nullable String responsibleMember,
            @Nullable String unit,
            @Nullable Integer admissionTarget) {
        return new Assignment(
                taxCode, responsibleMember, unit, null, admissionTarget, null, null, null, null, null, null);
    }

    public Assignment responsibleMember(@Nullable String member) {
        return new Assignment(
                taxCode, member, unit, partners, admissionTarget, measures, product, startOn, dueOn, note, carriedFrom);
    }

    public Assignment carriedFrom(@Nullable Integer year) {
        return new Assignment(
                taxCode,
                responsibleMember,
                unit,
                partners,
                admissionTarget,
                measures,
                product,
                startOn,
                dueOn,
                note,
                year);
    }

    /** Every field that can change, as it is kept, in the order in which people read them. */
    public Map<String, @Nullable String> kept() {
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("responsibleMember", responsibleMember);
        kept.put("unit", unit);
        kept.put("partners", partners == null ? null : String.join(",", partners));
        kept.put("admissionTarget", admissionTarget == null ? null : admissionTarget.toString());
        kept.put("measures", codes());
        kept.put("product", product);
        kept.put("startOn", startOn == null ? null : startOn.toString());
        kept.put("dueOn", dueOn == null ? null : dueOn.toString());
        kept.put("note", note);
        return kept;
    }

    @Nullable
    String codes() {
        return measures == null ? null : measures.stream().map(Measure::name).collect(Collectors.joining(","));
    }
}
