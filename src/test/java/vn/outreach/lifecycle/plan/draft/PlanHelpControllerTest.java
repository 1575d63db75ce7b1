package vn.outreach.lifecycle.plan.draft;

import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.PlanFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** What helps to fill a draft: rows of last year, a proposal for what rows do not say, and how the load spreads. */
@Tag("both-databases")
class PlanHelpControllerTest {

    private static final String PATH = "/api/v1/plans/2027";
    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final String WOOD = "0100112437";
    private static final String GLASS = "0300588569";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Api api = new Api();
    private final PlanFixture plan = new PlanFixture(database, RegisterFixture.on(database, CLOCK), api, CLOCK);

    PlanHelpControllerTest() {
        api.serving(plan.helpController, plan.sumController, plan.rowController);
        for (String code : List.of(STEEL, SHOES, WOOD, GLASS)) {
            RegisterFixture.add(database, CLOCK, code, "officer3");
        }
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatLastYearLeftUnfinished_comesWithItsPeople_andWhoLeftIsBlank() {
        api.put("/api/v1/plans/2026/rows", """
                [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "youthUnion", "measures": ["SURVEY", "MEETING"],
                  "admissionTarget": 2, "dueOn": "2026-06-30", "product": "Chi bộ"},
                 {"taxCode": "0100233488", "responsibleMember": "officer1", "measures": ["SURVEY"]},
                 {"taxCode": "0100112437", "responsibleMember": "officer2", "measures": ["SURVEY"]},
                 {"taxCode": "0300588569", "responsibleMember": "officer1", "measures": ["SURVEY"]}]""");
        database.jdbc().sql("update plan_row set status = 'STARTED', responsible_member = case tax_code when ? then 'gone'"
                + " else responsible_member end").param(WOOD).update();
        AchievementsFixture.act(database, STEEL, Measure.SURVEY, "2026-05-05");
        AchievementsFixture.act(database, SHOES, Measure.SURVEY, "2026-05-06");
        api.put(PATH + "/rows/" + GLASS, "{\"note\": \"Đã có\"}");

        assertThat(api.post(PATH + "/rows:copy", "{\"from\": 2026}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"copied": 2, "blank": [{"taxCode": "0100112437", "name": "Doanh nghiệp 0100112437",
                  "reason": "“gone” không còn phụ trách doanh nghiệp được."}]}""");

        assertThat(row(STEEL)).isEqualTo(new Assignment(
                STEEL, "officer1", "youthUnion", null, 2, List.of(Measure.MEETING, Measure.ADMISSION), "Chi bộ", null, null, null, 2026));
        assertThat(row(WOOD).responsibleMember()).isNull();
        assertThat(row(GLASS)).as("stays as it is").returns("Đã có", Assignment::note).returns(null, Assignment::carriedFrom);
        assertThat(plan.rows.of(2027)).hasSize(3);
        assertThat(api.post(PATH + "/rows:copy", "{\"from\": 2026}")).as("once more").bodyJson().extractingPath("$.copied").isEqualTo(0);
    }

    @Test
    void onlyAnEarlierPlanIsCopied_intoADraft() {
        assertRefused(api.post(PATH + "/rows:copy", "{\"from\": 2027}"), 422, "field-range", "from");
        assertRefused(api.post(PATH + "/rows:copy", "{}"), 422, "field-missing", "from");
        assertRefused(api.post(PATH + "/rows:copy", "{\"from\": 2020}"), 404, "plan-unknown", null);
        assertRefused(api.as("officer1", "outreachOfficers").post(PATH + "/rows:copy", "{\"from\": 2026}"), 403, "wrong-person", null);
        assertRefused(api.post(PATH + "/rows:propose", "{}"), 403, "wrong-person", null);
    }

    @Test
    void aProposal_namesTheOneOfTheCase_thenOfTheZone_andFillsWeeksByRank() {
        RegisterFixture.put(database, CLOCK, WOOD, EnterpriseField.WORKERS, 9000);
        RegisterFixture.put(database, CLOCK, GLASS, EnterpriseField.ZONE, "Mỹ Xuân");
        RegisterFixture.put(database, CLOCK, GLASS, EnterpriseField.RESPONSIBLE_MEMBER, null);
        database.jdbc().sql("insert into running_case (process_key, business_key, process_instance_id, enterprise_code, started_at)"
                + " values ('enterpriseOutreach', ?, 'x', ?, current_timestamp)").params(SHOES, SHOES).update();
        api.put(PATH + "/rows", """
                [{"taxCode": "0100047516", "responsibleMember": "officer1"}, {"taxCode": "0100233488"}, {"taxCode": "0100112437"},
                 {"taxCode": "0300588569"}]""");
        dayOff("2027-01-01");

        assertThat(api.post(PATH + "/rows:propose", "{}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"taxCode": "0100112437", "responsibleMember": "officer1", "responsibleMemberName": "officer1",
                   "unit": "outreachOfficers", "unitName": "Cán bộ chuyên trách", "startOn": "2027-01-04",
                   "why": "Phụ trách nhiều doanh nghiệp nhất ở Phú Mỹ I. Hạng 8, tuần còn chỗ sớm nhất của người phụ trách."},
                  {"taxCode": "0100047516", "responsibleMember": "officer1", "startOn": "2027-01-05"},
                  {"taxCode": "0100233488", "responsibleMember": "officer3", "startOn": "2027-01-04",
                   "why": "Đang phụ trách hồ sơ đang chạy của doanh nghiệp. Hạng 8, tuần còn chỗ sớm nhất của người phụ trách."},
                  {"taxCode": "0300588569", "responsibleMember": "officer2",
                   "why": "Đang có ít doanh nghiệp nhất trong kế hoạch (0). Hạng 8, tuần còn chỗ sớm nhất của người phụ trách."}]}""");
        assertThat(plan.rows.of(2027)).as("nothing is saved").extracting(PlanRow::unit).containsOnlyNulls();
    }

    @Test
    void nobodyBeginsMoreThanThreeAWeek_andNothingOnADayOff() {
        for (int i = 0; i < 40; i++) {
            RegisterFixture.add(database, CLOCK, "%010d".formatted(400_000_000 + i), "officer3");
        }
        api.put(PATH + "/rows", rows(40, "officer1"));
        dayOff("2027-02-08");

        List<LocalDate> starts = plan.proposals.propose(2027).stream().map(PlanProposals.Item::startOn).toList();

        Map<LocalDate, Integer> perWeek = new HashMap<>();
        starts.forEach(day -> perWeek.merge(day.minusDays(day.getDayOfWeek().getValue() - 1), 1, Integer::sum));
        assertThat(Collections.max(perWeek.values())).isEqualTo(3);
        assertThat(perWeek).hasSize(14);
        assertThat(starts).hasSize(40).isSorted().doesNotContain(LocalDate.parse("2027-02-08")).allMatch(day -> day.getDayOfWeek().getValue() < 6);
    }

    @Test
    void tenThousandRowsAreCopiedAndProposedInSeconds() {
        int many = 10_000;
        List<Object[]> enterprises = new ArrayList<>();
        List<Object[]> planned = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String code = "%010d".formatted(500_000_000 + i);
            enterprises.add(new Object[] {code, "Doanh nghiệp " + i, "doanh nghiep " + i, "doanh nghiep " + i, "KCN " + i % 30, i, "officer" + (1 + i % 12)});
            planned.add(new Object[] {code, "officer" + (1 + i % 12)});
        }
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        jdbc.batchUpdate("insert into enterprise (tax_code, name, search_name, sort_name, zone, workers, responsible_member, stage,"
                + " created_at, updated_at, version) values (?, ?, ?, ?, ?, ?, ?, 'REGISTERED', current_timestamp,"
                + " current_timestamp, 1)", enterprises);
        jdbc.batchUpdate("insert into plan_row (plan_year, tax_code, responsible_member, unit, measures, status)"
                + " values (2026, ?, ?, 'outreachOfficers', 'SURVEY', 'PLANNED')", planned);
        jdbc.update("insert into plan (plan_year, status) values (2026, 'APPROVED')");

        Instant begun = Instant.now();
        database.transaction().executeWithoutResult(status -> assertThat(plan.copies.copy(2027, 2026).copied()).isEqualTo(many));
        Instant copied = Instant.now();
        assertThat(plan.proposals.propose(2027)).hasSize(many);
        Instant proposed = Instant.now();

        assertThat(Duration.between(begun, copied)).isLessThan(Duration.ofSeconds(10));
        assertThat(Duration.between(copied, proposed)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theSumsAreThoseOfTheRows() {
        database.jdbc().sql("create table if not exists ACT_RU_TASK (ID_ varchar(64), ASSIGNEE_ varchar(64), PROC_DEF_ID_ varchar(64),"
                + " SUSPENSION_STATE_ integer)").update();
        database.jdbc().sql("create table if not exists ACT_RU_IDENTITYLINK (TASK_ID_ varchar(64), TYPE_ varchar(64), GROUP_ID_ varchar(64))")
                .update();
        database.jdbc().sql("create table if not exists ACT_RE_PROCDEF (ID_ varchar(64), KEY_ varchar(64))").update();
        database.jdbc().sql("insert into ACT_RE_PROCDEF values ('d', 'survey'), ('a', 'memberAdmission')").update();
        database.jdbc().sql("insert into ACT_RU_TASK values ('1', 'officer1', 'd', 1), ('2', 'officer1', 'a', 1), ('3', null, 'd', 1)").update();
        database.jdbc().sql("insert into ACT_RU_IDENTITYLINK values ('3', 'candidate', 'youthUnion')").update();
        api.put(PATH + "/rows", """
                [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "youthUnion", "measures": ["SURVEY", "UNION"],
                  "admissionTarget": 2},
                 {"taxCode": "0100233488", "responsibleMember": "officer1"}]""");

        assertThat(api.get(PATH + "/sums?by=member")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"key": "officer1", "name": "Nguyễn Thị Hòa", "rows": 2, "workers": 2000, "openTasks": 1, "surveys": 2,
                  "meetings": 1, "unions": 2, "cells": 1, "admissions": 2}]}""");
        assertThat(api.get(PATH + "/sums?by=unit")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"key": "", "name": "", "rows": 1, "openTasks": 0}, {"key": "youthUnion", "name": "Đoàn Thanh niên",
                  "rows": 1, "openTasks": 1}]}""");
        assertRefused(api.get(PATH + "/sums?by=zone"), 422, "field-choice", "by");

        api.put(PATH + "/rows", """
                [{"taxCode": "0100047516", "unit": "youthUnion"}, {"taxCode": "0100233488", "unit": "zoneUnion"}]""");
        assertThat(api.get(PATH + "/sums?by=unit")).bodyJson().extractingPath("$.items[*].name").asArray()
                .as("of one size by their names").containsExactly("Công đoàn các khu công nghiệp", "Đoàn Thanh niên");
    }

    private void dayOff(String day) {
        database.jdbc().sql("delete from holiday where holiday_on = ?").param(LocalDate.parse(day)).update();
        database.jdbc().sql("insert into holiday (holiday_on, name, source, sure) values (?, 'Nghỉ', 'x', true)")
                .param(LocalDate.parse(day)).update();
    }

    private Assignment row(String code) {
        return plan.rows.of(2027, List.of(code)).get(0).assignment();
    }

    private static String rows(int count, String member) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("{\"taxCode\": \"%010d\", \"responsibleMember\": \"%s\"}".formatted(400_000_000 + i, member));
        }
        return "[" + String.join(",", rows) + "]";
    }
}
