package vn.outreach.lifecycle.plan;

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
import vn.outreach.register.enterprise.MembersFixture;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

@Tag("both-databases")
class PlanRowControllerTest {

    private static final String PATH = "/api/v1/plans/2026/rows";
    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final PlanRows rows = new PlanRows(database.jdbc());
    private final Api api = new Api();

    PlanRowControllerTest() {
        api.serving(new PlanRowController(rows,
                new PlanRowBody(enterprises, MembersFixture.whoMay(user -> user.startsWith("officer"))), api,
                AuditFixture.on(database, api, CLOCK)));
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        RegisterFixture.add(database, CLOCK, SHOES, "officer2");
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRowsSent_areThePlan() {
        api.put(PATH, both());
        assertThat(rows.of(2026)).hasSize(2);

        assertThat(api.put(PATH, """
                [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "Ban Dân vận",
                  "admissionTarget": 2, "note": "Gặp trong quý I"}]""")).hasStatusOk();

        assertThat(api.get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"planYear": 2026, "taxCode": "0100047516", "name": "Doanh nghiệp 0100047516",
                  "responsibleMember": "officer1", "unit": "Ban Dân vận", "admissionTarget": 2,
                  "note": "Gặp trong quý I", "status": "PLANNED", "reason": null, "priority": null}], "total": 1}""");
        assertThat(enterprises.require(STEEL).stage()).as("a draft").isEqualTo(Stage.REGISTERED);
    }

    @Test
    void rowsComeByUrgency() {
        api.put(PATH, both());
        database.jdbc().sql("update plan_row set priority = 1 where plan_year = ? and tax_code = ?").params(2026, SHOES).update();

        assertThat(rows.of(2026)).extracting(PlanRow::taxCode).containsExactly(SHOES, STEEL);
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, plan-submitted", "APPROVED, plan-approved"})
    void aPlanThatIsNoDraft_isNotChanged(String status, String code) {
        api.put(PATH, both());
        database.jdbc().sql("insert into plan (plan_year, status) values (2026, ?)").param(status).update();

        assertRefused(api.put(PATH, "[]"), 409, code, null);
        assertThat(rows.of(2026)).hasSize(2);
    }

    @Test
    void onlyTheOrganisationBoard_writesThePlan() {
        assertRefused(api.as("officer1", "outreachOfficers").put(PATH, both()), 403, "wrong-person", null);
        assertThat(api.get(PATH)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{\"unit\": \"A\"}]                                                         | field-missing      | rows[0].taxCode",
        "[{\"taxCode\": \"0100047516\"}, {\"taxCode\": \"0100047516\"}]              | field-choice       | rows[1].taxCode",
        "[{\"taxCode\": \"0100047516\"}, {\"taxCode\": \"0314409058\"}]              | enterprise-unknown | rows[1].taxCode",
        "[{\"taxCode\": \"0100047516\", \"responsibleMember\": \"nobody\"}]          | field-choice       | rows[0].responsibleMember",
        "[{\"taxCode\": \"0100047516\", \"admissionTarget\": -1}]                    | field-range        | rows[0].admissionTarget",
        "[{\"taxCode\": \"0100047516\", \"target\": 1}]                              | field-unknown      | rows[0].target",
        "{\"taxCode\": \"0100047516\"}                                               | field-type         | rows"})
    void aWrongRow_isNamedAndNothingChanges(String json, String code, String field) {
        api.put(PATH, both());

        assertRefused(api.put(PATH, json), 422, code, field);

        assertThat(rows.of(2026)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1999, field-range", "next, field-type"})
    void aWrongYear_isNamed(String year, String code) {
        assertRefused(api.get("/api/v1/plans/" + year + "/rows"), 422, code, "year");
    }

    private static String both() {
        return """
                {"items": [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "Ban Dân vận"},
                           {"taxCode": "0100233488"}]}""";
    }
}
