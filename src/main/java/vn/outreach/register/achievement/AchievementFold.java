package vn.outreach.register.achievement;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.background.Background;

/**
 * Folds acts into days, so that a plan of thousands of enterprises is added up without reading its acts. A trigger
 * notes each enterprise whose acts or days changed, in the transaction that changed them and without a lock; until the
 * pass that folds it, whoever asks counts its acts one by one.
 */
@Component
public class AchievementFold implements Background {

    /** As many changes are folded in one transaction. */
    private static final int BATCH = 1000;

    private static final String GIVEN_CODES = "(select code from unnest(cast(:taxCodes as varchar array)) given(code))";

    private static final String FOLDED = "with asked(tax_code) as (select e.tax_code from enterprise e"
            + " where e.tax_code not in (select c.tax_code from reached_changed c)) ";

    private static final String SUMS_OF_DAYS =
            "select measure, reached_on, cast(sum(number) as integer) from reached_first group by measure, reached_on";

    private static final String FOLLOWED = "select y.act_year, y.tax_code, "
            + columns().map(column -> "y." + column).collect(Collectors.joining(", "))
            + " from reached_year y join asked on asked.tax_code = y.tax_code";

    /** What {@link #FOLLOWED} is, told once more by the database from the days of each enterprise. */
    private static final String EXPECTED = "select y.act_year, y.tax_code, "
            + enterprises().map("""
                            min(case when f.measure = '%1$s' and extract(year from f.reached_on) = y.act_year then f.reached_on end),
                            min(case when f.measure = '%1$s' then f.reached_on end)"""::formatted).collect(Collectors.joining(", "))
            + """
            , cast(coalesce(sum(case when f.measure = '%1$s' and extract(year from f.reached_on) < y.act_year then f.number end), 0) as integer),
            cast(coalesce(sum(case when f.measure = '%1$s' and extract(year from f.reached_on) = y.act_year then f.number end), 0) as integer)
            from reached_year y join asked on asked.tax_code = y.tax_code left join reached_first f on f.tax_code = y.tax_code
            group by y.act_year, y.tax_code""".formatted(Measure.ADMISSION);

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AchievementFold(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Change(long id, String taxCode) {}

    private record DayOfMeasure(Measure measure, LocalDate reachedOn) {}

    private record Followed(int year, String taxCode) {}

    @Override
    public String title() {
        return "Cộng sẵn kết quả thực hiện theo ngày";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void pass() {
        // Where nothing changed, no lock is taken: it would write a row at each pass.
        while (isChanged() && fold() == BATCH) {
            // The next batch is its own transaction.
        }
    }

    private boolean isChanged() {
        return jdbc.sql("select id from reached_changed fetch first 1 rows only")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Keeps the days of these enterprises ready for questions about this year. */
    public void follow(int year, Collection<String> taxCodes) {
        batches.batchUpdate(
                """
                insert into reached_year (act_year, tax_code, people_before, people_of_year)
                select e.year_asked, e.tax_code, 0, 0
                from (select cast(? as integer) as year_asked, cast(? as varchar(14)) as tax_code) e
                where not exists (select 1 from reached_year y where y.act_year = e.year_asked and y.tax_code = e.tax_code)""", taxCodes.stream().map(code -> new Object[] {year, code}).toList());
        batches.batchUpdate(
                "insert into reached_changed (tax_code) values (?)",
                taxCodes.stream().map(code -> new Object[] {code}).toList());
    }

    /** Folds the oldest changes in one transaction; returns how many they were. */
    int fold() {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock();
            List<Change> changes = jdbc.sql(
                            "select id, tax_code from reached_changed order by id fetch first :most rows only")
                    .param("most", BATCH)
                    .query((row, number) -> new Change(row.getLong(1), row.getString(2)))
                    .list();
            if (!changes.isEmpty()) {
                fold(changes.stream().map(Change::taxCode).collect(Collectors.toSet()));
                jdbc.sql(
                                "delete from reached_changed where id in (select id from unnest(cast(:ids as bigint array)) given(id))")
                        .param(
                                "ids",
                                new SqlArrayValue(
                                        "bigint",
                                        changes.stream().map(Change::id).toArray()))
                        .update();
            }
            return changes.size();
        }));
    }

