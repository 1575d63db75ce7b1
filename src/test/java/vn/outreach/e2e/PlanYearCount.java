package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts by SQL what the results of a plan say: from the ledger as it was corrected, the register's days, the plan's rows
 * and their versions. Nothing that the product counted is read.
 */
final class PlanYearCount implements AutoCloseable {

    private static final List<String> MEASURES = List.of("SURVEY", "MEETING", "UNION", "CELL", "ADMISSION");
    /** What the rows of a part have in common. */
    private static final Map<String, String> PARTS = Map.of(
            "total", "''", "unit", "r.unit", "member", "r.responsible_member", "zone", "e.zone");
    private static final Set<String> OF_THE_DAY = Set.of("member", "unit");

    /**
     * Each act with the day of its last correction. A day of the register is an act where the ledger has none: of the same
     * year for a survey, ever for a union and a cell.
     */
    private static final String ACTS = """
            insert into year_act (tax_code, act_day, measure, of_year, of_all)
            with said as (
                select o.tax_code, o.step,
                    coalesce((select c.result from outcome c where c.corrects = o.id order by c.id desc fetch first 1 rows only), o.result) as result,
                    coalesce((select c.occurred_on from outcome c where c.corrects = o.id order by c.id desc fetch first 1 rows only), o.occurred_on) as act_day
                from outcome o where o.corrects is null and o.tax_code is not null),
            told as (
                select tax_code, act_day, case step when 'conductSurvey' then 'SURVEY' when 'meetOwner' then 'MEETING'
                    when 'recordUnionDecision' then 'UNION' when 'announceCell' then 'CELL' else 'ADMISSION' end as measure
                from said
                where step = 'conductSurvey' and result = 'COMPLETED' or step = 'meetOwner' and result <> 'UNREACHABLE'
                    or step = 'recordUnionDecision' and result = 'RECOGNISED' or step in ('announceCell', 'holdCeremony')),
            every as (
                select tax_code, act_day, measure from told
                union all
                select e.tax_code, e.surveyed_on, 'SURVEY' from enterprise e where e.surveyed_on is not null
                    and not exists (select 1 from told t where t.tax_code = e.tax_code and t.measure = 'SURVEY'
                        and extract(year from t.act_day) = extract(year from e.surveyed_on))
                union all
                select e.tax_code, e.union_recognised_on, 'UNION' from enterprise e where e.union_recognised_on is not null
                    and not exists (select 1 from told t where t.tax_code = e.tax_code and t.measure = 'UNION')
                union all
                select e.tax_code, e.cell_founded_on, 'CELL' from enterprise e where e.cell_founded_on is not null
                    and not exists (select 1 from told t where t.tax_code = e.tax_code and t.measure = 'CELL'))
            select a.tax_code, a.act_day, a.measure,
                case when a.measure = 'ADMISSION' then 1
                    else row_number() over (partition by a.tax_code, a.measure, extract(year from a.act_day) order by a.act_day) end as of_year,
                case when a.measure = 'ADMISSION' then 1
                    else row_number() over (partition by a.tax_code, a.measure order by a.act_day) end as of_all
            from every a""";

    private static final String ACT = " from year_act a where a.tax_code = r.tax_code and a.measure = m.measure and a.act_day ";

    /** Each row that counts with each measure; what the year reached is not overdue, also where it was before the period. */
    private static final String NUMBERS = """
            with line as (
                select r.tax_code, m.measure, %s as part, coalesce(r.due_on, :yearEnd) as due_day,
                    case when coalesce(r.due_on, :yearEnd) not between :from and :end then null
                        when m.measure = 'ADMISSION' then r.admission_target
                        when r.measures is null then null when r.measures like '%%' || m.measure || '%%' then 1 else 0 end as promised,
                    (select count(*)""" + ACT + """
            between :from and :until and a.of_year = 1) as reached,
                    (select count(*)""" + ACT + """
            between :year and :until and a.of_year = 1) as reached_in_year,
                    (select count(*)""" + ACT + """
            <= :until and a.of_all = 1) as standing
                from plan_row r join enterprise e on e.tax_code = r.tax_code
                join (values ('SURVEY'), ('MEETING'), ('UNION'), ('CELL'), ('ADMISSION')) m(measure) on 1 = 1
                where r.plan_year = :planYear and r.removed_by is null),
            numbers as (
                select line.*, case when promised > 0 and due_day < :today and due_day <= :until and reached_in_year < promised
                    then promised - reached else 0 end as owed
                from line)
            """;

    /** Of each row and measure the acts of the period: the first of an enterprise, each of people. */
    private static final String REACHED = """
            , act as (
                select line.tax_code, line.measure, line.promised, %s as part,
                    row_number() over (partition by a.tax_code, a.measure order by a.act_day) as number
                from line join year_act a on a.tax_code = line.tax_code and a.measure = line.measure
                    and a.of_year = 1 and a.act_day between :from and :until
                join plan_row r on r.tax_code = a.tax_code and r.plan_year = :planYear join enterprise e on e.tax_code = a.tax_code)
            """;

