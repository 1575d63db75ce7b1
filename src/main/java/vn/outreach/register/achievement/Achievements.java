package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import vn.outreach.register.ledger.LedgerListener;
import vn.outreach.register.ledger.Outcome;

/**
 * The one count of what was reached, by the day of the act, corrections applied (domain.md §6.2). Each act is a row of
 * its own, written in the transaction of the ledger; nothing is added up there. A day that only the register has counts
 * once.
 */
@Service
public class Achievements implements LedgerListener {

    /**
     * Rows of the ledger that reach something, as they are corrected. A correction of a correction, as older versions
     * wrote them, belongs to the first row too.
     */
    private static final String COUNTED = """
            with recursive correction(original, id) as (
                select c.corrects, c.id from outcome c join outcome o on o.id = c.corrects where o.corrects is null
                union all
                select r.original, n.id from correction r join outcome n on n.corrects = r.id),
            newest(original, id) as (select original, max(id) from correction group by original),
            counted(tax_code, measure, outcome_id, reached_on, done_by) as (%s)
            """;

    private static final String COUNTED_STEP = """
            select o.tax_code, '%s', o.id, coalesce(c.occurred_on, o.occurred_on), o.recorded_by
            from outcome o left join newest n on n.original = o.id left join outcome c on c.id = n.id
            where o.corrects is null and o.tax_code is not null and o.phase = '%s' and o.step = '%s'""";

    /**
     * Of each enterprise that is asked for its days in the register, beside each measure of the ledger; the last column
     * says whether the ledger has a survey in the year of the register's.
     */
    private static final String REACHED = """
            select e.tax_code, p.measure, min(case when p.reached_on <= :until then p.reached_on end) as first_on,
                min(case when p.reached_on between :year and :until then p.reached_on end) as in_year_on,
                sum(case when p.reached_on between :from and :until then 1 else 0 end) as times,
                sum(case when p.reached_on <= :until then 1 else 0 end) as total,
                min(case when p.reached_on between :year and :until then p.done_by end) as done_by,
                e.surveyed_on, e.union_recognised_on, e.cell_founded_on,
                max(case when extract(year from p.reached_on) = extract(year from e.surveyed_on) then 1 else 0 end) as known
            from unnest(cast(:taxCodes as varchar array)) asked(code) join enterprise e on e.tax_code = asked.code
            left join plan_result p on p.tax_code = e.tax_code
            group by e.tax_code, p.measure, e.surveyed_on, e.union_recognised_on, e.cell_founded_on
            order by e.tax_code""";

    /** A union or a cell that the ledger knows is not founded again by the register; a survey comes every year. */
    private static final String OF_ALL = """
            select measure, sum(case when measure = '%s' then times else 1 end) as reached
            from (
                select measure, tax_code, min(reached_on) as first_on,
                    sum(case when reached_on >= :from then 1 else 0 end) as times
                from (
                    select tax_code, measure, reached_on from plan_result where reached_on between :year and :until
                    union all
                    select e.tax_code, 'SURVEY', e.surveyed_on from enterprise e
                    where e.surveyed_on between :year and :until and not exists (select 1 from plan_result p
                        where p.tax_code = e.tax_code and p.measure = 'SURVEY' and p.reached_on between :year and :end)
                    union all
                    select e.tax_code, 'UNION', e.union_recognised_on from enterprise e
                    where e.union_recognised_on between :year and :until and not exists (select 1 from plan_result p
                        where p.tax_code = e.tax_code and p.measure = 'UNION')
                    union all
                    select e.tax_code, 'CELL', e.cell_founded_on from enterprise e
                    where e.cell_founded_on between :year and :until and not exists (select 1 from plan_result p
                        where p.tax_code = e.tax_code and p.measure = 'CELL')) act
                group by measure, tax_code) enterprise_act
            where first_on >= :from or (measure = '%s' and times > 0)
            group by measure""".formatted(Measure.ADMISSION, Measure.ADMISSION);

    private final JdbcClient jdbc;
    private final Map<String, ReachingStep> steps;
    private final String counted;

