package vn.outreach.register.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.LedgerFixture;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.Result;
import vn.outreach.register.ledger.Source;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.testing.TestDatabase;

/** What counts as reached: by the day of the act, corrected, each enterprise once a year and each person. */
@Tag("both-databases")
class AchievementsTest {

    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final List<ReachingStep> STEPS = List.of(
            new ReachingStep(Measure.SURVEY, "survey", "conductSurvey", Set.of("YES", "COMPLETED")),
            new ReachingStep(Measure.UNION, "unionFounding", "recordUnionDecision", Set.of("YES")),
            new ReachingStep(Measure.CELL, "partyCellFounding", "announceCell", Set.of()),
            new ReachingStep(Measure.ADMISSION, "memberAdmission", "holdCeremony", Set.of()));

    private final TestDatabase database = TestDatabase.migrated();
    private final Achievements achievements = new Achievements(database.jdbc(), STEPS);
    private final AchievementFold fold = AchievementsFixture.fold(database);
    private final Ledger ledger = LedgerFixture.on(database, CLOCK, achievements);
    private final AtomicInteger activities = new AtomicInteger();

    AchievementsTest() {
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        RegisterFixture.add(database, CLOCK, SHOES, "officer2");
    }

    @AfterEach
    void close() {
        assertThat(achievements.differences()).as("counted act by act and as a whole").isZero();
        assertThat(fold.differences()).as("folded").isZero();
        fold.pass();
        assertThat(fold.differences()).as("folded at the end").isZero();
        database.close();
    }

    @Test
    void theDayOfTheAct_saysTheYear_andTheFirstOfAYearCounts() {
        survey(STEEL, YesNo.YES, "2025-12-30");
        survey(STEEL, YesNo.NO, "2026-02-01");
        survey(STEEL, YesNo.YES, "2026-05-06");
        survey(STEEL, YesNo.YES, "2026-09-01");

        Reached first = only(Measure.SURVEY, "2026-04-01", "2026-06-30");
        assertThat(first.firstOn()).isEqualTo("2025-12-30");
        assertThat(first.inYearOn()).isEqualTo("2026-05-06");
        assertThat(first.in(LocalDate.of(2026, 4, 1))).isOne();
        assertThat(first.doneBy()).isEqualTo("officer1");
        assertThat(first.outsideCase()).isFalse();
        Reached third = only(Measure.SURVEY, "2026-07-01", "2026-09-30");
        assertThat(third.in(LocalDate.of(2026, 7, 1))).as("the second survey of the year").isZero();
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-03-31").inYearOn()).isNull();
    }

    @Test
    void peopleCountEach() {
        record("memberAdmission", "holdCeremony", STEEL, Done.DONE, "2026-03-03", "C-1");
        record("memberAdmission", "holdCeremony", STEEL, Done.DONE, "2026-06-18", "C-2");
        record("memberAdmission", "holdCeremony", SHOES, Done.DONE, "2026-06-18", "C-3");

        assertThat(only(Measure.ADMISSION, "2026-04-01", "2026-12-31").in(LocalDate.of(2026, 4, 1))).isOne();
        assertThat(only(Measure.ADMISSION, "2026-01-01", "2026-12-31").in(LocalDate.of(2026, 1, 1))).isEqualTo(2);
        assertThat(others("2026-04-01", "2026-12-31")).isEqualTo(Map.of(Measure.ADMISSION, 1));
        assertThat(others("2026-07-01", "2026-12-31")).isEmpty();
    }

    @Test
    void aCorrectionMovesTheDay_takesTheActAway_andBringsItBack() {
        Outcome act = survey(STEEL, YesNo.YES, "2026-05-06");
        correct(act, "YES", "2025-05-06");
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").inYearOn()).isNull();

        Outcome away = correct(act, "NO", "2026-05-07");
        assertThat(of("2026-01-01", "2026-11-23")).isEmpty();

        Outcome back = correct(away, "YES", "2026-05-08");
        assertThat(back.corrects()).as("a correction of a correction").isEqualTo(act.id());
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").inYearOn()).isEqualTo("2026-05-08");
    }

