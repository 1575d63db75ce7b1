package vn.outreach.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.OutreachApplication;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

@Tag("both-databases")
class OutcomeControllerTest {

    private static final String PATH = "/api/v1/outcomes";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final OutcomeRows rows = new OutcomeRows(new ObjectMapper());
    private final Ledger ledger = new Ledger(database.jdbc(), rows, List.of(), texts -> { }, CLOCK);
    private final Api api = new Api();
    private final Outcome survey;
    private final Outcome consent;

    OutcomeControllerTest() {
        api.serving(new OutcomeController(new OutcomeSearch(database.jdbc(), rows), ledger, new ResultNames(), api,
                SystemsFixture.personalData(), AuditFixture.on(database, api, CLOCK)));
        survey = record("survey", "scheduleSurvey", "0100047516", null, LocalDate.of(2026, 11, 1));
        consent = record("memberAdmission", "recordConsent", "0100047516", "UV-2026-0001", LocalDate.of(2026, 11, 2));
        record("survey", "scheduleSurvey", "0100233488", null, LocalDate.of(2026, 11, 3));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRow_saysWhoRecordedWhatAndWhen() {
        assertThat(api.get(PATH + "?enterprise=0100047516&phase=survey")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"taxCode": "0100047516", "candidateRef": null, "phase": "survey",
                  "step": "scheduleSurvey", "result": "DONE", "occurredOn": "2026-11-01", "recordedBy": "officer1",
                  "recordedAt": "2026-11-23T10:04:05.678+07:00", "planYear": 2026, "round": 1, "source": "PERSON",
                  "ruleVersion": "QD208_2026", "corrects": null, "processInstanceId": "p-1",
                  "activityInstanceId": "recordSurvey:1"}], "page": 0, "size": 50, "total": 1}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise=0100233488", "from=2026-11-03", "from=2026-11-03&to=2026-11-03&step=scheduleSurvey",
        "sort=-occurredOn&size=1"})
    void rowsAreFiltered(String query) {
        assertThat(api.get(PATH + "?" + query)).hasStatusOk().bodyJson().extractingPath("$.items[*].taxCode").asArray()
                .containsExactly("0100233488");
    }

    @ParameterizedTest
    @CsvSource({"id, 2026-11-01 2026-11-03 2026-11-01", "occurredOn, 2026-11-01 2026-11-01 2026-11-03",
        "-occurredOn, 2026-11-03 2026-11-01 2026-11-01"})
    void theLedgerIsReadOnFromARow_andNobodyCountsIt(String sort, String days) {
        record("survey", "verifyPostings", "0100233488", null, LocalDate.of(2026, 11, 1));
        List<String> read = new ArrayList<>();
        List<Number> ids = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            Map<String, Object> page = json(PATH + "?size=1&sort=" + sort + "&after=" + after);
            assertThat(page).containsOnlyKeys("items", "size", "hasMore", "next");
            for (Object item : (List<?>) page.get("items")) {
                read.add((String) ((Map<?, ?>) item).get("occurredOn"));
                ids.add((Number) ((Map<?, ?>) item).get("id"));
            }
            after = (String) page.get("next");
            assertThat(page.get("hasMore")).isEqualTo(after != null);
            pages++;
        } while (after != null);
        assertThat(String.join(" ", read)).isEqualTo(days);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void filtersHoldForTheRowsBehindARowToo() {
        assertThat(api.get(PATH + "?after=" + survey.id())).bodyJson().extractingPath("$.items[*].taxCode").asArray().containsExactly("0100233488");
        assertThat(api.get(PATH + "?after=" + survey.id() + "&enterprise=0100047516")).bodyJson().extractingPath("$.items").asArray().isEmpty();
    }

    /** Where it stands in the order would tell the day of what the person may not read. */
    @Test
    void nobodyReadsOnFromARowThatIsNotHisToRead() {
        assertRefused(api.get(PATH + "?after=" + consent.id() + "&sort=occurredOn"), 422, "after-unknown", "after");
        assertThat(api.as("somebody", "organisationBoard").get(PATH + "?after=" + consent.id() + "&sort=occurredOn")).bodyJson()
                .extractingPath("$.items[*].occurredOn").asArray().containsExactly("2026-11-03");
    }

    @ParameterizedTest
    @CsvSource({"after=x, field-type, after", "after=999, after-unknown, after", "after=&sort=taxCode, field-choice, sort",
        "after=&size=501, field-range, size"})
    void aWrongQuestionForTheRowsBehindARow_isNamed(String query, String code, String field) {
        assertRefused(api.get(PATH + "?" + query), 422, code, field);
    }

    private Map<String, Object> json(String path) {
        try {
            return new ObjectMapper().readValue(api.get(path).getResponse().getContentAsByteArray(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisationBoard", "standingCommittee", "mobileCell", "cell0100047516"})
    void admissions_showToThoseWhoCarryThem(String group) {
        assertThat(api.as("somebody", group).get(PATH)).bodyJson().extractingPath("$.items[*].candidateRef").asArray()
                .contains("UV-2026-0001");
    }

    @Test
    void anAdmissionThatAnotherCellCarries_isNotTheMobileCells() {
        carriedBy("cell0100047516");
        assertThat(api.as("somebody", "mobileCell").get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertRefused(api.post(PATH + "/" + consent.id() + "/corrections", correction("NO")), 404, "outcome-unknown", null);
        for (String group : new String[] {"organisationBoard", "standingCommittee", "cell0100047516"}) {
            assertThat(api.as("somebody", "mobileCell", group).get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(3);
        }
        assertThat(api.as("somebody", "mobileCell", "cell0100233488").get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(2);

        carriedBy("mobileCell");
        assertThat(api.as("somebody", "mobileCell").get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(3);
    }

    private void carriedBy(String cell) {
        database.jdbc().sql("delete from admission_host").update();
        database.jdbc().sql("insert into admission_host (candidate_ref, host_cell) values ('UV-2026-0001', ?)").param(cell).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outreachOfficers", "zoneUnion", "steeringBoard", "camunda-admin", "cell0100233488"})
    void admissions_areNotThereForOthers(String group) {
        assertThat(api.as("somebody", group).get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertRefused(api.post(PATH + "/" + consent.id() + "/corrections", correction("NO")), 404, "outcome-unknown", null);
    }

    @Test
    void aCorrection_isANewRowThatMovesNothing() {
        assertThat(api.post(PATH + "/" + survey.id() + "/corrections", """
                {"result": "YES", "occurredOn": "2026-10-31", "reason": "Nhầm"}""")).hasStatus(201)
                .bodyJson().extractingPath("$.corrects").asNumber().isEqualTo((int) survey.id());

        assertThat(ledger.last("p-1", "scheduleSurvey").orElseThrow()).isEqualTo(survey);
        assertThat(ledger.count("p-1", "scheduleSurvey", "YES")).isZero();
        assertThat(api.get(PATH + "?enterprise=0100047516&phase=survey")).bodyJson()
                .extractingPath("$.items[*].result").asArray().containsExactly("DONE", "YES");
    }

    @Test
    void onlyTheRecorderTheBoardAndHeads_correct() {
        String path = PATH + "/" + survey.id() + "/corrections";

        assertRefused(api.as("officer2", "outreachOfficers").post(path, correction("YES")), 403, "wrong-person", null);
        assertThat(api.as("officer2", "outreachOfficers", "heads").post(path, correction("YES"))).hasStatus(201);
        assertThat(api.as("organisation", "organisationBoard").post(path, correction("YES"))).hasStatus(201);
        assertThat(api.post(path, correction("YES"))).as("sent again, because no answer came").hasStatus(201);
        assertThat(api.get(PATH + "?enterprise=0100047516&phase=survey")).bodyJson().extractingPath("$.total").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"reason\": \"Nhầm\"}                                               | field-missing | result",
        "{\"result\": \"MAYBE\", \"reason\": \"Nhầm\"}                        | field-choice  | result",
        "{\"result\": \"YES\"}                                                | field-missing | reason",
        "{\"result\": \"YES\", \"reason\": \"N\", \"occurredOn\": \"2026-11-24\"} | date-future | occurredOn"})
    void aWrongCorrection_isNamed(String body, String code, String field) {
        assertRefused(api.post(PATH + "/" + survey.id() + "/corrections", body), 422, code, field);
        assertThat(api.get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(2);
    }

    private Outcome record(String phase, String step, String taxCode, String candidateRef, LocalDate day) {
        return ledger.record(new LedgerEntry(phase, step, taxCode.equals("0100047516") ? "p-1" : "p-2", "c-1",
                phase.equals("survey") && taxCode.equals("0100047516") ? "recordSurvey:1" : null, taxCode, candidateRef,
                "QD208_2026", 2026, Source.PERSON, "officer1", day, Map.of()), Done.DONE);
    }

    private static String correction(String result) {
        return "{\"result\": \"%s\", \"reason\": \"Nhầm\"}".formatted(result);
    }
}
