package vn.outreach.lifecycle.plan.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.Measure;

/** Adds up in the database what the rows of a plan promised and reached, by those who have the rows today. */
@Repository
public class PlanResultSums {

    private final JdbcClient jdbc;

    public PlanResultSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the rows of one part of the plan have of one measure. */
    static final class Sum {

        private @Nullable Integer promised;
        private int reached;
        private int standing;
        private int overdue;

        /** Null where no row says whether it promises it. */
        @Nullable
        Integer promised() {
            return promised;
        }

        int reached() {
            return reached;
        }

        int standing() {
            return standing;
        }

        int overdue() {
            return overdue;
        }

        /** Somebody else had a row when this was reached: with what was promised of it, that is theirs. */
        void giveTo(Sum other, int reachedOfIt, @Nullable Integer promisedOfIt) {
            reached -= reachedOfIt;
            other.reached += reachedOfIt;
            if (promisedOfIt != null) {
                promised = (promised == null ? 0 : promised) - promisedOfIt;
                other.promised = (other.promised == null ? 0 : other.promised) + promisedOfIt;
            }
        }
    }

    /** The rows of one member, unit or zone, or all of them. */
    static final class Part {

        private final Map<Measure, Sum> sums = new EnumMap<>(Measure.class);
        private int enterprises;

        int enterprises() {
            return enterprises;
        }

        Sum of(Measure measure) {
            return sums.computeIfAbsent(measure, each -> new Sum());
        }
    }

    /** By the key of the part; whoever has most rows comes first. */
    Map<String, Part> of(Question question, Grouping by) {
        return of(question, by, false);
    }

    /** The same with nothing but what was reached. */
    Map<String, Part> reached(Question question, Grouping by) {
        return of(question, by, true);
    }

    private Map<String, Part> of(Question question, Grouping by, boolean reachedOnly) {
        boolean allFolded = jdbc.sql(Achievements.changedOf(ROWS) + " limit 1")
                .param("actYear", question.year())
                .query(String.class)
                .optional()
                .isEmpty();
        Sums sums = sums(question, by, reachedOnly, allFolded);
        if (allFolded && sums.strangers > 0) {
            // Rows that came past the plan's own writer are not followed.
            sums = sums(question, by, reachedOnly, false);
        }
        return sums.parts;
    }

    /** The parts, and how many rows of the plan have no days. */
    private record Sums(Map<String, Part> parts, int strangers) {}

    private Sums sums(Question question, Grouping by, boolean reachedOnly, boolean allFolded) {
        Map<String, Part> parts = new LinkedHashMap<>();
        int[] strangers = {0};
        jdbc.sql(sql(by, reachedOnly, allFolded))
                .param("actYear", question.year())
                .param("year", question.from().withDayOfYear(1))
                .param("yearEnd", question.from().withDayOfYear(question.from().lengthOfYear()))
                .param("from", question.from())
                .param("end", question.period().last(question.year()))
                .param("until", question.last())
                .param("today", question.today())
                .query(row -> {
                    parts.put(row.getString("part"), part(row, reachedOnly));
                    strangers[0] += row.getInt("strangers");
                });
        return new Sums(parts, strangers[0]);
    }

    private static Part part(ResultSet row, boolean reachedOnly) throws SQLException {
        Part part = new Part();
        part.enterprises = row.getInt("enterprises");
        for (Measure measure : Measure.values()) {
            Sum sum = part.of(measure);
            sum.reached = row.getInt(measure + "_reached");
            if (reachedOnly) {
                continue;
            }
            int promised = row.getInt(measure + "_promised");
            sum.promised = row.wasNull() ? null : Integer.valueOf(promised);
            sum.standing = row.getInt(measure + "_standing");
            sum.overdue = row.getInt(measure + "_overdue");
        }
        return part;
    }

    private static String sql(Grouping by, boolean reachedOnly, boolean allFolded) {
        return """
                with planned as (
                    select r.tax_code, r.part%s from (
                        select r.tax_code, coalesce(%s, '') as part, r.measures, r.admission_target, coalesce(r.due_on, :yearEnd) as due_on
                        from plan_row r%s where r.plan_year = :actYear and r.removed_by is null) r),
                %s
                """.formatted(
                                reachedOnly ? "" : PROMISES,
                                by.column(),
                                by == Grouping.ZONE ? " join enterprise e on e.tax_code = r.tax_code" : "",
                                allFolded ? "days as (" + Achievements.foldedDays() + ")" : FOLDED_AND_COUNTED)
                + joined(reachedOnly ? REACHED : PROMISED_AND_REACHED, allFolded);
    }

