package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** The sums of the days, moved by what is not folded yet. */
    private static final String OF_ALL = Acts.WITH_CHANGED + """
            select measure, sum(number) from (
                select d.measure, d.reached_on, d.number from reached_day d
                union all
                select f.measure, f.reached_on, -f.number from reached_first f where f.tax_code in (select tax_code from asked)
                union all
                select measure, reached_on, number from (%s) first_act) moved
            where reached_on between :from and :until
            group by measure""".formatted(Acts.FIRSTS_OF_ASKED);

    /** The order in which {@link #others} can be read. */
    public static final String BY_NAME = "e.sort_name, e.tax_code";

    /** Enterprises that are not handed in. */
    private static final String OTHERS = """
             from (select distinct tax_code from (%s) first_act
                where measure = :measure and reached_on between :from and :until) o
            join enterprise e on e.tax_code = o.tax_code
            where o.tax_code not in (select code from unnest(cast(:taxCodes as varchar array)) given(code))""".formatted(Acts.FIRSTS_OF_ALL);

    private static final String DAYS = days();
    private static final String FOLDED_DAYS = foldedOfYear();

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
        Map<String, Map<Measure, List<First>>> firsts = new LinkedHashMap<>();
        jdbc.sql(Acts.FIRSTS_OF_GIVEN).param("taxCodes", codes(taxCodes)).query(First.READ).list().stream()
                .filter(first -> !first.reachedOn().isAfter(until))
                .forEach(first -> firsts.computeIfAbsent(first.taxCode(), code -> new EnumMap<>(Measure.class))
                        .computeIfAbsent(first.measure(), measure -> new ArrayList<>())
                        .add(first));
        List<Reached> reached = new ArrayList<>();
        firsts.forEach((taxCode, measures) ->
                measures.forEach((measure, acts) -> reached.add(Reached.of(taxCode, measure, acts, from))));
        return reached;
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
                .addValue("from", from)
                .addValue("until", until)
                .addValue("offset", paging.offset())
                .addValue("size", paging.size());
        long total = jdbc.sql(Acts.WITH_CHANGED + "select count(*)" + OTHERS)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        List<Other> items = jdbc.sql(Acts.WITH_CHANGED + "select e.tax_code, e.name, e.zone, e.responsible_member"
                        + OTHERS + " order by " + paging.orderBy() + " offset :offset rows fetch next :size rows only")
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
     * @return SQL that reads the enterprises from {@code asked(tax_code)}, counts them act by act, and takes the
     *     parameters {@code year}, {@code from}, {@code until} and {@code yearEnd}
     */
    public static String daysOfAsked() {
        return DAYS;
    }

    /**
     * The same as they are folded, of every enterprise that is followed in the year.
     *
     * @return SQL that takes the parameters {@code actYear}, {@code year}, {@code from} and {@code until}
     */
    public static String foldedDays() {
        return FOLDED_DAYS;
    }

    /**
     * Which of these enterprises have acts that are not folded yet.
     *
     * @param taxCodes a query for the enterprises
     */
    public static String changedOf(String taxCodes) {
        return "select distinct c.tax_code from reached_changed c where c.tax_code in (" + taxCodes + ")";
    }

    /**
     * Which of these enterprises nobody follows in {@code actYear}.
     *
     * @param taxCodes a query for the enterprises
     */
    public static String notFollowedOf(String taxCodes) {
        return "select n.tax_code from (" + taxCodes + """
                ) n where not exists (select 1 from reached_year y where y.act_year = :actYear and y.tax_code = n.tax_code)""";
    }

    private static String foldedOfYear() {
        StringBuilder days = new StringBuilder("select y.tax_code");
        for (Measure measure : Measure.values()) {
            if (!measure.countsPeople()) {
                days.append(", y.%1$s_first, y.%1$s_on".formatted(measure.name().toLowerCase(Locale.ROOT)));
            }
        }
        return days.append("""
                , y.people_before + coalesce(a.people_of_year, 0) as people, coalesce(a.people_of_year, 0) as people_of_year,
                    coalesce(a.people_of_period, 0) as people_of_period
                from reached_year y
                left join (
                    select p.tax_code, count(*) as people_of_year, count(case when p.reached_on >= :from then 1 end) as people_of_period
                    from reached_year z join plan_result p on p.tax_code = z.tax_code
                    where z.act_year = :actYear and z.people_of_year > 0 and p.measure = '%s'
                        and p.reached_on between :year and :until
                    group by p.tax_code) a on a.tax_code = y.tax_code
                where y.act_year = :actYear""".formatted(Measure.ADMISSION)).toString();
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
                .append(Acts.OF_ASKED)
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