    @Test
    void whatWasNoActMayBecomeOne() {
        Outcome refused = survey(STEEL, YesNo.NO, "2026-05-06");
        assertThat(of("2026-01-01", "2026-11-23")).isEmpty();
        correct(refused, "YES", null);
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").inYearOn()).isEqualTo("2026-05-06");
    }

    @Test
    void aDayThatOnlyTheRegisterHas_countsOnce() {
        register(STEEL, "union_recognised_on", "2026-02-02");
        register(STEEL, "surveyed_on", "2026-02-03");
        register(SHOES, "cell_founded_on", "2026-02-04");
        assertThat(of("2026-01-01", "2026-11-23")).extracting(Reached::measure, Reached::outsideCase)
                .containsExactlyInAnyOrder(tuple(Measure.SURVEY, true),
                        tuple(Measure.UNION, true));
        assertThat(others("2026-01-01", "2026-11-23")).isEqualTo(Map.of(Measure.CELL, 1));

        record("unionFounding", "recordUnionDecision", STEEL, YesNo.YES, "2025-10-10", null);
        survey(STEEL, YesNo.YES, "2026-03-03");
        assertThat(only(Measure.UNION, "2026-01-01", "2026-11-23").inYearOn()).as("founded last year").isNull();
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").inYearOn()).isEqualTo("2026-03-03");
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").outsideCase()).isFalse();
    }

    @Test
    void aRowThatIsMissingOrWrong_isADifference_untilTheResultsAreRebuilt() {
        survey(STEEL, YesNo.YES, "2026-05-06");
        correct(survey(SHOES, YesNo.YES, "2026-05-06"), "YES", "2026-05-07");
        database.jdbc().sql("update plan_result set reached_on = date '2026-01-01' where tax_code = ?").param(STEEL).update();
        assertThat(achievements.differences()).isOne();
        database.jdbc().sql("delete from plan_result where tax_code = ?").param(SHOES).update();
        assertThat(achievements.differences()).isEqualTo(2);

        assertThat(achievements.rebuild()).isEqualTo(2);
        assertThat(only(Measure.SURVEY, "2026-01-01", "2026-11-23").inYearOn()).isEqualTo("2026-05-06");
    }

    @Test
    void aFoldThatIsMissingOrWrong_isADifference_untilItIsRefilled() {
        fold.follow(2026, List.of(STEEL, SHOES));
        survey(STEEL, YesNo.YES, "2026-05-06");
        record("memberAdmission", "holdCeremony", SHOES, Done.DONE, "2025-03-03", "C-1");
        fold.pass();
        assertThat(fold.differences()).isZero();
        database.jdbc().sql("update reached_day set number = 7 where measure = 'ADMISSION'").update();
        assertThat(fold.differences()).as("the sum of a day, twice").isEqualTo(2);
        database.jdbc().sql("update reached_year set survey_on = null where tax_code = ?").param(STEEL).update();
        assertThat(fold.differences()).as("and an enterprise's year, twice").isEqualTo(4);
        database.jdbc().sql("delete from reached_first where tax_code = ?").param(SHOES).update();
        assertThat(fold.differences()).as("and a first day, for the enterprise, the day and the year").isGreaterThan(4);

        fold.refill();

        assertThat(fold.differences()).isZero();
        assertThat(others("2025-01-01", "2025-12-31")).isEqualTo(Map.of(Measure.ADMISSION, 1));
    }

    /** An act that is folded, moved, and folded again is where it is now, and nowhere else. */
    @Test
    void whatIsFolded_followsTheCorrections() {
        fold.follow(2026, List.of(STEEL));
        Outcome act = survey(STEEL, YesNo.YES, "2026-05-06");
        register(SHOES, "union_recognised_on", "2026-02-02");
        fold.pass();
        assertThat(days()).containsExactly("SURVEY 2026-05-06 1", "UNION 2026-02-02 1");
        correct(act, "YES", "2026-04-01");
        record("unionFounding", "recordUnionDecision", SHOES, YesNo.YES, "2024-10-10", null);
        assertThat(days()).as("not folded yet").containsExactly("SURVEY 2026-05-06 1", "UNION 2026-02-02 1");
        assertThat(others("2026-01-01", "2026-12-31")).as("but counted").isEmpty();
        fold.pass();
        assertThat(days()).containsExactly("SURVEY 2026-04-01 1", "UNION 2024-10-10 1");
        assertThat(database.jdbc().sql("select survey_on from reached_year where act_year = 2026 and tax_code = ?")
                .param(STEEL).query(LocalDate.class).single()).isEqualTo("2026-04-01");
    }