    Achievements(JdbcClient jdbc, List<ReachingStep> steps) {
        this.jdbc = jdbc;
        this.steps = steps.stream().collect(Collectors.toMap(step -> key(step.phase(), step.step()), step -> step));
        this.counted =
                COUNTED.formatted(steps.stream().map(Achievements::select).collect(Collectors.joining(" union all ")));
    }

    @Override
    public void recorded(Outcome row) {
        reached(row).ifPresent(measure -> add(measure, row.id(), row));
    }

    @Override
    public void corrected(long original, Outcome correction) {
        ReachingStep step = steps.get(key(correction.phase(), correction.step()));
        if (step != null) {
            jdbc.sql("delete from plan_result where tax_code = ? and measure = ? and outcome_id = ?")
                    .params(correction.taxCode(), step.measure().name(), original)
                    .update();
            reached(correction).ifPresent(measure -> add(measure, original, correction));
        }
    }

    /**
     * What these enterprises reached until a day.
     *
     * @param from the first day of the period whose acts are counted; it says the year
     * @param until the last day that is looked at
     */
    public List<Reached> of(Collection<String> taxCodes, LocalDate from, LocalDate until) {
        ReachedRows rows = new ReachedRows(from, until);
        jdbc.sql(REACHED)
                .param("taxCodes", new SqlArrayValue("varchar", taxCodes.toArray()))
                .param("year", from.withDayOfYear(1))
                .param("from", from)
                .param("until", until)
                .query((RowCallbackHandler) rows);
        return rows.all();
    }

    /**
     * What all other enterprises reached from one day to another of the same year, by measure.
     *
     * @param own what {@link #of} says of the enterprises that do not count here, for the same days
     */
    public Map<Measure, Integer> ofOthers(Collection<Reached> own, LocalDate from, LocalDate until) {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        jdbc.sql(OF_ALL)
                .param("year", from.withDayOfYear(1))
                .param("end", from.withDayOfYear(from.lengthOfYear()))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Map.entry(Measure.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        own.forEach(each -> counts.merge(each.measure(), -each.in(from), Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** How many rows are not what a count of the whole ledger gives: missing ones, wrong ones and those too many. */
    int differences() {
        return jdbc.sql(counted + """
                select (select count(*) from counted c where not exists (select 1 from plan_result p
                        where p.tax_code = c.tax_code and p.measure = c.measure and p.outcome_id = c.outcome_id
                            and p.reached_on = c.reached_on))
                    + (select count(*) from plan_result p where not exists (select 1 from counted c
                        where c.tax_code = p.tax_code and c.measure = p.measure and c.outcome_id = p.outcome_id))""").query(Integer.class).single();
    }

    /** Counts the whole ledger anew; returns how many acts it has. */
    int rebuild() {
        jdbc.sql("delete from plan_result").update();
        return jdbc.sql("insert into plan_result (tax_code, measure, outcome_id, reached_on, done_by) " + counted
                        + "select tax_code, measure, outcome_id, reached_on, done_by from counted")
                .update();
    }

    private void add(Measure measure, long outcomeId, Outcome row) {
        jdbc.sql("insert into plan_result (tax_code, measure, outcome_id, reached_on, done_by) values (?, ?, ?, ?, ?)")
                .params(row.taxCode(), measure.name(), outcomeId, row.occurredOn(), row.recordedBy())
                .update();
    }

    private Optional<Measure> reached(Outcome row) {
        return Optional.ofNullable(steps.get(key(row.phase(), row.step())))
                .filter(step -> row.taxCode() != null && step.reachedBy(row.result()))
                .map(ReachingStep::measure);
    }

    private static String select(ReachingStep step) {
        String select = COUNTED_STEP.formatted(step.measure(), step.phase(), step.step());
        return step.results().isEmpty()
                ? select
                : select
                        + step.results().stream()
                                .sorted()
                                .collect(Collectors.joining("', '", " and coalesce(c.result, o.result) in ('", "')"));
    }

    private static String key(String phase, String step) {
        return phase + "." + step;
    }
}
