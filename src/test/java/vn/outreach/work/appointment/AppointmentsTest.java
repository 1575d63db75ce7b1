package vn.outreach.work.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.testing.OutreachTest;

/** From the form that plans a day to the calendar of the responsible member: mails of the outbox and the personal feed. */
class AppointmentsTest extends OutreachTest {

    private static final LocalDate FIRST = TODAY.plusDays(7);

    @Autowired
    private EnterpriseService register;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aPlannedSurveyGoesIntoTheMembersCalendar() {
        String code = surveyPlanned(FIRST);
        assertThat(told(code)).contains("appointment-planned:officer1");
        ICalendar file = file(code, "appointment-planned", "officer1");
        VEvent event = file.getEvents().get(0);
        assertThat(file.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getSummary().getValue()).isEqualTo("Khảo sát: TNHH Thử " + code + " – Phú Mỹ I");
        assertThat(raw(code, "appointment-planned")).doesNotContain("officer1").doesNotContain("Nguyễn");
        assertThat(jdbc.sql("select read_at is not null from notification where tax_code = ? and template = 'appointment-planned'")
                .param(code).query(Boolean.class).single()).as("one's own act rings no bell").isTrue();
    }

    @Test
    void anotherRoundMovesIt_underTheSameUid() {
        String code = surveyPlanned(FIRST);
        completeExternal(code, "sendOfficialLetter");
        at(FIRST);
        complete("officer1", code, "conductSurvey", "surveyResult", "REFUSED");
        at(FIRST.plusDays(1));
        runRetry(code);
        LocalDate second = today().plusDays(8);
        complete("officer1", code, "scheduleSurvey", "surveyDate", second.toString(), "surveyMethod", "VISIT");

        VEvent first = file(code, "appointment-planned", "officer1").getEvents().get(0);
        VEvent moved = file(code, "appointment-moved", "officer1").getEvents().get(0);
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(raw(code, "appointment-moved")).contains("DTSTART;VALUE=DATE:" + second.toString().replace("-", "") + "\r\n");
    }

