package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import vn.outreach.register.ledger.LedgerListener;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

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
     * Everything that counts of the enterprises in {@code asked(tax_code)}, act by act: what the ledger has, and a day
     * that only the register has. A union or a cell that the ledger knows is not founded again by the register; a
     * survey comes every year.
     */
    private static final String ACTS_OF_ASKED = """
            select tax_code, measure, reached_on, outcome_id, done_by, of_register
            from (
                select tax_code, measure, reached_on, outcome_id, done_by, of_register, min(of_register) over (partition by tax_code, measure,
                    case when measure = 'SURVEY' then extract(year from reached_on) end) as best_source
                from (
                    select p.tax_code, p.measure, p.reached_on, p.outcome_id, p.done_by, 0 as of_register
                    from asked join plan_result p on p.tax_code = asked.tax_code
                    union all
                    select e.tax_code, m.measure, case m.measure when 'SURVEY' then e.surveyed_on
                        when 'UNION' then e.union_recognised_on else e.cell_founded_on end, 0, cast(null as varchar(64)), 1
                    from asked join enterprise e on e.tax_code = asked.tax_code
                        cross join (values ('SURVEY'), ('UNION'), ('CELL')) m(measure)) told
                where reached_on is not null) sourced
            where of_register = best_source""";

    /** The same of all enterprises; only what falls into the days that are asked for is looked up. */
    private static final String ACTS_OF_ALL = """
            select p.tax_code, p.measure, p.reached_on from plan_result p where p.reached_on between :year and :until
            union all
            select e.tax_code, 'SURVEY', e.surveyed_on from enterprise e
            where e.surveyed_on between :year and :until and not exists (select 1 from plan_result p
                where p.tax_code = e.tax_code and p.measure = 'SURVEY' and p.reached_on between :year and :yearEnd)
            union all
            select e.tax_code, 'UNION', e.union_recognised_on from enterprise e
            where e.union_recognised_on between :year and :until and not exists (select 1 from plan_result p
                where p.tax_code = e.tax_code and p.measure = 'UNION')
            union all
            select e.tax_code, 'CELL', e.cell_founded_on from enterprise e
            where e.cell_founded_on between :year and :until and not exists (select 1 from plan_result p
                where p.tax_code = e.tax_code and p.measure = 'CELL')""";

    /** Of the year's acts of an enterprise the first is number one; where the year has none, the first of all. */
    private static final String REACHED = """
            with asked(tax_code) as (select code from unnest(cast(:taxCodes as varchar array)) given(code))
            select tax_code, measure, min(reached_on), min(case when reached_on >= :year then reached_on end),
                sum(case when reached_on >= :from then 1 else 0 end), sum(case when reached_on >= :year then 1 else 0 end), count(*),
                max(case when nth = 1 then of_register end),
                max(case when nth = 1 and reached_on >= :year then done_by end)
            from (
                select tax_code, measure, reached_on, done_by, of_register, row_number() over (partition by tax_code, measure
                    order by case when reached_on >= :year then 0 else 1 end, reached_on, outcome_id) as nth
                from (%s) act where reached_on <= :until) numbered
            group by tax_code, measure order by tax_code, measure""".formatted(ACTS_OF_ASKED);

    private static final String FIRST_OF_ALL = """
            select measure, tax_code, min(reached_on) as first_on,
                sum(case when reached_on >= :from then 1 else 0 end) as times
            from (%s) act group by measure, tax_code""".formatted(ACTS_OF_ALL);

    private static final String OF_ALL = """
            select measure, sum(case when measure = '%1$s' then times else 1 end) as reached
            from (%2$s) enterprise_act where first_on >= :from or (measure = '%1$s' and times > 0)
            group by measure""".formatted(Measure.ADMISSION, FIRST_OF_ALL);

    /** The order in which {@link #others} can be read. */
    public static final String BY_NAME = "e.sort_name, e.tax_code";

    /** Enterprises that are not handed in. */
    private static final String OTHERS = """
             from (%s) o join enterprise e on e.tax_code = o.tax_code
            where o.measure = :measure and (o.first_on >= :from or (o.measure = '%s' and o.times > 0))
                and o.tax_code not in (select code from unnest(cast(:taxCodes as varchar array)) given(code))""".formatted(FIRST_OF_ALL, Measure.ADMISSION);

    private static final String DAYS = days();

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
        return jdbc.sql(REACHED)
                .param("taxCodes", codes(taxCodes))
                .param("year", from.withDayOfYear(1))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new Reached(
                        row.getString(1),
                        Measure.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8) == 1,
                        row.getString(9)))
                .list();
    }

    /** The days on which each of these enterprises admitted somebody, in their order; two on one day stand twice. */
    public Map<String, List<LocalDate>> admissions(Collection<String> taxCodes, LocalDate from, LocalDate until) {
        Map<String, List<LocalDate>> days = new HashMap<>();
        jdbc.sql("""
                select tax_code, reached_on from plan_result
                where tax_code in (select code from unnest(cast(:taxCodes as varchar array)) given(code))
                    and measure = 'ADMISSION' and reached_on between :from and :until
                order by tax_code, reached_on""")
                .param("taxCodes", codes(taxCodes))
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    days.computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                            .add(row.getObject(2, LocalDate.class));
                });
        return days;
    }

    /**
     * What all other enterprises reached from one day to another of the same year, by measure.
     *
     * @param own what the enterprises that do not count here reached in the same days
     */
    public Map<Measure, Integer> ofOthers(Map<Measure, Integer> own, LocalDate from, LocalDate until) {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        jdbc.sql(OF_ALL)
                .param("year", from.withDayOfYear(1))
                .param("yearEnd", from.withDayOfYear(from.lengthOfYear()))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Map.entry(Measure.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        own.forEach((measure, count) -> counts.merge(measure, -count, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** An enterprise that is not among those handed in. */
    public record Other(
            String taxCode,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String responsibleMember) {}

    /**
     * The other enterprises behind a number of {@link #ofOthers}.
     *
     * @param own the enterprises that do not count here
     * @param paging in the order of {@link #BY_NAME}
     */
    public Page<Other> others(Measure measure, Collection<String> own, LocalDate from, LocalDate until, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("measure", measure.name())
                .addValue("taxCodes", codes(own))
                .addValue("year", from.withDayOfYear(1))
                .addValue("yearEnd", from.withDayOfYear(from.lengthOfYear()))
                .addValue("from", from)
                .addValue("until", until)
                .addValue("offset", paging.offset())
                .addValue("size", paging.size());
        long total = jdbc.sql("select count(*)" + OTHERS)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        List<Other> items = jdbc.sql("select e.tax_code, e.name, e.zone, e.responsible_member" + OTHERS + " order by "
                        + paging.orderBy() + " offset :offset rows fetch next :size rows only")
                .paramSource(parameters)
                .query(Other.class)
                .list();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /**
     * A query for the days of many enterprises at once: of each that has reached something its {@code tax_code} and for
     * each measure that counts enterprises the first day of all and the first of the year ({@code survey_first},
     * {@code survey_on}, …); of admissions how many there are until a day, in the year and in the period
     * ({@code people}, {@code people_of_year}, {@code people_of_period}).
     *
     * @return SQL that reads the enterprises from {@code asked(tax_code)} and takes the parameters {@code year},
     *     {@code from}, {@code until} and {@code yearEnd}
     */
    public static String daysOfAsked() {
        return DAYS;
    }

    private static String days() {
        StringBuilder days = new StringBuilder("select tax_code");
        for (Measure measure : Measure.values()) {
            String act = measure.countsPeople() ? """
                    , count(case when measure = '%1$s' and reached_on <= :until then 1 end) as people,
                        count(case when measure = '%1$s' and reached_on between :year and :until then 1 end) as people_of_year,
                        count(case when measure = '%1$s' and reached_on between :from and :until then 1 end) as people_of_period
                    """ : """
                    , min(case when measure = '%1$s' then reached_on end) as %2$s_first,
                        min(case when measure = '%1$s' and reached_on between :year and :yearEnd then reached_on end) as %2$s_on
                    """;
            days.append(act.formatted(measure, measure.name().toLowerCase(Locale.ROOT)));
        }
        return days.append("from (")
                .append(ACTS_OF_ASKED)
                .append(") act group by tax_code")
                .toString();
    }

    private static SqlArrayValue codes(Collection<String> taxCodes) {
        return new SqlArrayValue("varchar", taxCodes.toArray());
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
