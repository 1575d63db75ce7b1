package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** A day of no calendar that an office uses is refused on every way in, by its field, and nothing is written. */
@Tag("both-databases")
class FarDaysRestTest extends OutreachTest {

    private static final String START = "/engine-rest/process-definition/key/";

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "2101-01-01", "1899-12-31", "0026-11-20", "-2026-01-01", "+12026-12-10", "+300000-01-01",
        "+999999999-12-31"})
    void noWayInTakesADayOutsideTheOfficesYears(String day) {
        String taxCode = begun();
        String task = task(taxCode, "scheduleSurvey").getId();
        Map<String, Object> survey = Map.of("surveyDate", day, "surveyMethod", "VISIT");
        refused("surveyDate", as("officer1").complete(task, survey));
        refused("surveyDate", as("officer1").post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", Rest.variables(survey))));
        refused("surveyDate", Webapp.login("http://localhost:" + port, "officer1", "officer1").submitForm(task, survey));
        assertThat(as("officer1").post("/api/v1/tasks:bulk", Map.of("action", "COMPLETE", "taskIds", List.of(task), "fields", survey))
                .ok().json().at("/rows/0/code").asText()).isEqualTo("field-range");
        refused("dueDate", as("officer1").post("/api/v1/tasks:bulk",
                Map.of("action", "DUE_DATE", "taskIds", List.of(task), "dueDate", day, "comment", "thử")));
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");

        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", day(0), "surveyMethod", "VISIT");
        refused("letterSentOn", letter(taxCode, day));
        assertThat(ledger(taxCode)).containsExactly("survey.scheduleSurvey=DONE");

        Map<String, Object> report = Map.of("eventType", "enterpriseClosed", "enterpriseCode", taxCode, "occurredOn", day, "reason", "thử");
        refused("occurredOn", as("officer1").post(START + "caseEvent/start", Map.of("variables", Rest.variables(report))));
        refused("occurredOn", as("officer1").post(START + "caseEvent/submit-form", Map.of("variables", Rest.variables(report))));
        refused("closedOn", as("integration").message("outreach.enterpriseClosed", taxCode, Map.of("reason", "thử", "closedOn", day)));
        assertThat(register(taxCode, "closed_on")).isNull();

        refused("surveyedOn", as("officer1").send("PATCH", "/api/v1/enterprises/" + taxCode, Map.of("surveyedOn", day)));
        refused("day", as("officer1").post("/api/v1/enterprises/" + taxCode + "/contacts",
                Map.of("day", day, "kind", "CALL", "withWhom", "giám đốc", "said", "thử")));
        refused("nextDay", as("officer1").post("/api/v1/enterprises/" + taxCode + "/contacts", Map.of("day", day(0), "kind", "CALL",
                "withWhom", "giám đốc", "said", "thử", "nextStep", "gặp", "nextDay", day)));
        refused("day", as("office").put("/api/v1/holidays", List.of(Map.of("day", day, "name", "Nghỉ", "source", "thử"))));
        refused("from", as("officer1").get("/api/v1/outcomes?from=" + day.replace("+", "%2B")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24_000})
    void nothingIsPlannedBeyondFiveYears(int daysBeyond) {
        String day = TODAY.plusYears(5).plusDays(daysBeyond).toString();
        String taxCode = begun();
        refused("surveyDate", as("officer1").complete(task(taxCode, "scheduleSurvey").getId(),
                Map.of("surveyDate", day, "surveyMethod", "VISIT")));
        refused("nextDay", as("officer1").post("/api/v1/enterprises/" + taxCode + "/contacts", Map.of("day", day(0), "kind", "CALL",
                "withWhom", "giám đốc", "said", "thử", "nextStep", "gặp", "nextDay", day)));
        refused("from", as("officer1").post("/api/v1/deputies",
                Map.of("deputy", "officer2", "mode", "RECEIVER", "from", day, "to", day, "reason", "thử")));
        as("officer1").complete(task(taxCode, "scheduleSurvey").getId(), Map.of("surveyDate", TODAY.plusYears(5).toString(), "surveyMethod", "VISIT")).ok();
    }

    /** A calendar is fetched by programs that know years of four digits; rows of earlier releases may have others. */
    @Test
    void aFeedLeavesOutDaysThatNoCalendarReads() {
        String taxCode = begun();
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", day(31), "surveyMethod", "VISIT");
        String other = begun();
        complete("officer1", other, "scheduleSurvey", "surveyDate", day(31), "surveyMethod", "VISIT");
        jdbc.sql("update appointment set planned_on = ? where tax_code = ?").params(LocalDate.of(12026, 12, 10), other).update();

        String address = as("officer1").post("/api/v1/me/calendar", "{}").ok().json().get("address").asText();
        String feed = as("officer1").get(address.replaceFirst("^https?://[^/]+", "")).ok().body();

        assertThat(feed.lines().filter(line -> line.startsWith("DTSTART") || line.startsWith("DTEND"))).isNotEmpty()
                .allMatch(line -> line.matches("DT(START|END)(;VALUE=DATE:(19|20)[0-9]{6}|:(19|20)[0-9]{6}T[0-9]{6}Z)"));
        assertThat(feed).contains(taxCode).doesNotContain(other);
    }

    private String begun() {
        String taxCode = enterprise();
        as("officer1").startCase(taxCode).ok();
        return taxCode;
    }

    private Rest.Answer letter(String taxCode, String day) {
        String id = as("integration").post("/engine-rest/external-task/fetchAndLock", Map.of("workerId", "office", "maxTasks", 1,
                "topics", List.of(Map.of("topicName", "sendOfficialLetter", "lockDuration", 60_000, "businessKey", taxCode))))
                .ok().json().at("/0/id").asText();
        return as("integration").post("/engine-rest/external-task/" + id + "/complete", Map.of("workerId", "office",
                "variables", Rest.variables(new HashMap<>(Map.of("letterNumber", "1-CV/VP", "letterSentOn", day)))));
    }

    private Rest as(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, user);
    }

    private static void refused(String field, Rest.Answer answer) {
        assertThat(answer.status()).as("%s: %s", field, answer).isIn(400, 422);
        assertThat(answer.sentence()).as(field).isNotBlank();
    }
}
