package vn.outreach.lifecycle.plan.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        Map<String, Part> parts = new LinkedHashMap<>();
        jdbc.sql(sql(by))
                .param("planYear", question.year())
                .param("year", question.from().withDayOfYear(1))
                .param("yearEnd", question.from().withDayOfYear(question.from().lengthOfYear()))
                .param("from", question.from())
                .param("end", question.period().last(question.year()))
                .param("until", question.last())
                .param("today", question.today())
                .query(row -> {
                    parts.put(row.getString("part"), part(row));
                });
        return parts;
    }

    private static Part part(ResultSet row) throws SQLException {
        Part part = new Part();
        part.enterprises = row.getInt("enterprises");
        for (Measure measure : Measure.values()) {
            Sum sum = part.of(measure);
            int promised = row.getInt(measure + "_promised");
            sum.promised = row.wasNull() ? null : Integer.valueOf(promised);
            sum.reached = row.getInt(measure + "_reached");
            sum.standing = row.getInt(measure + "_standing");
            sum.overdue = row.getInt(measure + "_overdue");
        }
        return part;
    }

    private static String sql(Grouping by) {
        StringBuilder sums = new StringBuilder();
        for (Measure measure : Measure.values()) {
            sums.append((measure.countsPeople() ? PEOPLE : ENTERPRISES)
                    .formatted(measure, measure.name().toLowerCase(Locale.ROOT)));
        }
        return """
                with planned as (
                    select r.tax_code, coalesce(%s, '') as part, r.measures, r.admission_target, coalesce(r.due_on, :yearEnd) as due_on
                    from plan_row r%s where r.plan_year = :planYear and r.removed_by is null),
                asked(tax_code) as (select tax_code from planned),
                days as (%s)
                select p.part, count(*) as enterprises%s
                from planned p left join days d on d.tax_code = p.tax_code
                group by p.part order by 2 desc, 1""".formatted(
                        by.column(),
                        by == Grouping.ZONE ? " join enterprise e on e.tax_code = r.tax_code" : "",
                        Achievements.daysOfAsked(),
                        sums);
    }

    private static final String DUE = "p.due_on between :from and :end";
    private static final String LATE = DUE + " and p.due_on < :today and p.due_on <= :until";

    /** The codes of the measures are none a part of another. */
    private static final String ENTERPRISES =
            ",\n    sum(case when " + DUE + " and p.measures like '%%%1$s%%' then 1 when " + DUE
                    + " and p.measures is not null then 0 end) as %1$s_promised,"
                    + " count(case when d.%2$s_on between :from and :until then 1 end) as %1$s_reached,"
                    + " count(case when d.%2$s_first <= :until then 1 end) as %1$s_standing,"
                    + " count(case when " + LATE
                    + " and p.measures like '%%%1$s%%' and coalesce(d.%2$s_on > :until, true) then 1 end) as %1$s_overdue";

    private static final String PEOPLE =
            ",\n    sum(case when " + DUE + " then p.admission_target end) as %1$s_promised,"
                    + " coalesce(sum(d.people_of_period), 0) as %1$s_reached, coalesce(sum(d.people), 0) as %1$s_standing,"
                    + " coalesce(sum(case when " + LATE + " and coalesce(d.people_of_year, 0) < p.admission_target"
                    + " then p.admission_target - coalesce(d.people_of_period, 0) end), 0) as %1$s_overdue";
}