    /** Folds every enterprise anew, from nothing, in one transaction. */
    void refill() {
        transaction.executeWithoutResult(status -> {
            lock();
            // What is noted from here on is read below or stays noted.
            jdbc.sql("delete from reached_changed").update();
            jdbc.sql("delete from reached_first").update();
            jdbc.sql("delete from reached_day").update();
            jdbc.sql("insert into reached_first (tax_code, measure, reached_on, number, of_register, done_by)"
                            + " with asked(tax_code) as (select tax_code from enterprise) " + Acts.FIRSTS_OF_ASKED)
                    .update();
            jdbc.sql("insert into reached_day (measure, reached_on, number) " + SUMS_OF_DAYS)
                    .update();
            List<String> codes = followedAfter("");
            while (!codes.isEmpty()) {
                SqlArrayValue batch = new SqlArrayValue("varchar", codes.toArray());
                writeFollowed(batch, folded(batch));
                codes = followedAfter(codes.get(codes.size() - 1));
            }
        });
    }

    private List<String> followedAfter(String taxCode) {
        return jdbc.sql("select distinct tax_code from reached_year where tax_code > :last order by tax_code"
                        + " fetch first :most rows only")
                .param("last", taxCode)
                .param("most", BATCH)
                .query(String.class)
                .list();
    }

    /**
     * How many folded rows are not what the acts come to, and how many sums of a day not what the rows come to. What is
     * not folded yet is no difference.
     */
    int differences() {
        int firsts = differences(
                "select f.tax_code, f.measure, f.reached_on, f.number, f.of_register, f.done_by from reached_first f"
                        + " join asked on asked.tax_code = f.tax_code",
                Acts.FIRSTS_OF_ASKED);
        int days = differences("select measure, reached_on, number from reached_day where number <> 0", SUMS_OF_DAYS);
        return firsts + days + differences(FOLLOWED, EXPECTED);
    }

    private int differences(String kept, String counted) {
        return jdbc.sql(FOLDED
                        + "select (select count(*) from (%1$s except %2$s) wrong) + (select count(*) from (%2$s except %1$s) missing)"
                                .formatted(kept, counted))
                .query(Integer.class)
                .single();
    }

    private void lock() {
        jdbc.sql("select id from reached_lock for update").query(Integer.class).single();
    }

    private void fold(Set<String> taxCodes) {
        SqlArrayValue codes = new SqlArrayValue("varchar", taxCodes.toArray());
        Set<First> before = folded(codes);
        Set<First> after = new HashSet<>(jdbc.sql("with asked(tax_code) as " + GIVEN_CODES + Acts.FIRSTS_OF_ASKED)
                .param("taxCodes", codes)
                .query(First.READ)
                .list());
        List<First> gone = before.stream().filter(each -> !after.contains(each)).toList();
        List<First> come = after.stream().filter(each -> !before.contains(each)).toList();
        batches.batchUpdate(
                "delete from reached_first where tax_code = ? and measure = ? and reached_on = ?",
                gone.stream()
                        .map(each ->
                                new Object[] {each.taxCode(), each.measure().name(), Date.valueOf(each.reachedOn())})
                        .toList());
        batches.batchUpdate(
                "insert into reached_first (tax_code, measure, reached_on, number, of_register, done_by) values (?, ?, ?, ?, ?, ?)",
                come.stream()
                        .map(each -> new @Nullable Object[] {
                            each.taxCode(),
                            each.measure().name(),
                            Date.valueOf(each.reachedOn()),
                            each.number(),
                            each.outsideCase() ? 1 : 0,
                            each.doneBy()
                        })
                        .toList());
        add(gone, come);
        writeFollowed(codes, after);
    }