    @Test
    void theEndOfTheCaseCancelsIt() {
        String code = enterprise();
        ProcessInstance survey = startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", FIRST.toString(), "surveyMethod", "VISIT");
        runtime.deleteProcessInstance(survey.getId(), "test");

        ICalendar cancel = file(code, "appointment-cancelled", "officer1");
        assertThat(cancel.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(cancel.getEvents().get(0).getSequence().getValue()).isEqualTo(1);
        assertThat(cancel.getEvents().get(0).getUid().getValue())
                .isEqualTo(file(code, "appointment-planned", "officer1").getEvents().get(0).getUid().getValue());
    }

    @Test
    void anotherMemberTakesItOver() {
        String code = surveyPlanned(FIRST);
        as("board", () -> register.changeResponsibleMember(code, "officer2"));
        ICalendar cancel = file(code, "appointment-cancelled", "officer1");
        ICalendar planned = file(code, "appointment-planned", "officer2");
        assertThat(cancel.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(planned.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(List.of(cancel.getEvents().get(0), planned.getEvents().get(0)))
                .allSatisfy(event -> assertThat(event.getSequence().getValue()).isEqualTo(1))
                .extracting(event -> event.getUid().getValue()).containsOnly(cancel.getEvents().get(0).getUid().getValue());
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        String code = enterprise();
        startPhase("survey", code);
        assertThatThrownBy(() -> complete(
                "officer1", code, "scheduleSurvey", "surveyDate", "2020-01-01", "surveyMethod", "VISIT"));
        assertThat(jdbc.sql("select count(*) from appointment where tax_code = ?").param(code).query(Integer.class).single()).isZero();
        assertThat(told(code)).noneMatch(row -> row.startsWith("appointment"));
    }

    // --- feed ----------------------------------------------------------------------------------------------------------

    @Test
    void theFeedIsBehindItsSecret_untilItIsRenewedOrRevoked() throws Exception {
        String code = surveyPlanned(FIRST);
        send("DELETE", "officer1", "/api/v1/me/calendar");
        assertThat(send("GET", "officer1", "/api/v1/me/calendar").body()).contains("\"madeAt\":null");
        String path = newFeed();
        String secret = path.replaceAll(".*/|\\.ics$", "");
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(jdbc.sql("select secret_hash from calendar_feed where user_id = 'officer1'").query(String.class).single())
                .hasSize(64).isNotEqualTo(secret);

        HttpResponse<String> feed = send("GET", null, path);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(feed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(summaries(feed.body())).contains("Khảo sát: TNHH Thử " + code + " – Phú Mỹ I");
        assertThat(feed.body()).doesNotContain("officer1");

        as("board", () -> register.changeResponsibleMember(code, "officer2"));
        assertThat(summaries(send("GET", null, path).body())).as("it left this calendar")
                .doesNotContain("Khảo sát: TNHH Thử " + code + " – Phú Mỹ I");

        String renewed = newFeed();
        assertThat(send("GET", null, path).statusCode()).as("the old address").isEqualTo(404);
        assertThat(send("GET", null, renewed).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "officer1", "/api/v1/me/calendar").statusCode()).isEqualTo(204);
        assertThat(send("GET", null, renewed).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongAddressIsNone_andFetchingHasItsMeasure() throws Exception {
        at(TODAY.plusDays(28));
        String wrong = "/api/v1/calendar/" + "A".repeat(43) + ".ics";
        HttpResponse<String> answer = send("GET", null, wrong);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("calendar-unknown");
        assertThat(send("GET", null, "/api/v1/calendar/short.ics").statusCode()).isEqualTo(404);
        assertThat(send("POST", null, wrong).statusCode()).isEqualTo(401);
        for (int i = 1; i < FeedThrottle.MOST; i++) {
            assertThat(send("GET", null, wrong).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> tooMany = send("GET", null, wrong);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValueAsLong("Retry-After")).isPresent();
        String right = newFeed();
        for (int i = 0; i <= FeedThrottle.MOST; i++) {
            assertThat(send("GET", null, right).statusCode()).as("a right address is not counted, nor kept out").isEqualTo(200);
        }
        at(TODAY.plusDays(29));
        assertThat(send("GET", null, wrong).statusCode()).as("later again").isEqualTo(404);
    }

    @Test
    void nobodyMakesACalendarWithoutALogin() throws Exception {
        for (String verb : List.of("GET", "POST", "DELETE")) {
            assertThat(send(verb, null, "/api/v1/me/calendar").statusCode()).isEqualTo(401);
        }
    }

    // -------------------------------------------------------------------------------------------------------------------

    private String surveyPlanned(LocalDate day) {
        String code = enterprise();
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", day.toString(), "surveyMethod", "VISIT");
        return code;
    }

    /** After a refusal the process waits before it tries again. */
    private void runRetry(String code) {
        if (openSteps(code).contains("scheduleSurvey")) {
            return;
        }
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .ifPresent(job -> {
                    at(job.getDuedate().toInstant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate());
                    management.executeJob(job.getId());
                });
    }

    private ICalendar file(String code, String template, String recipient) {
        String text = jdbc.sql("select calendar from notification where tax_code = ? and template = ? and recipient = ?")
                .params(code, template, recipient).query(String.class).single();
        return Biweekly.parse(text).first();
    }

    private String raw(String code, String template) {
        return jdbc.sql("select calendar from notification where tax_code = ? and template = ?")
                .params(code, template).query(String.class).single();
    }

    private static List<String> summaries(String feed) {
        return Biweekly.parse(feed).first().getEvents().stream().map(event -> event.getSummary().getValue()).toList();
    }

    private String newFeed() throws Exception {
        HttpResponse<String> made = send("POST", "officer1", "/api/v1/me/calendar");
        assertThat(made.statusCode()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(made.body());
        return URI.create(json.get("address").asText()).getPath();
    }

    private HttpResponse<String> send(String verb, String user, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(verb, HttpRequest.BodyPublishers.noBody());
        if (user != null) {
            request.header("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password(user)).getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
