package vn.outreach.lifecycle.plan.result;

import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRows;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.OutreachApplication;
import vn.outreach.lifecycle.plan.PlanFixture;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** Promised, reached and standing: three numbers, never mixed. */
@Tag("both-databases")
class PlanResultControllerTest {

    private static final String PATH = "/api/v1/plans/2026/results";
    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final String WOOD = "0100112437";
    private static final String OTHER = "0300588569";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final PlanRows rows = new PlanRows(database.jdbc());
    private final Api api = new Api();

    PlanResultControllerTest() {
        PlanResults results = PlanFixture.results(database, AchievementsFixture.on(database),
                ids -> ids.contains("officer1") ? Map.of("officer1", "Nguyễn Thị Hòa") : Map.of());
        api.serving(new PlanResultController(rows, results, new PlanYears(CLOCK), CLOCK));
        List.of(STEEL, SHOES, WOOD, OTHER).forEach(code -> RegisterFixture.add(database, CLOCK, code, "officer1"));
        plan(2026, 3, 2);
        row(2026, STEEL, "officer1", "SURVEY,MEETING", "2026-06-30");
        row(2026, SHOES, "officer1", "MEETING", null);
        row(2026, WOOD, "officer2", "SURVEY", "2026-02-28");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsMissed_standsAsMissed_besideWhatStands() {
        AchievementsFixture.act(database, STEEL, Measure.MEETING, "2025-10-01");
        AchievementsFixture.act(database, SHOES, Measure.MEETING, "2026-03-03");
        AchievementsFixture.act(database, OTHER, Measure.MEETING, "2026-03-04");

        assertThat(api.get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"year": 2026, "period": "YEAR", "from": "2026-01-01", "until": "2026-11-23", "by": "TOTAL",
                 "items": [{"enterprises": 3, "measures": [
                   {"measure": "SURVEY", "promised": 3, "reached": 0, "standing": 0, "missing": 3, "percent": 0, "overdue": 2,
                    "summary": "Khảo sát doanh nghiệp trong năm: 0/3 – chưa đạt, còn 3. Lũy kế: 0/3 doanh nghiệp."},
                   {"measure": "MEETING", "promised": 2, "reached": 1, "standing": 2, "missing": 1, "percent": 50,
                    "overdue": 1, "lastYear": null,
                    "summary": "Gặp chủ doanh nghiệp trong năm: 1/2 – chưa đạt, còn 1. Lũy kế: 2/3 doanh nghiệp."},
                   {"measure": "UNION", "promised": 0, "percent": null, "missing": 0,
                    "summary": "Thành lập công đoàn trong năm: 0, kế hoạch không giao chỉ tiêu. Lũy kế: 0/3 doanh nghiệp."},
                   {"measure": "CELL"}, {"measure": "ADMISSION"}]}],
                 "outsidePlan": [{"measure": "SURVEY", "reached": 0}, {"measure": "MEETING", "reached": 1},
                   {"measure": "UNION"}, {"measure": "CELL"}, {"measure": "ADMISSION"}]}""");
    }

    @Test
    void aPercentIsCut_neverRoundedUp() {
        plan(2025, 3, null);
        row(2025, STEEL, "officer1", "SURVEY", null);
        row(2025, SHOES, "officer1", "SURVEY", null);
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2025-10-01");
        AchievementsFixture.act(database, SHOES, Measure.SURVEY, "2025-12-31");
        assertThat(api.get("/api/v1/plans/2025/results")).bodyJson().extractingPath("$.items[0].measures[0].percent")
                .isEqualTo(66);
        assertThat(api.get(PATH)).bodyJson().extractingPath("$.items[0].measures[0].lastYear")
                .as("until the same day of last year").isEqualTo(1);
    }

    @Test
    void aQuarterCountsWhatIsDueInIt_andTheFirstActOfTheYear() {
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2026-01-20");
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2026-05-20");
        assertThat(api.get(PATH + "?period=Q1")).bodyJson().extractingPath("$.items[0].measures[0].summary").isEqualTo(
                "Khảo sát doanh nghiệp trong quý I: 1/1 – đạt. Lũy kế: 1/3 doanh nghiệp.");
        assertThat(api.get(PATH + "?period=Q2&cutOff=2026-06-30")).bodyJson().isLenientlyEqualTo("""
                {"from": "2026-04-01", "until": "2026-06-30", "items": [{"measures": [
                  {"promised": 1, "reached": 0, "standing": 1, "overdue": 0}, {"promised": 1, "overdue": 1}, {}, {}, {}]}]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "MEMBER | officer1 | Nguyễn Thị Hòa | 2 | 1",
            "MEMBER | officer2 | officer2       | 1 | 1",
            "UNIT   | massMobilisationBoard | Ban Dân vận | 3 | 2",
            "ZONE   | Phú Mỹ I | Phú Mỹ I       | 3 | 2"})
    void theNumbersOfAGroup_areThoseOfItsRows(String by, String key, String name, int enterprises, int surveys) {
        assertThat(api.get(PATH + "?by=" + by.toLowerCase())).bodyJson()
                .extractingPath("$.items[?(@.key=='" + key + "')]").asArray().singleElement().satisfies(group -> {
                    assertThat((Map<?, ?>) group).extracting("name", "enterprises").containsExactly(name, enterprises);
                    assertThat((Map<?, ?>) ((List<?>) ((Map<?, ?>) group).get("measures")).get(0))
                            .extracting("promised").isEqualTo(surveys);
                });
    }

    @Test
    void eachNumberLeadsToItsRows() {
        AchievementsFixture.act(database, SHOES, Measure.MEETING, "2026-03-03");
        assertRows("measure=MEETING&state=REACHED", SHOES);
        assertRows("measure=MEETING&state=MISSING", STEEL);
        assertRows("measure=MEETING&state=NOT_STANDING", STEEL, WOOD);
        assertRows("measure=SURVEY&state=OVERDUE", STEEL, WOOD);
        assertRows("measure=SURVEY&state=PROMISED&responsibleMember=officer2", WOOD);
        assertThat(api.get(PATH + "?by=row&measure=MEETING&state=REACHED")).bodyJson()
                .extractingPath("$.items[0].measures[1]").asMap()
                .containsEntry("inYearOn", "2026-03-03").containsEntry("doneBy", "officer9").containsEntry("outsideCase", false);
    }

    @Test
    void aRowSaysHowFarItIs_andRowsOfNoUnitAreFound() {
        database.jdbc().sql("update plan_row set unit = null, status = 'REFUSED', reason = 'Đã đóng cửa.' where tax_code = ?").param(WOOD).update();
        assertRows("unit=", WOOD);
        assertThat(api.get(PATH + "?by=row&unit=")).bodyJson().extractingPath("$.items[0]").asMap()
                .containsEntry("status", "REFUSED").containsEntry("reason", "Đã đóng cửa.").containsEntry("stageName", "Mới vào sổ");
    }

    @Test
    void thePlanOfNextYear_hasReachedNothingYet_butWhatStandsStands() {
        plan(2027, 1, null);
        row(2027, STEEL, "officer1", "SURVEY", null);
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2026-03-03");
        assertThat(api.get("/api/v1/plans/2027/results?by=row")).bodyJson().extractingPath("$.items[0].measures[0]").asMap()
                .containsEntry("reached", 0).containsEntry("standing", 1).containsEntry("inYearOn", null)
                .containsEntry("firstOn", "2026-03-03").containsEntry("overdue", false);
    }

    @Test
    void ofAdmissionsNeitherDayNorPersonIsTold() {
        AchievementsFixture.act(database, STEEL, Measure.ADMISSION, "2026-03-03");
        assertThat(api.get(PATH + "?by=row&measure=ADMISSION&state=REACHED")).bodyJson()
                .extractingPath("$.items[0].measures[4]").asMap()
                .containsEntry("reached", 1).containsEntry("inYearOn", null).containsEntry("firstOn", null)
                .containsEntry("doneBy", null);
    }

    @ParameterizedTest
    @CsvSource({
            "2026, by=people, 422, field-choice, by",
            "2026, period=Q5, 422, field-choice, period",
            "2026, cutOff=2026-11-24, 422, field-range, cutOff",
            "2026, period=Q3&cutOff=2026-06-30, 422, field-range, cutOff",
            "2025, by=row, 404, plan-unknown,",
            "2015, by=row, 422, field-range, year"})
    void aWrongQuestionIsNamed(int year, String query, int status, String code, String field) {
        assertRefused(api.get("/api/v1/plans/" + year + "/results?" + query), status, code, field);
    }

    /** Handed over in May: whoever had the row in March keeps what was reached then. */
    @Test
    void whatWasReached_isCreditedToWhoHadTheRowOnThatDay() {
        handedOver(STEEL, "responsibleMember", "officer3", "2026-05-04T01:00:00Z");
        handedOver(STEEL, "unit", "youthUnion", "2026-05-04T01:00:00Z");
        AchievementsFixture.act(database, STEEL, Measure.MEETING, "2026-03-03");
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2026-05-04");

        assertThat(api.get(PATH + "?by=member")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"key": "officer1", "enterprises": 2, "measures": [
                    {"promised": 1, "reached": 1, "standing": 1}, {"promised": 1, "reached": 0, "missing": 1, "standing": 1}, {}, {}, {}]},
                  {"key": "officer2"},
                  {"key": "officer3", "enterprises": 0, "measures": [
                    {"promised": null, "reached": 0}, {"promised": 1, "reached": 1, "missing": 0, "standing": 0}, {}, {}, {}]}]}""");
        assertThat(api.get(PATH + "?by=unit")).bodyJson().extractingPath("$.items[?(@.key=='youthUnion')].measures[1].reached")
                .asArray().containsExactly(1);
        assertRows("measure=MEETING&state=REACHED&responsibleMember=officer3", STEEL);
        assertRows("measure=MEETING&state=PROMISED&responsibleMember=officer3&unit=youthUnion", STEEL);
        assertRows("measure=MEETING&state=REACHED&responsibleMember=officer1");
        assertRows("measure=MEETING&state=STANDING&responsibleMember=officer1", STEEL);
        assertThat(api.get(PATH + "?by=row&measure=MEETING&state=REACHED")).bodyJson().extractingPath("$.items[0].measures[1]").asMap()
                .containsEntry("creditedMember", "officer3").containsEntry("creditedUnitName", "Đoàn Thanh niên");
        assertThat(api.get(PATH + "?by=row&measure=SURVEY&state=REACHED")).bodyJson().extractingPath("$.items[0].measures[0]").asMap()
                .as("on the day itself the row has its new member already").containsEntry("creditedMember", "officer1");
    }

    @Test
    void whatOthersReached_leadsToThem() {
        AchievementsFixture.act(database, OTHER, Measure.MEETING, "2026-03-04");
        AchievementsFixture.act(database, OTHER, Measure.ADMISSION, "2026-03-05");
        AchievementsFixture.act(database, SHOES, Measure.MEETING, "2026-03-03");
        assertThat(api.get(PATH + "/outside?measure=MEETING")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"page": 0, "total": 1, "items": [{"taxCode": "0300588569", "name": "Doanh nghiệp 0300588569", "responsibleMember": "officer1",
                  "responsibleMemberName": "Nguyễn Thị Hòa", "reached": 1, "reachedOn": "2026-03-04", "outsideCase": false, "doneBy": "officer9"}]}""");
        assertThat(api.get(PATH + "/outside?measure=ADMISSION")).bodyJson().extractingPath("$.items[0]").asMap()
                .as("of admissions neither day nor person").containsEntry("reached", 1).containsEntry("reachedOn", null).containsEntry("doneBy", null);
        assertThat(api.get(PATH + "/outside?measure=MEETING&period=Q2")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(api.get(PATH + "/outside?measure=MEETING&page=1")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertRefused(api.get(PATH + "/outside"), 422, "field-missing", "measure");
        assertRefused(api.get("/api/v1/plans/2025/results/outside?measure=MEETING"), 404, "plan-unknown", null);
        database.jdbc().sql("update plan_row set removed_by = 'organisation' where tax_code = ?").param(SHOES).update();
        assertThat(api.get(PATH + "/outside?measure=MEETING")).bodyJson().extractingPath("$.items[*].taxCode").asArray()
                .as("a row that was taken out").containsExactlyInAnyOrder(OTHER, SHOES);
    }

    @Test
    void aDraftGivesNobodyCredit() {
        database.jdbc().sql("""
                insert into plan_row_change (plan_year, tax_code, field, old_value, new_value, changed_by, changed_at)
                values (2026, ?, 'responsibleMember', 'officer3', 'officer1', 'organisation', timestamp with time zone '2026-05-04 01:00:00+00')""")
                .param(STEEL).update();
        AchievementsFixture.act(database, STEEL, Measure.MEETING, "2026-03-03");
        assertRows("measure=MEETING&state=REACHED&responsibleMember=officer1", STEEL);
        assertThat(api.get(PATH + "?by=member")).bodyJson().extractingPath("$.items[*].key").asArray()
                .containsExactly("officer1", "officer2");
    }

    @Test
    void groupsOfOneSize_standInVietnameseOrder() {
        database.jdbc().sql("update enterprise set zone = 'Xuyên Mộc' where tax_code = ?").param(STEEL).update();
        database.jdbc().sql("update enterprise set zone = 'Đất Đỏ' where tax_code = ?").param(SHOES).update();
        database.jdbc().sql("update enterprise set zone = 'Ấp Bắc' where tax_code = ?").param(WOOD).update();
        assertThat(api.get(PATH + "?by=zone")).bodyJson().extractingPath("$.items[*].key").asArray()
                .containsExactly("Ấp Bắc", "Đất Đỏ", "Xuyên Mộc");
    }

    private void handedOver(String taxCode, String field, String before, String at) {
        database.jdbc().sql("""
                insert into plan_row_change (plan_year, tax_code, field, old_value, new_value, amendment_id, changed_by, changed_at)
                values (2026, ?, ?, ?, 'today', 1, 'officer1', ?)""")
                .params(taxCode, field, before, java.sql.Timestamp.from(Instant.parse(at))).update();
    }

    private void assertRows(String query, String... taxCodes) {
        assertThat(api.get(PATH + "?by=row&" + query)).hasStatusOk().bodyJson().extractingPath("$.items[*].taxCode").asArray()
                .containsExactlyInAnyOrder((Object[]) taxCodes);
    }

    private void plan(int year, Integer surveys, Integer meetings) {
        database.jdbc().sql("insert into plan (plan_year, status, target_surveys, target_meetings) values (?, 'APPROVED', ?, ?)")
                .params(year, surveys, meetings).update();
    }

    private void row(int year, String taxCode, String member, String measures, String dueOn) {
        database.jdbc().sql("""
                insert into plan_row (plan_year, tax_code, responsible_member, unit, measures, due_on, status)
                values (?, ?, ?, 'massMobilisationBoard', ?, ?, 'PLANNED')""")
                .params(year, taxCode, member, measures, dueOn == null ? null : LocalDate.parse(dueOn)).update();
    }
}