    private List<String> days() {
        return database.jdbc().sql("select measure || ' ' || reached_on || ' ' || number from reached_day where number <> 0 order by 1")
                .query(String.class).list();
    }

    /** The migration's own count of the ledger that was there before it. */
    @Test
    void theYearsBeforeTheMigration_areCountedByIt() throws Exception {
        Ledger before = LedgerFixture.on(database, CLOCK);
        for (String step : List.of("survey.conductSurvey=COMPLETED", "survey.conductSurvey=REFUSED",
                "ownerPersuasion.meetOwner=DEFERRED", "ownerPersuasion.meetOwner=UNREACHABLE",
                "unionFounding.recordUnionDecision=RECOGNISED", "unionFounding.recordUnionDecision=DEFECTS",
                "partyCellFounding.announceCell=DONE", "memberAdmission.holdCeremony=ADMITTED_PROBATIONARY",
                "partyCellFounding.prepareFoundingFile=DONE")) {
            String[] parts = step.split("[.=]");
            record(before, parts[0], parts[1], STEEL, () -> parts[2], "2026-03-03", null);
        }
        Outcome late = record(before, "survey", "conductSurvey", SHOES, () -> "REFUSED", "2026-03-03", null);
        LedgerFixture.correct(database, before, late, "COMPLETED", LocalDate.of(2026, 3, 4));
        String migration = new ClassPathResource("db/migration/common/V040__plan_result.sql")
                .getContentAsString(StandardCharsets.UTF_8);

        database.jdbc().sql(migration.substring(migration.indexOf("insert into"))).update();

        assertThat(database.jdbc().sql("select measure || ' ' || tax_code || ' ' || reached_on from plan_result order by 1")
                .query(String.class).list()).containsExactly("ADMISSION 0100047516 2026-03-03", "CELL 0100047516 2026-03-03",
                "MEETING 0100047516 2026-03-03", "SURVEY 0100047516 2026-03-03", "SURVEY 0100233488 2026-03-04",
                "UNION 0100047516 2026-03-03");
        database.jdbc().sql("delete from plan_result where measure in ('MEETING', 'UNION')").update();
        achievements.rebuild();
    }

    private Reached only(Measure measure, String from, String until) {
        return of(from, until).stream().filter(each -> each.measure() == measure).findFirst().orElseThrow();
    }

    private List<Reached> of(String from, String until) {
        return achievements.of(List.of(STEEL), LocalDate.parse(from), LocalDate.parse(until));
    }

    private Map<Measure, Integer> others(String from, String until) {
        return achievements.ofOthers(
                of(from, until).stream().collect(Collectors.toMap(Reached::measure, each -> each.in(LocalDate.parse(from)))),
                LocalDate.parse(from), LocalDate.parse(until));
    }

    private void register(String taxCode, String column, String day) {
        database.jdbc().sql("update enterprise set " + column + " = ? where tax_code = ?")
                .params(LocalDate.parse(day), taxCode).update();
    }

    private Outcome survey(String taxCode, Result result, String day) {
        return record("survey", "conductSurvey", taxCode, result, day, null);
    }

    private Outcome correct(Outcome wrong, String result, String day) {
        return LedgerFixture.correct(database, ledger, wrong, result, day == null ? null : LocalDate.parse(day));
    }

    private Outcome record(String phase, String step, String taxCode, Result result, String day, String candidate) {
        return record(ledger, phase, step, taxCode, result, day, candidate);
    }

    private Outcome record(Ledger into, String phase, String step, String taxCode, Result result, String day, String candidate) {
        return into.record(new LedgerEntry(phase, step, "p-" + taxCode + phase, "c-1", "a-" + activities.incrementAndGet(),
                taxCode, candidate, null, 2026, Source.PERSON, "officer1", LocalDate.now(CLOCK), Map.of()), result,
                LocalDate.parse(day));
    }
}