    /** H2 counts days anew for each row of the plan where it can ask for those of one enterprise. */
    private static String joined(String parts, boolean allFolded) {
        return allFolded ? parts : parts.replace(SAME_ENTERPRISE, "d.tax_code || '' = p.tax_code");
    }

    private static final String SAME_ENTERPRISE = "d.tax_code = p.tax_code";
    private static final String DUE = "r.due_on between :from and :end";
    private static final String LATE = DUE + " and r.due_on < :today and r.due_on <= :until";

    /** What a row promises of the period, and what of that is late. */
    private static final String PROMISES =
            ", case when " + DUE + " then r.measures end as due_measures, case when " + DUE
                    + " then r.admission_target end as due_target, case when " + LATE
                    + " then r.measures end as late_measures, case when " + LATE
                    + " then r.admission_target end as late_target";

    private static final String ROWS =
            "select r.tax_code from plan_row r where r.plan_year = :actYear and r.removed_by is null";

    private static final String FOLDED_AND_COUNTED = "asked(tax_code) as (" + Achievements.changedOf(ROWS) + "\nunion\n"
            + Achievements.notFollowedOf(ROWS) + "),\ndays as (" + Achievements.foldedDays()
            + " and y.tax_code not in (select tax_code from asked)\nunion all\n" + Achievements.daysOfAsked()
            + ")";

    private static final String REACHED =
            "select p.part, count(*) as enterprises, count(*) - count(d.tax_code) as strangers"
                    + each(
                            ", count(case when d.%2$s_on between :from and :until then 1 end) as %1$s_reached",
                            ", coalesce(sum(d.people_of_period), 0) as %1$s_reached")
                    + " from planned p left join days d on " + SAME_ENTERPRISE + " group by p.part order by 2 desc, 1";

    /** Rows that promise the same are counted together, so that their lists of measures are searched once. */
    private static final String PROMISED_AND_REACHED = ", alike as (\n"
            + "select p.part, p.due_measures, p.late_measures, count(*) as enterprises, count(d.tax_code) as known"
            + each("""
                    , count(case when d.%2$s_on between :from and :until then 1 end) as %2$s_reached,
                    count(case when d.%2$s_first <= :until then 1 end) as %2$s_standing,
                    count(case when coalesce(d.%2$s_on > :until, true) then 1 end) as %2$s_missing
                    """, """
                    , sum(p.due_target) as %2$s_promised, coalesce(sum(d.people_of_period), 0) as %2$s_reached,
                    coalesce(sum(d.people), 0) as %2$s_standing, coalesce(sum(case when coalesce(d.people_of_year, 0) < p.late_target
                    then p.late_target - coalesce(d.people_of_period, 0) end), 0) as %2$s_overdue
                    """)
            + "from planned p left join days d on " + SAME_ENTERPRISE
            + " group by p.part, p.due_measures, p.late_measures)\n"
            + "select part, sum(enterprises) as enterprises, sum(enterprises) - sum(known) as strangers"
            // The codes of the measures are none a part of another.
            + each("""
                    , sum(case when due_measures like '%%%1$s%%' then enterprises when due_measures is not null then 0 end) as %1$s_promised,
                    sum(%2$s_reached) as %1$s_reached, sum(%2$s_standing) as %1$s_standing,
                    coalesce(sum(case when late_measures like '%%%1$s%%' then %2$s_missing end), 0) as %1$s_overdue
                    """, """
                    , sum(%2$s_promised) as %1$s_promised, sum(%2$s_reached) as %1$s_reached, sum(%2$s_standing) as %1$s_standing,
                    sum(%2$s_overdue) as %1$s_overdue
                    """)
            + "from alike group by part order by 2 desc, 1";

    /** A column or more for each measure, in the order of the measures. */
    private static String each(String ofEnterprises, String ofPeople) {
        return Arrays.stream(Measure.values())
                .map(measure -> (measure.countsPeople() ? ofPeople : ofEnterprises)
                        .formatted(measure, measure.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }
}