    /** An act takes along what was promised of it; the rest of the promise is of whom the row names today. */
    private static final String PARTS_OF_THE_DAY = """
            select coalesce(part, '') as part, measure, sum(reached) as reached, sum(promised) as promised from (
                select part, measure, 1 as reached, case when number <= promised then 1 else 0 end as promised from act
                union all
                select part, measure, 0, case when promised > reached then promised - reached else 0 end from line) said
            group by coalesce(part, ''), measure""";

    private static final String LATER = """
            from plan_row_change c where c.plan_year = r.plan_year and c.tax_code = r.tax_code and c.field = '%s'
                and cast(c.changed_at at time zone 'Asia/Ho_Chi_Minh' as date) > a.act_day""";

    private final JdbcClient jdbc;
    private final Rest rest;

    PlanYearCount(JdbcClient jdbc, Rest rest) {
        this.jdbc = jdbc;
        this.rest = rest;
        jdbc.sql("create table year_act (tax_code varchar(14), act_day date, measure varchar(20), of_year integer, of_all integer)").update();
        jdbc.sql("create index year_act_row on year_act (tax_code, measure, act_day)").update();
    }

    /** Every number of every period that has begun, whole and by each part, is that of the plain count. */
    void compare(int year, LocalDate today) {
        jdbc.sql("delete from year_act").update();
        jdbc.sql(ACTS).update();
        for (String name : List.of("YEAR", "Q1", "Q2", "Q3", "Q4")) {
            Period period = Period.of(year, name, today);
            if (period.from().isAfter(today)) {
                continue;
            }
            String path = "/api/v1/plans/" + year + "/results?period=" + name + "&by=";
            Map<String, Integer> outside = countedOutside(period);
            PARTS.forEach((by, part) -> {
                JsonNode answer = rest.get(path + by).ok().json();
                assertThat(told(answer, by)).as("%s of %s by %s on %s", name, year, by, today).isEqualTo(counted(period, by, part));
                assertThat(toldOutside(answer)).as("%s of %s outside the plan, beside %s on %s", name, year, by, today)
                        .isEqualTo(outside);
            });
            JsonNode answer = rest.get(path + "row").ok().json();
            assertThat(toldOfRows(answer)).as("%s of %s, each row, on %s", name, year, today).isEqualTo(countedOfRows(period));
        }
    }

    /** The rows that did not reach all they promised, each with what it owes as the next year's row would promise it. */
    Map<String, String> unfinished(int year, LocalDate today) {
        Map<String, Map<String, Integer>> owed = new TreeMap<>();
        jdbc.sql(NUMBERS.formatted("''") + "select tax_code, measure, promised - reached as owed from numbers where promised > reached")
                .params(Period.of(year, "YEAR", today).values())
                .query((row, number) -> owed.computeIfAbsent(row.getString("tax_code"), code -> new TreeMap<>())
                        .put(row.getString("measure"), row.getInt("owed"))).list();
        Map<String, String> unfinished = new TreeMap<>();
        owed.forEach((code, measures) -> unfinished.put(code, String.join(",", MEASURES.stream()
                .filter(measure -> !measure.equals("ADMISSION") && measures.containsKey(measure)).toList())
                + " " + measures.getOrDefault("ADMISSION", 0)));
        return unfinished;
    }

    /** A period as it stands on a day. */
    private record Period(int year, String name, LocalDate from, LocalDate end, LocalDate until, LocalDate today) {

        static Period of(int year, String name, LocalDate today) {
            LocalDate from = LocalDate.of(year, name.equals("YEAR") ? 1 : 3 * Integer.parseInt(name.substring(1)) - 2, 1);
            LocalDate end = from.plusMonths(name.equals("YEAR") ? 12 : 3).minusDays(1);
            return new Period(year, name, from, end, today.isBefore(end) ? today : end, today);
        }

        Period before() {
            return new Period(year - 1, name, from.minusYears(1), end.minusYears(1), until.minusYears(1), today);
        }

        Map<String, Object> values() {
            return Map.of("planYear", year, "from", from, "end", end, "until", until, "today", today, "year", from.withDayOfYear(1),
                    "yearEnd", LocalDate.of(year, 12, 31));
        }
    }

    // --- what is answered ----------------------------------------------------------------------------------------------

