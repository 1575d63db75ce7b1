package vn.outreach.lifecycle.plan.draft;

import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.PlanFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.enterprise.Stage;
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
    private final Api api = new Api();
    private final PlanFixture plan = new PlanFixture(database, enterprises, api, CLOCK);
    private final PlanRows rows = plan.rows;

    PlanRowControllerTest() {
        api.serving(plan.rowController);
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
                [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "Ban  dân vận", "partners": ["youthUnion"],
                  "admissionTarget": 2, "note": "Gặp trong quý I", "product": "Chi bộ", "startOn": "2026-02-02",
                  "dueOn": "2026-03-31", "measures": ["CELL", "MEETING"]}]""")).hasStatusOk();

        assertThat(api.get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"planYear": 2026, "taxCode": "0100047516", "name": "Doanh nghiệp 0100047516",
                  "responsibleMember": "officer1", "responsibleMemberName": "Nguyễn Thị Hòa", "unit": "massMobilisationBoard",
                  "unitName": "Ban Dân vận", "partners": ["youthUnion"], "partnerNames": ["Đoàn Thanh niên"],
                  "admissionTarget": 2, "note": "Gặp trong quý I", "product": "Chi bộ", "startOn": "2026-02-02",
                  "dueOn": "2026-03-31", "measures": ["MEETING", "CELL"], "status": "PLANNED", "reason": null,
                  "priority": 8, "priorityToday": null, "carriedFrom": null, "removedBy": null, "closing": null}], "total": 1}""");
        assertThat(enterprises.require(STEEL).stage()).as("a draft").isEqualTo(Stage.REGISTERED);
    }

    @Test
    void rowsComeByUrgency() {
        api.put(PATH, both());
        database.jdbc().sql("update plan_row set priority = 1 where tax_code = ?").param(SHOES).update();

        assertThat(rows.of(2026)).extracting(PlanRow::taxCode).containsExactly(SHOES, STEEL);
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, plan-submitted", "APPROVED, plan-approved", "CLOSED, plan-closed"})
    void aPlanThatIsNoDraft_isNotChanged(String status, String code) {
        api.put(PATH, both());
        head(status);

        assertRefused(api.put(PATH, "[]"), 409, code, null);
        assertRefused(api.put(PATH + "/" + STEEL, "{}"), 409, code, null);
        assertRefused(api.delete(PATH + "/" + STEEL), 409, code, null);
        assertRefused(api.patch(PATH, """
                {"taxCodes": ["0100047516"], "changes": {"unit": "youthUnion"}}"""), 409, code, null);
        assertThat(rows.of(2026)).hasSize(2).extracting(PlanRow::unit).containsOnlyNulls();
    }

    @Test
    void onlyTheOrganisationBoard_writesThePlan() {
        api.put(PATH, both());
        api.as("officer1", "outreachOfficers");
        assertRefused(api.put(PATH, both()), 403, "wrong-person", null);
        assertRefused(api.put(PATH + "/" + STEEL, "{}"), 403, "wrong-person", null);
        assertRefused(api.delete(PATH + "/" + STEEL), 403, "wrong-person", null);
        assertRefused(api.patch(PATH, "{}"), 403, "wrong-person", null);
        assertThat(api.get(PATH)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{\"unit\": \"youthUnion\"}]                                                | field-missing      | rows[0].taxCode",
        "[{\"taxCode\": \"0100047516\", \"unit\": \"Ban Văn hóa\"}]                  | field-choice       | rows[0].unit",
        "[{\"taxCode\": \"0100047516\", \"unit\": \"heads\"}]                        | field-choice       | rows[0].unit",
        "[{\"taxCode\": \"0100047516\", \"partners\": [\"x\"]}]                      | field-choice       | rows[0].partners",
        "[{\"taxCode\": \"0100047516\", \"partners\": \"a,b,c,d,e,f\"}]              | field-range        | rows[0].partners",
        "[{\"taxCode\": \"0100047516\", \"startOn\": \"2025-12-31\"}]                | field-range        | rows[0].startOn",
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
    @CsvSource({"2015, field-range", "2028, field-range", "next, field-type"})
    void aWrongYear_isNamed(String year, String code) {
        assertRefused(api.get("/api/v1/plans/" + year + "/rows"), 422, code, "year");
    }

    @Test
    void manyRowsGetTheSame_andEachAnswersForItself() {
        api.put(PATH, """
                [{"taxCode": "0100047516", "dueOn": "2026-03-31"}, {"taxCode": "0100233488", "note": "Giữ"}]""");

        assertThat(api.patch(PATH, """
                {"taxCodes": ["0100047516", "0100233488", "0314409058"],
                 "changes": {"responsibleMember": "officer1", "unit": "youthUnion", "startOn": "2026-05-04"}}""")).hasStatusOk()
                .bodyJson().isLenientlyEqualTo("""
                {"results": [
                  {"taxCode": "0100047516", "ok": false, "code": "date-order", "field": "changes.dueOn"},
                  {"taxCode": "0100233488", "ok": true, "code": null},
                  {"taxCode": "0314409058", "ok": false, "code": "plan-row-unknown",
                   "message": "Doanh nghiệp 0314409058 không có trong kế hoạch năm 2026."}]}""");

        assertThat(rows.of(2026, List.of(STEEL)).get(0).assignment().responsibleMember()).isNull();
        assertThat(rows.of(2026, List.of(SHOES)).get(0).assignment()).returns("officer1", Assignment::responsibleMember)
                .returns("youthUnion", Assignment::unit).returns("Giữ", Assignment::note);
    }

    @Test
    void rowsWithChangesOfTheirOwnGoTogether_andEachAnswersForItself() {
        api.put(PATH, """
                [{"taxCode": "0100047516", "note": "Giữ"}, {"taxCode": "0100233488", "dueOn": "2026-03-31"}]""");

        assertThat(api.patch(PATH, """
                {"rows": [
                  {"taxCode": "0100047516", "responsibleMember": "officer1", "startOn": "2026-05-04"},
                  {"taxCode": "0100233488", "startOn": "2026-05-05"},
                  {"taxCode": "0314409058", "unit": "youthUnion"}]}""")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"results": [
                  {"taxCode": "0100047516", "ok": true, "code": null},
                  {"taxCode": "0100233488", "ok": false, "code": "date-order", "field": "rows[1].dueOn"},
                  {"taxCode": "0314409058", "ok": false, "code": "plan-row-unknown"}]}""");

        assertThat(rows.of(2026, List.of(STEEL)).get(0).assignment()).returns("officer1", Assignment::responsibleMember)
                .returns(LocalDate.parse("2026-05-04"), Assignment::startOn).returns("Giữ", Assignment::note);
        assertThat(rows.of(2026, List.of(SHOES)).get(0).assignment().startOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"rows\": []}                                                          | field-missing | rows",
        "{\"rows\": {}}                                                          | field-type    | rows",
        "{\"rows\": [{\"unit\": \"youthUnion\"}]}                            | field-missing | rows[0].taxCode",
        "{\"rows\": [{\"taxCode\": \"1\"}, {\"taxCode\": \"1\"}]}        | field-choice  | rows[1].taxCode",
        "{\"rows\": [{\"taxCode\": \"1\", \"closing\": \"CARRIED\"}]}    | field-unknown | rows[0].closing",
        "{\"rows\": [], \"changes\": {}}                                       | field-unknown | changes",
        "{\"changes\": {}}                                                         | field-missing | taxCodes",
        "{\"taxCodes\": [], \"changes\": {}}                                       | field-missing | taxCodes",
        "{\"taxCodes\": [\"0100047516\"]}                                          | field-missing | changes",
        "{\"taxCodes\": [\"0100047516\"], \"changes\": {\"unit\": \"heads\"}}      | field-choice  | changes.unit",
        "{\"taxCodes\": [\"0100047516\"], \"changes\": {\"status\": \"STARTED\"}}  | field-unknown | changes.status"})
    void whatNoRowCanHave_isRefusedOfAll(String json, String code, String field) {
        api.put(PATH, both());
        assertRefused(api.patch(PATH, json), 422, code, field);
    }

    @Test
    void noMoreThanFiveHundredAtOnce() {
        String codes = "\"1\"" + ", \"%d\"".repeat(500).formatted((Object[]) IntStream.range(2, 502).boxed().toArray());
        assertRefused(api.patch(PATH, "{\"taxCodes\": [" + codes + "], \"changes\": {}}"), 422, "field-range", "taxCodes");
    }

    @Test
    void aRowHasAnAddressOfItsOwn() {
        assertThat(api.put(PATH + "/" + STEEL, """
                {"responsibleMember": "officer1", "unit": "youthUnion"}""")).hasStatusOk()
                .bodyJson().isLenientlyEqualTo("{\"taxCode\": \"0100047516\", \"unitName\": \"Đoàn Thanh niên\"}");
        assertThat(api.put(PATH + "/" + STEEL, "{\"note\": \"Mới\"}")).hasStatusOk()
                .bodyJson().isLenientlyEqualTo("{\"unit\": null, \"note\": \"Mới\"}");
        assertThat(api.delete(PATH + "/" + STEEL)).hasStatus(204);
        assertThat(rows.of(2026)).isEmpty();
        assertRefused(api.delete(PATH + "/" + STEEL), 404, "plan-row-unknown", null);
        assertRefused(api.put(PATH + "/0314409058", "{}"), 422, "enterprise-unknown", "taxCode");
        assertThat(database.jdbc().sql("select field || ': ' || coalesce(old_value, '') || '-' || coalesce(new_value, '')"
                + " from plan_row_change where tax_code = ? order by id").param(STEEL).query(String.class).list()).containsExactly(
                "taxCode: -0100047516", "responsibleMember: officer1-", "unit: youthUnion-", "note: -Mới",
                "taxCode: 0100047516-", "note: Mới-");
    }

    @ParameterizedTest
    @CsvSource({"unit=youthUnion, 1", "unit=, 1", "responsibleMember=officer1, 1", "zone=Phú Mỹ I, 2", "priority=3, 1",
            "status=STARTED, 0", "status=PLANNED, 2", "measure=CELL, 2", "measure=UNION, 1", "measure=ADMISSION, 1",
            "q=0100233488, 1", "q=doanh nghiệp 010004, 1", "q=không có, 0"})
    void aListIsFiltered(String filter, int found) {
        api.put(PATH, """
                [{"taxCode": "0100047516", "responsibleMember": "officer1", "unit": "youthUnion", "measures": ["CELL"]},
                 {"taxCode": "0100233488", "admissionTarget": 2}]""");
        database.jdbc().sql("update plan_row set priority = 3 where tax_code = ?").param(SHOES).update();
        assertThat(api.get(PATH + "?" + filter)).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(found);
    }

    @Test
    void ofTwoWhoWriteAtOnce_neitherLosesWhatTheOtherWrote() throws Exception {
        api.put(PATH, both());
        inTwoThreads("""
                {"taxCodes": ["0100047516", "0100233488"], "changes": {"unit": "youthUnion"}}""", """
                {"taxCodes": ["0100233488", "0100047516"], "changes": {"note": "Hai người"}}""");
        assertThat(rows.of(2026)).extracting(PlanRow::unit).containsOnly("youthUnion");
        assertThat(rows.of(2026)).extracting(PlanRow::note).containsOnly("Hai người");
    }

    @Test
    void whoWritesWhileThePlanIsSubmitted_waitsAndIsRefused() throws Exception {
        api.put(PATH, both());
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<?> submitting = people.submit(() -> database.transaction().executeWithoutResult(status -> {
                plan.heads.lockStatus(2026);
                held.countDown();
                assertThat(rows.of(2026)).extracting(PlanRow::unit).containsOnlyNulls();
                head("SUBMITTED");
            }));
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            Future<String> writing = people.submit(() -> {
                try {
                    database.transaction().executeWithoutResult(status -> plan.rowService.change(2026, Map.of(
                            "taxCodes", List.of(STEEL), "changes", Map.of("unit", "youthUnion"))));
                    return "written";
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            });
            submitting.get(10, TimeUnit.SECONDS);
            assertThat(writing.get(10, TimeUnit.SECONDS)).isEqualTo("plan-submitted");
        } finally {
            people.shutdownNow();
        }
        assertThat(rows.of(2026)).extracting(PlanRow::unit).containsOnlyNulls();
    }

    private void inTwoThreads(String... bodies) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(bodies.length);
        CountDownLatch ready = new CountDownLatch(bodies.length);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (String body : bodies) {
                Map<String, Object> json = json(body);
                writing.add(people.submit(() -> database.transaction().executeWithoutResult(status -> {
                    ready.countDown();
                    try {
                        ready.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                    plan.rowService.change(2026, json);
                })));
            }
            for (Future<?> each : writing) {
                each.get(20, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) throws Exception {
        return new ObjectMapper().readValue(text, Map.class);
    }

    private void head(String status) {
        database.jdbc().sql("update plan set status = ? where plan_year = 2026").param(status).update();
    }

    private static String both() {
        return """
                {"items": [{"taxCode": "0100047516", "responsibleMember": "officer1"},
                           {"taxCode": "0100233488"}]}""";
    }
}
