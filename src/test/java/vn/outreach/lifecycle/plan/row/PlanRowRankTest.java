package vn.outreach.lifecycle.plan.row;

import vn.outreach.lifecycle.plan.PlanFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.rules.RulesFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** A draft answers the rank of today, an approved plan the one that it was approved with, and today's beside it. */
@Tag("both-databases")
class PlanRowRankTest {

    private static final String HEAD = "/api/v1/plans/2027";
    private static final String PATH = HEAD + "/rows";
    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final String WOOD = "0100112437";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final Api api = new Api();
    private final PlanFixture plan = new PlanFixture(database, enterprises, api, CLOCK);

    PlanRowRankTest() {
        api.serving(plan.rowController, plan.headController);
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        RegisterFixture.add(database, CLOCK, SHOES, "officer1");
        RegisterFixture.add(database, CLOCK, WOOD, "officer1");
        RegisterFixture.put(database, CLOCK, WOOD, EnterpriseField.WORKERS, 400);
        api.as("organisation", "organisationBoard");
        api.put(PATH, "[{\"taxCode\": \"%s\"}, {\"taxCode\": \"%s\"}, {\"taxCode\": \"%s\"}]".formatted(STEEL, SHOES, WOOD));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDraftIsRankedAnewAtEveryLook() {
        assertThat(api.get(PATH + "?sort=priority")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"taxCode": "0100047516", "priority": 8, "priorityToday": null, "priorityTodayReason": null,
                   "priorityReason": "Hạng 8: chưa khảo sát, chưa có công đoàn, 1.000 lao động (ngưỡng 500). Thứ 1 trong hạng theo số lao động."},
                  {"taxCode": "0100233488", "priority": 8,
                   "priorityReason": "Hạng 8: chưa khảo sát, chưa có công đoàn, 1.000 lao động (ngưỡng 500). Thứ 2 trong hạng theo số lao động."},
                  {"taxCode": "0100112437", "priority": 9}], "total": 3}""");
        RegisterFixture.put(database, CLOCK, WOOD, EnterpriseField.UNION_RECOGNISED_ON, LocalDate.parse("2015-06-15"));
        assertOrder("sort=priority", WOOD, STEEL, SHOES);
        assertOrder("sort=-priority", SHOES, STEEL, WOOD);
        assertOrder("priority=7", WOOD);
        assertOrder("priority=8&sort=priority", STEEL, SHOES);
        assertOrder("priority=1");
    }

    @Test
    void anApprovedPlanKeepsItsRanks_andShowsTodaysWhereItDiffers() {
        new PlanRanking(database.jdbc(), new JdbcTemplate(database.dataSource()), RulesFixture.rules(), 500).freeze(2027, TODAY);
        database.jdbc().sql("update plan set status = 'APPROVED' where plan_year = 2027").update();
        RegisterFixture.put(database, CLOCK, WOOD, EnterpriseField.UNION_RECOGNISED_ON, LocalDate.parse("2015-06-15"));
        assertThat(api.get(PATH + "?sort=priority")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"taxCode": "0100047516", "priority": 8, "priorityToday": null, "priorityTodayReason": null},
                  {"taxCode": "0100233488", "priority": 8},
                  {"taxCode": "0100112437", "priority": 9, "priorityToday": 7,
                   "priorityReason": "Hạng 9: chưa khảo sát, chưa có công đoàn, 400 lao động (ngưỡng 500). Thứ 1 trong hạng theo số lao động.",
                   "priorityTodayReason": "Hạng 7: chưa khảo sát, công đoàn từ 15/06/2015, 400 lao động (ngưỡng 500)."}]}""");
        assertOrder("priority=9", WOOD);
        assertOrder("priority=7");
    }

    @Test
    void theThresholdIsAFieldOfTheDraft() {
        assertThat(api.get(HEAD)).bodyJson().extractingPath("$.manyWorkers").isEqualTo(500);
        assertThat(api.patch(HEAD, "{\"manyWorkers\": 400}")).hasStatusOk().bodyJson().extractingPath("$.manyWorkers").isEqualTo(400);
        assertOrder("priority=8&sort=priority", STEEL, SHOES, WOOD);
        assertThat(api.patch(HEAD, "{\"manyWorkers\": null}")).hasStatusOk().bodyJson().extractingPath("$.manyWorkers").isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000001"})
    void aThresholdIsACountOfWorkers(String number) {
        assertRefused(api.patch(HEAD, "{\"manyWorkers\": " + number + "}"), 422, "field-range", "manyWorkers");
    }

    private void assertOrder(String query, String... taxCodes) {
        assertThat(api.get(PATH + "?" + query)).hasStatusOk().bodyJson().extractingPath("$.items[*].taxCode").asArray()
                .containsExactly((Object[]) taxCodes);
    }
}
