package vn.outreach.lifecycle.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** A letter that no system sends: who is told, and how the responsible member records it. */
class LetterByHandTest extends OutreachTest {

    @Autowired
    private Clock clock;

    private String code;

    @BeforeEach
    void aLetterWaits() {
        code = enterprise();
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
    }

    @Test
    void theResponsibleMemberRecordsIt() throws Exception {
        assertThat(get("officer1", "profile").body()).contains("\"name\":\"Gửi công văn đề nghị khảo sát\"", "\"byHand\":true",
                "\"stopped\":false");
        assertThat(get("zoneunion", "profile").body()).contains("\"byHand\":false");
        assertThat(post("officer1", letter("12-CV/BTC", today().toString())).statusCode()).isEqualTo(204);

        assertThat(openSteps(code)).containsExactly("conductSurvey");
        assertThat(row(code, "sendOfficialLetter")).containsEntry("source", "PERSON").containsEntry("recorded_by", "officer1");
        assertThat(String.valueOf(row(code, "sendOfficialLetter").get("details"))).contains("12-CV/BTC");
        assertThat(post("officer1", letter("13-CV/BTC", today().toString())).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer2", "zoneunion", "board", "integration", "admin"})
    void nobodyElseDoes(String person) throws Exception {
        assertThat(post(person, letter("12-CV/BTC", today().toString())).statusCode()).isEqualTo(403);
        assertThat(waiting()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-10-05, letterNumber", "12-CV, '', letterSentOn", "12-CV, 2099-01-01, letterSentOn", "12-CV, never, letterSentOn"})
    void whatIsWrongIsNamed(String number, String sentOn, String field) throws Exception {
        HttpResponse<String> answer = post("officer1", letter(number, sentOn));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        assertThat(waiting()).isNotNull();
    }

    @Test
    void notWhileASystemWorksOnIt() throws Exception {
        as("integration", () -> externalTasks.lock(waiting().getId(), "system", 60_000));
        assertThat(get("officer1", "profile").body()).contains("\"byHand\":false");
        assertThat(post("officer1", letter("12-CV", today().toString())).statusCode()).isEqualTo(409);
        as("integration", () -> externalTasks.unlock(waiting().getId()));
        assertThat(post("officer1", letter("12-CV", today().toString())).statusCode()).isEqualTo(204);
    }

    @Test
    void whereTheResponsibleMemberIsGone_aColleagueDoes() throws Exception {
        jdbc.sql("update enterprise set responsible_member = 'gone' where tax_code = ?").param(code).update();
        assertThat(post("zoneunion", letter("12-CV", today().toString())).statusCode()).isEqualTo(403);
        assertThat(post("officer2", letter("12-CV", today().toString())).statusCode()).isEqualTo(204);
    }

    @Test
    void aSystemThatFailsForGoodIsTold() throws Exception {
        as("integration", () -> {
            externalTasks.lock(waiting().getId(), "system", 60_000);
            externalTasks.handleFailure(waiting().getId(), "system", "x", 0, 0);
        });
        assertThat(runtime.createIncidentQuery().configuration(waiting().getId()).count()).isOne();
        assertThat(told(code)).contains("incident:admin", "system-stopped:officer1");
        assertThat(get("officer1", "profile").body()).contains("\"stopped\":true");

        assertThat(post("officer1", letter("12-CV", today().toString())).statusCode()).isEqualTo(204);
        assertThat(runtime.createIncidentQuery().activityId("serviceTask_sendOfficialLetter")
                        .processInstanceId(instance()).count()).isZero();
    }

    @Test
    void theBuiltInWorkerCountsItsFailures_waitsLonger_andEndsAsAnIncident() {
        LetterWorker worker = new LetterWorker(failing(), clock, "PT0S", Duration.ofSeconds(10));
        passUntil(worker, 4);
        ExternalTask letter = waiting();
        assertThat(letter.getErrorMessage()).isEqualTo("IllegalStateException");
        assertThat(Duration.between(clock.instant(), letter.getLockExpirationTime().toInstant())).isEqualTo(Duration.ofMinutes(1));

        externalTasks.setRetries(letter.getId(), 1);
        externalTasks.unlock(letter.getId());
        passUntil(worker, 0);
        assertThat(runtime.createIncidentQuery().configuration(letter.getId()).count()).isOne();
        assertThat(told(code)).contains("incident:admin", "system-stopped:officer1");
    }

    /** Letters of other tests may wait too: a pass takes only so many. */
    private void passUntil(LetterWorker worker, int retries) {
        long most = externalTasks.createExternalTaskQuery().count();
        for (long pass = 0; pass <= most && !Integer.valueOf(retries).equals(waiting().getRetries()); pass++) {
            worker.pass();
        }
        assertThat(waiting().getRetries()).isEqualTo(retries);
    }

    private ExternalTaskService failing() {
        return (ExternalTaskService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ExternalTaskService.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("complete")) {
                        throw new IllegalStateException("no letters today");
                    }
                    try {
                        return method.invoke(externalTasks, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private ExternalTask waiting() {
        return externalTasks.createExternalTaskQuery().processInstanceId(instance()).singleResult();
    }

    private String instance() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("survey").processInstanceBusinessKey(code)
                .singleResult().getId();
    }

    private static String letter(String number, String sentOn) {
        return "{\"letterNumber\": \"%s\", \"letterSentOn\": \"%s\"}".formatted(number, sentOn);
    }

    private HttpResponse<String> get(String user, String what) throws Exception {
        return send(user, what, HttpRequest.newBuilder().GET());
    }

    private HttpResponse<String> post(String user, String body) throws Exception {
        return send(user, "letter", HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String user, String what, HttpRequest.Builder request) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + password(user)).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(
                request.uri(URI.create("http://localhost:" + port + "/api/v1/enterprises/" + code + "/" + what))
                        .header("Content-Type", "application/json").header("Authorization", "Basic " + login).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