    private Set<First> folded(SqlArrayValue codes) {
        return new HashSet<>(jdbc.sql(
                        "select tax_code, measure, reached_on, number, of_register, done_by from reached_first where tax_code in "
                                + GIVEN_CODES)
                .param("taxCodes", codes)
                .query(First.READ)
                .list());
    }

    /** Moves the sums of the days by what came and went. */
    private void add(List<First> gone, List<First> come) {
        Map<DayOfMeasure, Integer> more = new HashMap<>();
        gone.forEach(
                each -> more.merge(new DayOfMeasure(each.measure(), each.reachedOn()), -each.number(), Integer::sum));
        come.forEach(
                each -> more.merge(new DayOfMeasure(each.measure(), each.reachedOn()), each.number(), Integer::sum));
        List<Object[]> days = more.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> new Object[] {
                    each.getValue(),
                    each.getKey().measure().name(),
                    Date.valueOf(each.getKey().reachedOn())
                })
                .toList();
        int[] known = batches.batchUpdate(
                "update reached_day set number = number + ? where measure = ? and reached_on = ?", days);
        List<Object[]> unknown = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                unknown.add(days.get(i));
            }
        }
        batches.batchUpdate("insert into reached_day (number, measure, reached_on) values (?, ?, ?)", unknown);
    }

    /** Writes the days of those years in which somebody follows the enterprise. */
    private void writeFollowed(SqlArrayValue codes, Set<First> firsts) {
        Map<String, List<First>> byEnterprise = firsts.stream().collect(Collectors.groupingBy(First::taxCode));
        List<Followed> followed = jdbc.sql(
                        "select act_year, tax_code from reached_year where tax_code in " + GIVEN_CODES)
                .param("taxCodes", codes)
                .query((row, number) -> new Followed(row.getInt(1), row.getString(2)))
                .list();
        batches.batchUpdate(
                "update reached_year set "
                        + columns().map(column -> column + " = ?").collect(Collectors.joining(", "))
                        + " where act_year = ? and tax_code = ?",
                followed.stream()
                        .map(each -> values(each, byEnterprise.getOrDefault(each.taxCode(), List.of())))
                        .toList());
    }

    private static @Nullable Object[] values(Followed followed, List<First> firsts) {
        List<@Nullable Object> values = new ArrayList<>();
        enterprises().forEach(measure -> {
            List<LocalDate> days = firsts.stream()
                    .filter(each -> each.measure() == measure)
                    .map(First::reachedOn)
                    .sorted()
                    .toList();
            values.add(days.stream()
                    .filter(day -> day.getYear() == followed.year())
                    .findFirst()
                    .map(Date::valueOf)
                    .orElse(null));
            values.add(days.stream().findFirst().map(Date::valueOf).orElse(null));
        });
        values.add(people(firsts, followed.year(), -1));
        values.add(people(firsts, followed.year(), 0));
        values.add(followed.year());
        values.add(followed.taxCode());
        return values.toArray();
    }

    /** @param side negative for the years before, 0 for the year itself */
    private static int people(List<First> firsts, int year, int side) {
        return firsts.stream()
                .filter(each -> each.measure().countsPeople()
                        && Integer.signum(Integer.compare(each.reachedOn().getYear(), year)) == side)
                .mapToInt(First::number)
                .sum();
    }

    /** The measures that count enterprises have their days in columns. */
    private static Stream<Measure> enterprises() {
        return Arrays.stream(Measure.values()).filter(measure -> !measure.countsPeople());
    }

    /** What is kept of an enterprise that is followed: two days of each measure, then the people. */
    private static Stream<String> columns() {
        return Stream.concat(
                enterprises()
                        .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                        .flatMap(column -> Stream.of(column + "_on", column + "_first")),
                Stream.of("people_before", "people_of_year"));
    }
}
