package vn.outreach.lifecycle.plan.result;

import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.row.PlanRows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.OutreachApplication;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.lifecycle.plan.PlanFixture;
import vn.outreach.register.achievement.AchievementFold;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerFixture;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** Whatever was recorded and corrected, in whatever order: the results are what a plain count of the ledger gives. */
@Tag("both-databases")
class PlanResultRecountTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final int YEAR = 2026;
    private static final int ENTERPRISES = 24;
    private static final int PLANNED = 16;
    private static final List<ReachingStep> STEPS = AchievementsFixture.steps("YES");

    /** Each step's row as its last correction says it, and the register's days that no row of the ledger tells. */
    private static final String ACT = """
            insert into act (tax_code, act_day, measure)
            with said as (
                select o.tax_code, o.step,
                    coalesce((select c.result from outcome c where c.corrects = o.id order by c.id desc fetch first 1 rows only), o.result) as result,
                    coalesce((select c.occurred_on from outcome c where c.corrects = o.id order by c.id desc fetch first 1 rows only), o.occurred_on) as act_day
                from outcome o where o.corrects is null),
            told as (
                select tax_code, act_day, case step when 'conductSurvey' then 'SURVEY' when 'meetOwner' then 'MEETING'
                    when 'recordUnionDecision' then 'UNION' when 'announceCell' then 'CELL' else 'ADMISSION' end as measure
                from said where result = 'YES' or step in ('announceCell', 'holdCeremony')),
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
            select tax_code, act_day, measure from every""";
    private static final String OF_ROW = " from act a where a.tax_code = r.tax_code and a.measure = :measure and a.act_day ";
    private static final String ENTERPRISES_REACHED = "case when exists (select 1" + OF_ROW + "between :from and :until)"
            + " and not exists (select 1" + OF_ROW + "between :year and :before) then 1 else 0 end";
    private static final String HOLDER = """
            coalesce((select coalesce(c.old_value, '') from plan_row_change c where c.plan_year = r.plan_year and c.tax_code = r.tax_code
                and c.field = 'responsibleMember' and c.amendment_id is not null and cast(c.changed_at as date) > r.act_day
                order by c.id fetch first 1 rows only), r.responsible_member, '')""";
    private static final String PEOPLE_REACHED = "(select count(*)" + OF_ROW + "between :from and :until)";

    private final TestDatabase database = TestDatabase.migrated();
    private final Achievements achievements = AchievementsFixture.on(database, STEPS);
    private final Ledger ledger = LedgerFixture.on(database, CLOCK, achievements);
    private final AchievementFold fold = AchievementsFixture.fold(database);
    private final PlanResults results = PlanFixture.results(database, achievements, ids -> Map.of());

    @AfterEach
    void close() {
        database.close();
    }

    /** Some of the acts are folded into days when the questions come, some are not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyNumberIsThatOfAPlainCount(long seed) {
        Random random = new Random(seed);
        register(random);
        plan(random, YEAR);
        plan(random, YEAR - 1);
        fold.pass();
        acts(random, 240);
        fold.pass();
        acts(random, 15);
        handOver(random);
        database.jdbc().sql("create table act (tax_code varchar(14), act_day date, measure varchar(20))").update();
        database.jdbc().sql(ACT).update();
        assertThat(unfolded()).as("enterprises that are counted act by act").isBetween(5, ENTERPRISES - 1);
        theNumbersAreThoseOfAPlainCount(random, 3);
        fold.pass();
        assertThat(unfolded()).isZero();
        theNumbersAreThoseOfAPlainCount(random, 3);
    }

    private int unfolded() {
        return database.jdbc().sql("select count(distinct tax_code) from reached_changed").query(Integer.class).single();
    }

    private void theNumbersAreThoseOfAPlainCount(Random random, int questions) {
        for (int i = 0; i < questions; i++) {
            PlanPeriod period = PlanPeriod.values()[random.nextInt(PlanPeriod.values().length)];
            LocalDate cutOff = period.first(YEAR).plusDays(random.nextInt(120));
            Question question = new Question(YEAR, period, cutOff.isAfter(TODAY) ? TODAY : cutOff, TODAY);
            equalsThePlainCount(question, Grouping.TOTAL);
            equalsThePlainCount(question, Grouping.ZONE);
            outsideEqualsThePlainCount(question);
            eachMemberHasWhatWasReachedInTheirDays(question);
        }
    }

    /** The row's member on the day of the act, as the versions of the row say it. */
    private void eachMemberHasWhatWasReachedInTheirDays(Question question) {
        List<PlanResults.Group> groups = results.groups(question, Grouping.MEMBER);
        for (Measure measure : Measure.values()) {
            String acts = measure.countsPeople()
                    ? "select r.plan_year, r.tax_code, r.responsible_member, a.act_day from plan_row r join act a on a.tax_code = r.tax_code"
                            + " and a.measure = :measure and a.act_day between :from and :until where r.plan_year = :planYear"
                    : "select r.plan_year, r.tax_code, r.responsible_member, min(a.act_day) as act_day from plan_row r join act a"
                            + " on a.tax_code = r.tax_code and a.measure = :measure and a.act_day between :year and :until"
                            + " where r.plan_year = :planYear group by r.plan_year, r.tax_code, r.responsible_member having min(a.act_day) >= :from";
            Map<String, Integer> counted = new TreeMap<>();
            database.jdbc().sql("select part, count(*) from (select " + HOLDER + " as part from (" + acts + ") r) credited group by part")
                    .params(values(question, measure)).query((row, number) -> counted.put(row.getString(1), row.getInt(2))).list();
            assertThat(groups.stream().filter(group -> group.measures().get(measure.ordinal()).reached() > 0)
                    .collect(Collectors.toMap(PlanResults.Group::key, group -> group.measures().get(measure.ordinal()).reached())))
                    .as("%s by member, %s", measure, question).isEqualTo(counted);
        }
        sumsAreThoseOfTheWhole(question, groups);
        sumsAreThoseOfTheWhole(question, results.groups(question, Grouping.UNIT));
    }

    private void sumsAreThoseOfTheWhole(Question question, List<PlanResults.Group> groups) {
        Map<Measure, Integer> promised = results.rows(question).stream().flatMap(row -> row.measures().stream())
                .collect(Collectors.toMap(RowResult.Line::measure, line -> Objects.requireNonNullElse(line.promised(), 0), Integer::sum));
        Map<Measure, Integer> overdue = results.rows(question).stream().flatMap(row -> row.measures().stream())
                .collect(Collectors.toMap(RowResult.Line::measure, line -> line.overdue() ? line.missing() : 0, Integer::sum));
        for (Measure measure : Measure.values()) {
            List<MeasureResult> parts = groups.stream().map(group -> group.measures().get(measure.ordinal())).toList();
            assertThat(parts.stream().mapToInt(each -> Objects.requireNonNullElse(each.promised(), 0)).sum())
                    .as("%s promised, %s", measure, question).isEqualTo(promised.get(measure));
            assertThat(parts.stream().mapToInt(MeasureResult::overdue).sum())
                    .as("%s overdue, %s", measure, question).isEqualTo(overdue.get(measure));
        }
    }

    private void equalsThePlainCount(Question question, Grouping by) {
        List<PlanResults.Group> groups = results.groups(question, by);
        for (Measure measure : Measure.values()) {
            String reached = measure.countsPeople() ? PEOPLE_REACHED : ENTERPRISES_REACHED;
            String standing = measure.countsPeople()
                    ? "(select count(*)" + OF_ROW + "<= :until)"
                    : "case when exists (select 1" + OF_ROW + "<= :until) then 1 else 0 end";
            String asked = "r.due_on between :from and :end";
            String promised = measure.countsPeople()
                    ? "case when " + asked + " then coalesce(r.admission_target, 0) else 0 end"
                    : "case when " + asked + " and r.measures like '%" + measure + "%' then 1 else 0 end";
            String overdue = "case when " + asked + " and r.measures like '%" + measure + "%' and r.due_on < :today and r.due_on <= :until"
                    + " and not exists (select 1" + OF_ROW + "between :year and :until) then 1 else 0 end";
            assertNumbers(question, by, measure, groups, "reached", reached, MeasureResult::reached);
            assertNumbers(question, by, measure, groups, "standing", standing, MeasureResult::standing);
            assertNumbers(question, by, measure, groups, "promised", promised, each -> Objects.requireNonNullElse(each.promised(), 0));
            if (!measure.countsPeople()) {
                assertNumbers(question, by, measure, groups, "overdue", overdue, MeasureResult::overdue);
            }
            Map<String, Integer> before = counted(question.lastYear(), by, measure, reached);
            assertThat(groups).as("%s of last year by %s, %s", measure, by, question).allSatisfy(group -> assertThat(
                    group.measures().get(measure.ordinal()).lastYear()).isEqualTo(before.getOrDefault(group.key(), 0)));
        }
    }

    private void assertNumbers(Question question, Grouping by, Measure measure, List<PlanResults.Group> groups, String what, String sql,
            ToIntFunction<MeasureResult> number) {
        Map<String, Integer> told = groups.stream().collect(Collectors.toMap(PlanResults.Group::key,
                group -> number.applyAsInt(group.measures().get(measure.ordinal())), Integer::sum, TreeMap::new));
        assertThat(told).as("%s %s by %s, %s", measure, what, by, question).isEqualTo(counted(question, by, measure, sql));
    }

    private Map<String, Integer> counted(Question question, Grouping by, Measure measure, String sql) {
        String key = switch (by) {
            case ZONE -> "coalesce(e.zone, '')";
            default -> "''";
        };
        Map<String, Integer> counted = new TreeMap<>();
        database.jdbc().sql("with n as (select " + key + " as part, " + sql + " as number"
                        + " from plan_row r join enterprise e on e.tax_code = r.tax_code where r.plan_year = :planYear)"
                        + " select part, sum(number) from n group by part")
                .params(values(question, measure))
                .query((row, number) -> counted.put(row.getString(1), row.getInt(2))).list();
        return counted;
    }

    private void outsideEqualsThePlainCount(Question question) {
        List<PlanResults.Outside> outside = results.outside(question, results.groups(question, Grouping.TOTAL));
        for (Measure measure : Measure.values()) {
            Integer counted = database.jdbc().sql("select coalesce(sum("
                            + (measure.countsPeople() ? PEOPLE_REACHED : ENTERPRISES_REACHED) + "), 0) from enterprise r"
                            + " where not exists (select 1 from plan_row p where p.tax_code = r.tax_code and p.plan_year = :planYear)")
                    .params(values(question, measure)).query(Integer.class).single();
            assertThat(outside.get(measure.ordinal()).reached()).as("%s outside, %s", measure, question).isEqualTo(counted);
        }
    }

    private static Map<String, Object> values(Question question, Measure measure) {
        return Map.of("planYear", question.year(), "measure", measure.name(), "from", question.from(), "until", question.last(),
                "year", question.from().withDayOfYear(1), "before", question.from().minusDays(1),
                "end", question.period().last(question.year()), "today", TODAY);
    }

    // --- a past --------------------------------------------------------------------------------------------------------

    private static String code(int number) {
        return "0300588%03d".formatted(number);
    }

    private void register(Random random) {
        for (int i = 0; i < ENTERPRISES; i++) {
            RegisterFixture.add(database, CLOCK, code(i), "officer1");
            RegisterFixture.put(database, CLOCK, code(i), EnterpriseField.ZONE, "Khu " + i % 3);
            for (EnterpriseField field : List.of(EnterpriseField.SURVEYED_ON, EnterpriseField.UNION_RECOGNISED_ON, EnterpriseField.CELL_FOUNDED_ON)) {
                if (random.nextInt(4) == 0) {
                    RegisterFixture.put(database, CLOCK, code(i), field, day(random));
                }
            }
        }
    }

    private void plan(Random random, int year) {
        database.jdbc().sql("insert into plan (plan_year, status) values (?, 'APPROVED')").param(year).update();
        for (int i = 0; i < PLANNED; i++) {
            String measures = List.of(Measure.values()).stream().filter(measure -> random.nextBoolean()).map(Measure::name)
                    .collect(Collectors.joining(","));
            database.jdbc().sql("""
                    insert into plan_row (plan_year, tax_code, responsible_member, unit, admission_target, measures, due_on, status)
                    values (?, ?, ?, ?, ?, ?, ?, 'STARTED')""")
                    .params(year, code(i), random.nextInt(8) == 0 ? null : "officer" + random.nextInt(3), "Ban " + random.nextInt(3),
                            random.nextInt(4), measures.isEmpty() ? "SURVEY" : measures, LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)))
                    .update();
        }
        // The last row of each plan came past the plan's own writer.
        fold.follow(year, java.util.stream.IntStream.range(0, PLANNED - 1).mapToObj(PlanResultRecountTest::code).toList());
    }

    private void acts(Random random, int count) {
        List<Outcome> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ReachingStep step = STEPS.get(random.nextInt(STEPS.size()));
            acts.add(ledger.record(
                    AchievementsFixture.entry(step, code(random.nextInt(ENTERPRISES)), "a" + random.nextLong(), "officer" + random.nextInt(3)),
                    YesNo.of(random.nextInt(4) > 0), day(random)));
            if (random.nextInt(4) == 0) {
                Outcome wrong = acts.get(random.nextInt(acts.size()));
                acts.add(LedgerFixture.correct(database, ledger, wrong, random.nextBoolean() ? "YES" : "NO",
                        random.nextBoolean() ? day(random) : null));
            }
        }
    }

    /** Rows go from hand to hand while their plan runs, some twice. */
    private void handOver(Random random) {
        for (int i = 0; i < 14; i++) {
            String code = code(random.nextInt(PLANNED));
            int year = YEAR - random.nextInt(2);
            String before = database.jdbc().sql("select responsible_member from plan_row where plan_year = ? and tax_code = ?")
                    .params(year, code).query(String.class).optional().orElse(null);
            String after = "officer" + random.nextInt(5);
            database.jdbc().sql("update plan_row set responsible_member = ? where plan_year = ? and tax_code = ?")
                    .params(after, year, code).update();
            database.jdbc().sql("""
                    insert into plan_row_change (plan_year, tax_code, field, old_value, new_value, amendment_id, changed_by, changed_at)
                    values (?, ?, 'responsibleMember', ?, ?, 1, 'organisation', ?)""")
                    .params(year, code, before, after, java.sql.Timestamp.from(LocalDate.of(year, 1 + i * 12 / 14, 1 + random.nextInt(28))
                            .atTime(5, 0).toInstant(java.time.ZoneOffset.UTC))).update();
        }
    }

    private static LocalDate day(Random random) {
        return TODAY.minusDays(random.nextInt(1000));
    }
}
