package vn.outreach.lifecycle.plan.row;

import vn.outreach.lifecycle.plan.head.PlanYears;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.rules.RulesFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** A row says why it stands where it stands, and what is tried out agrees with what a real change then does. */
@Tag("both-databases")
class PlanRankingTest {

    private static final int YEAR = 2027;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final String PREVIEW = "/api/v1/plans/" + YEAR + "/ranking:preview";

    private final TestDatabase database = TestDatabase.migrated();
    private final PlanRanking ranking = new PlanRanking(
            database.jdbc(), new JdbcTemplate(database.dataSource()), RulesFixture.rules(), 500);
    private final Api api = new Api();
    private int enterprises;

    PlanRankingTest() {
        database.jdbc().sql("insert into plan (plan_year, status) values (?, 'DRAFT')").param(YEAR).update();
        api.serving(new PlanRankingController(new PlanRows(database.jdbc()), ranking, new PlanYears(CLOCK)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSentenceSaysFactsThresholdAndPlace() {
        planned("2026-02-06", "EASY", "2015-06-15", 2000);
        String second = planned("2026-02-06", "EASY", "2015-06-15", 1250);
        String unknown = planned("2026-02-06", null, null, null);
        String unsurveyed = planned(null, "EASY", "2015-06-15", 12500);
        assertThat(sentence(second)).isEqualTo("Hạng 1: khảo sát 06/02/2026, dễ tiếp cận, công đoàn từ 15/06/2015,"
                + " 1.250 lao động (ngưỡng 500). Thứ 2 trong hạng theo số lao động.");
        assertThat(sentence(unknown)).isEqualTo("Hạng 5: khảo sát 06/02/2026, chưa rõ mức độ tiếp cận (coi như khó),"
                + " chưa có công đoàn, chưa rõ số lao động (ngưỡng 500). Thứ 1 trong hạng theo số lao động.");
        assertThat(sentence(unsurveyed)).isEqualTo("Hạng 6: chưa khảo sát, công đoàn từ 15/06/2015,"
                + " 12.500 lao động (ngưỡng 500). Thứ 1 trong hạng theo số lao động.");
    }

    @Test
    void equalRanksGoByWorkers_thenByTaxCode() {
        String first = planned(null, null, null, 40);
        String second = planned(null, null, null, 40);
        String largest = planned(null, null, null, 41);
        String unknown = planned(null, null, null, null);
        assertThat(ranking.today(YEAR)).extracting(RankedRow::taxCode).containsExactly(largest, first, second, unknown);
        assertThat(ranking.today(YEAR)).extracting(RankedRow::place).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aPlanHasAThresholdOfItsOwn() {
        String small = planned("2026-02-06", "EASY", "2015-06-15", 300);
        assertThat(rank(small)).isEqualTo(2);
        threshold(300);
        assertThat(rank(small)).isEqualTo(1);
        assertThat(sentence(small)).contains("300 lao động (ngưỡng 300)");
    }

    @Test
    void whatWasFrozen_staysWhateverIsEnteredLater() {
        String code = planned("2026-02-06", "HARD", null, 700);
        String gone = planned(null, null, null, 10);
        database.jdbc().sql("update plan_row set removed_by = 'organisation' where tax_code = ?").param(gone).update();
        ranking.freeze(YEAR, TODAY);
        RegisterFixture.put(database, CLOCK, code, EnterpriseField.ACCESSIBILITY, Accessibility.EASY);
        threshold(900);
        assertThat(row(code)).containsEntry("priority", 5).containsEntry("rank_place", 1).containsEntry("rank_workers", 700)
                .containsEntry("rank_many_workers", 500).containsEntry("rank_accessibility", "HARD")
                .containsEntry("rank_union_on", null);
        assertThat(row(code).get("ranked_on").toString()).isEqualTo("2026-11-23");
        assertThat(row(code).get("rank_surveyed_on").toString()).isEqualTo("2026-02-06");
        assertThat(row(code).get("rank_reason").toString()).startsWith("Hạng 5: khảo sát 06/02/2026, khó tiếp cận");
        assertThat(rank(code)).as("today's").isEqualTo(3);
        assertThat(row(gone)).as("a row that was taken out").containsEntry("priority", null);
    }

    // --- tried out -----------------------------------------------------------------------------------------------------

    @Test
    void theTrialTellsWhoWouldMove_andSavesNothing() {
        String large = planned("2026-02-06", "EASY", "2015-06-15", 600);
        String small = planned("2026-02-06", "EASY", "2015-06-15", 300);
        String alone = planned(null, null, null, 300);
        assertThat(api.post(PREVIEW, """
                {"manyWorkers": 300, "withUnion": ["%s"]}""".formatted(alone))).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"rows": 3, "moved": [
                  {"taxCode": "%s", "from": {"priority": 2, "place": 1}, "to": {"priority": 1, "place": 2},
                   "reason": "Hạng 1: khảo sát 06/02/2026, dễ tiếp cận, công đoàn từ 15/06/2015, 300 lao động (ngưỡng 300). Thứ 2 trong hạng theo số lao động."},
                  {"taxCode": "%s", "from": {"priority": 9, "place": 1}, "to": {"priority": 6, "place": 1},
                   "reason": "Hạng 6: chưa khảo sát, giả định có công đoàn, 300 lao động (ngưỡng 300). Thứ 1 trong hạng theo số lao động."}]}"""
                .formatted(small, alone));
        assertThat(rank(large)).isEqualTo(1);
        assertThat(rank(small)).isEqualTo(2);
        assertThat(row(small)).containsEntry("priority", null);
        assertThat(api.post(PREVIEW, "{}")).hasStatusOk().bodyJson().extractingPath("$.moved").asArray().isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"manyWorkers\": 0}               | field-range  | manyWorkers",
            "{\"manyWorkers\": \"nhiều\"}       | field-type   | manyWorkers",
            "{\"unknownIsEasy\": 2}             | field-type   | unknownIsEasy",
            "{\"withUnion\": [\"0100233488\"]}  | field-choice | withUnion",
            "{\"threshold\": 3}                 | field-unknown | threshold"})
    void whatCannotBeTried_isRefused(String body, String code, String field) {
        assertRefused(api.post(PREVIEW, body), 422, code, field);
    }

    @Test
    void aYearWithoutAPlan_isUnknown() {
        assertRefused(api.post("/api/v1/plans/2019/ranking:preview", "{}"), 404, "plan-unknown", null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theTrialAgreesWithWhatARealChangeDoes(long seed) {
        Random random = new Random(seed);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            codes.add(planned(random.nextBoolean() ? "2026-02-06" : null, any(random, "EASY", "HARD", "UNKNOWN", null),
                    random.nextInt(3) == 0 ? "2015-06-15" : null, random.nextInt(5) == 0 ? null : random.nextInt(60) * 20));
        }
        Integer manyWorkers = random.nextBoolean() ? 1 + random.nextInt(1000) : null;
        boolean unknownIsEasy = random.nextBoolean();
        Set<String> withUnion = codes.stream().filter(code -> random.nextInt(6) == 0).collect(Collectors.toSet());
        Map<String, List<Integer>> before = standings();
        List<PlanRanking.Move> moves = ranking.tried(YEAR, new PlanRanking.Trial(manyWorkers, unknownIsEasy, withUnion)).moves();

        if (manyWorkers != null) {
            threshold(manyWorkers);
        }
        for (RankedRow row : ranking.today(YEAR)) {
            if (unknownIsEasy && row.facts().access() == Accessibility.UNKNOWN) {
                RegisterFixture.put(database, CLOCK, row.taxCode(), EnterpriseField.ACCESSIBILITY, Accessibility.EASY);
            }
            if (withUnion.contains(row.taxCode()) && !row.facts().hasUnion()) {
                RegisterFixture.put(database, CLOCK, row.taxCode(), EnterpriseField.UNION_RECOGNISED_ON, TODAY);
            }
        }
        Map<String, List<Integer>> after = standings();
        Set<String> moved = new HashSet<>(codes);
        moved.removeIf(code -> before.get(code).get(0).equals(after.get(code).get(0)));
        assertThat(moves).extracting(move -> move.to().taxCode()).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(moves).allSatisfy(move -> {
            assertThat(standing(move.from())).isEqualTo(before.get(move.from().taxCode()));
            assertThat(standing(move.to())).isEqualTo(after.get(move.to().taxCode()));
        });
    }

    private Map<String, List<Integer>> standings() {
        return ranking.today(YEAR).stream().collect(Collectors.toMap(RankedRow::taxCode, PlanRankingTest::standing,
                (one, other) -> one, LinkedHashMap::new));
    }

    private static List<Integer> standing(RankedRow row) {
        return List.of(row.priority(), row.place());
    }

    @SafeVarargs
    private static <T> @Nullable T any(Random random, @Nullable T... of) {
        return of[random.nextInt(of.length)];
    }

    private String planned(@Nullable String surveyedOn, @Nullable String accessibility, @Nullable String unionOn, @Nullable Integer workers) {
        String code = "0300588%03d".formatted(++enterprises);
        database.jdbc().sql("""
                insert into enterprise (tax_code, name, search_name, sort_name, surveyed_on, accessibility, union_recognised_on, workers,
                    stage, created_at, updated_at, version)
                values (?, ?, ?, ?, cast(? as date), ?, cast(? as date), ?, 'REGISTERED', now(), now(), 0)""")
                .params(code, "Doanh nghiệp " + code, code, code, surveyedOn, accessibility, unionOn, workers).update();
        database.jdbc().sql("insert into plan_row (plan_year, tax_code, status) values (?, ?, 'PLANNED')").params(YEAR, code).update();
        return code;
    }

    private void threshold(int manyWorkers) {
        database.jdbc().sql("update plan set many_workers = ? where plan_year = ?").params(manyWorkers, YEAR).update();
    }

    private RankedRow ranked(String code) {
        return ranking.today(YEAR).stream().filter(row -> row.taxCode().equals(code)).findFirst().orElseThrow();
    }

    private int rank(String code) {
        return ranked(code).priority();
    }

    private String sentence(String code) {
        return ranked(code).reason();
    }

    private Map<String, Object> row(String code) {
        return database.jdbc().sql("select * from plan_row where tax_code = ?").param(code).query().singleRow();
    }
}
