package vn.outreach.lifecycle.plan.draft;

import vn.outreach.lifecycle.plan.PlanFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** What a plan says of itself, and its targets. */
@Tag("both-databases")
class PlanHeadControllerTest {

    private static final String PATH = "/api/v1/plans/2027";
    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final Api api = new Api();
    private final PlanFixture plan = new PlanFixture(database, enterprises, api, CLOCK);

    PlanHeadControllerTest() {
        api.serving(plan.headController, plan.rowController);
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHeadIsMadeWhenItIsWritten_andKeepsWhatIsNotSent() {
        assertRefused(api.get(PATH), 404, "plan-unknown", null);
        assertThat(api.patch(PATH, """
                {"title": "Kế hoạch 2027", "basis": "Chỉ thị 34", "purpose": "Một\\nHai", "effectiveFrom": "2027-01-15",
                 "targetSurveys": 24, "targetAdmissions": 15,
                 "quarterTargets": [{"measure": "SURVEY", "quarter": 2, "target": 10}],
                 "unitTargets": [{"measure": "UNION", "unit": "Công đoàn các khu công nghiệp", "target": 4}]}""")).hasStatusOk();
        assertThat(api.patch(PATH, "{\"basis\": null, \"targetMeetings\": 12}")).hasStatusOk();

        assertThat(api.as("officer1", "outreachOfficers").get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"year": 2027, "status": "DRAFT", "title": "Kế hoạch 2027", "basis": null, "purpose": "Một\\nHai",
                 "effectiveFrom": "2027-01-15", "targetSurveys": 24, "targetMeetings": 12, "targetUnions": null,
                 "targetAdmissions": 15, "quarterTargets": [{"measure": "SURVEY", "quarter": 2, "target": 10}],
                 "unitTargets": [{"measure": "UNION", "unit": "zoneUnion", "unitName": "Công đoàn các khu công nghiệp", "target": 4}],
                 "draftedBy": null, "approvedOn": null, "returnedReason": null, "rows": 0, "namelessRows": 0}""");
    }

    @Test
    void theNewestYearComesFirst_withItsRowsCounted() {
        api.patch("/api/v1/plans/2026", "{\"title\": \"Năm nay\"}");
        api.put(PATH + "/rows", "[{\"taxCode\": \"0100047516\", \"responsibleMember\": \"officer1\", \"admissionTarget\": 3}]");
        database.jdbc().sql("update plan set drafted_by = 'officer1' where plan_year = 2026").update();
        assertThat(api.get("/api/v1/plans")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"year": 2027, "rows": 1, "namelessRows": 1, "promisedAdmissions": 3},
                  {"year": 2026, "title": "Năm nay", "rows": 0, "draftedByName": "Nguyễn Thị Hòa"}], "total": 2}""");
    }

    @Test
    void aTargetCountsEnterprisesOfThePlan_admissionsStandBesideTheRows() {
        api.put(PATH + "/rows", "[{\"taxCode\": \"0100047516\", \"measures\": [\"SURVEY\"], \"admissionTarget\": 3}]");
        assertRefused(api.patch(PATH, "{\"targetSurveys\": 2}"), 422, "plan-target-rows", "targetSurveys");
        assertRefused(api.patch(PATH, "{\"targetCells\": 1}"), 422, "plan-target-rows", "targetCells");
        assertThat(api.patch(PATH, "{\"targetSurveys\": 1, \"targetCells\": 0, \"targetAdmissions\": 15}")).hasStatusOk();
        assertThat(plan.rows.promised(2027)).hasToString("{SURVEY=1, MEETING=0, UNION=0, CELL=0, ADMISSION=3}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"status\": \"APPROVED\"}                                                      | field-unknown | status",
        "{\"effectiveFrom\": \"2026-12-31\"}                                             | field-range   | effectiveFrom",
        "{\"targetSurveys\": -1}                                                         | field-range   | targetSurveys",
        "{\"quarterTargets\": 1}                                                         | field-type    | quarterTargets",
        "{\"quarterTargets\": [{\"measure\": \"SURVEY\", \"quarter\": 5, \"target\": 1}]} | field-range   | quarterTargets[0].quarter",
        "{\"unitTargets\": [{\"measure\": \"SURVEY\", \"unit\": \"x\", \"target\": 1}]}  | field-choice  | unitTargets[0].unit"})
    void whatNoHeadCanSay_isNamed(String json, String code, String field) {
        assertRefused(api.patch(PATH, json), 422, code, field);
        assertRefused(api.get(PATH), 404, "plan-unknown", null);
    }

    @Test
    void onlyTheOrganisationBoardWrites_andOnlyADraft() {
        assertRefused(api.as("committee", "standingCommittee").patch(PATH, "{}"), 403, "wrong-person", null);
        api.as("organisation", "organisationBoard").patch(PATH, "{}");
        database.jdbc().sql("update plan set status = 'SUBMITTED'").update();
        assertRefused(api.patch(PATH, "{\"title\": \"Sau khi trình\"}"), 409, "plan-submitted", null);
    }
}