    private static Map<String, String> told(JsonNode answer, String by) {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode group : answer.get("items")) {
            for (JsonNode each : group.get("measures")) {
                String measure = each.get("measure").asText();
                told.put(group.get("key").asText() + " " + measure, numbers(group.get("enterprises"), said(each.get("promised"), by),
                        each.get("reached"), each.get("standing"), each.get("percent"), said(each.get("missing"), by),
                        each.get("overdue"), OF_THE_DAY.contains(by) ? "" : each.get("lastYear")));
            }
        }
        return told;
    }

    /** To promise nothing and to say nothing of it is the same by member and unit. */
    private static Object said(JsonNode number, String by) {
        return number.isNull() && OF_THE_DAY.contains(by) ? Integer.valueOf(0) : number;
    }

    private static Map<String, String> toldOfRows(JsonNode answer) {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode row : answer.get("items")) {
            for (JsonNode each : row.get("measures")) {
                String measure = each.get("measure").asText();
                told.put(row.get("taxCode").asText() + " " + measure, numbers(each.get("promised"), each.get("reached"),
                        each.get("standing"), each.get("overdue")));
            }
        }
        return told;
    }

    private static Map<String, Integer> toldOutside(JsonNode answer) {
        Map<String, Integer> told = new TreeMap<>();
        answer.get("outsidePlan").forEach(each -> told.put(each.get("measure").asText(), each.get("reached").asInt()));
        return told;
    }

    private static String numbers(Object... numbers) {
        return Stream.of(numbers).map(String::valueOf).toList().toString();
    }

    // --- the plain count -----------------------------------------------------------------------------------------------

    private record Credit(int reached, int promised) {}

    private Map<String, String> counted(Period period, String by, String part) {
        Map<String, Credit> credits = credits(period, by, part);
        Map<String, Credit> before = OF_THE_DAY.contains(by) ? Map.of() : credits(period.before(), by, part);
        Map<String, String> counted = new TreeMap<>();
        // Who has acts and no rows any more is a part with all its measures.
        List.copyOf(credits.keySet()).forEach(key -> MEASURES.forEach(measure ->
                credits.putIfAbsent(key.substring(0, key.lastIndexOf(' ') + 1) + measure, new Credit(0, 0))));
        credits.forEach((key, credit) -> counted.put(key, numbers(0, credit.promised(), credit.reached(), 0, percent(credit.promised(), credit.reached()),
                Math.max(0, credit.promised() - credit.reached()), 0, "")));
        jdbc.sql(NUMBERS.formatted(part) + """
                select coalesce(part, '') as part, measure, count(*) as enterprises, sum(promised) as promised, sum(standing) as standing,
                    sum(owed) as owed from numbers group by part, measure""").params(period.values()).query(row -> {
            String measure = row.getString("measure");
            String key = row.getString("part") + " " + measure;
            Credit credit = credits.getOrDefault(key, new Credit(0, 0));
            Object ofRows = row.getObject("promised");
            Integer promised = OF_THE_DAY.contains(by) ? Integer.valueOf(credit.promised())
                    : by.equals("total") && period.name().equals("YEAR") ? target(period.year(), measure)
                    : ofRows == null ? null : Integer.valueOf(ofRows.toString());
            counted.put(key, numbers(row.getInt("enterprises"), promised, credit.reached(), row.getInt("standing"),
                    percent(promised, credit.reached()), promised == null ? null : Math.max(0, promised - credit.reached()),
                    row.getInt("owed"),
                    OF_THE_DAY.contains(by) ? "" : before.getOrDefault(key, new Credit(0, 0)).reached()));
        });
        return counted;
    }

    private static Integer percent(Integer promised, int reached) {
        return promised == null || promised == 0 ? null : Integer.valueOf(100 * reached / promised);
    }

    private Map<String, Credit> credits(Period period, String by, String part) {
        Map<String, Credit> credits = new TreeMap<>();
        String then = OF_THE_DAY.contains(by) ? onTheDay(part, by.equals("member") ? "responsibleMember" : "unit") : part;
        jdbc.sql(NUMBERS.formatted(part) + REACHED.formatted(then) + PARTS_OF_THE_DAY).params(period.values()).query(row -> {
            credits.put(row.getString("part") + " " + row.getString("measure"), new Credit(row.getInt("reached"), row.getInt("promised")));
        });
        return credits;
    }

    private static String onTheDay(String column, String field) {
        String later = LATER.formatted(field);
        return "case when exists (select 1 " + later + ") then (select c.old_value " + later
                + " order by c.id fetch first 1 rows only) else " + column + " end";
    }

    private Map<String, String> countedOfRows(Period period) {
        Map<String, String> counted = new TreeMap<>();
        jdbc.sql(NUMBERS.formatted("''") + "select * from numbers").params(period.values()).query(row -> {
            String measure = row.getString("measure");
            counted.put(row.getString("tax_code") + " " + measure, numbers(row.getObject("promised"), row.getInt("reached"),
                    row.getInt("standing"), row.getInt("owed") > 0));
        });
        return counted;
    }

    private Map<String, Integer> countedOutside(Period period) {
        Map<String, Integer> counted = new TreeMap<>();
        MEASURES.forEach(measure -> counted.put(measure, 0));
        jdbc.sql("""
                select a.measure, count(*) as reached from year_act a where a.of_year = 1 and a.act_day between :from and :until
                    and not exists (select 1 from plan_row r where r.tax_code = a.tax_code and r.plan_year = :planYear and r.removed_by is null)
                group by a.measure""").params(period.values()).query(row -> {
            counted.put(row.getString("measure"), row.getInt("reached"));
        });
        return counted;
    }

    private Integer target(int year, String measure) {
        return jdbc.sql("select target_%ss from plan where plan_year = ?".formatted(measure.toLowerCase())).param(year)
                .query(Integer.class).optional().orElse(null);
    }

    @Override
    public void close() {
        jdbc.sql("drop table year_act").update();
    }
}
