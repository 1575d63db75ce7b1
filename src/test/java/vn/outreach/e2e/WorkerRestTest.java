package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** What Camunda's own clients meet on /engine-rest: answers in their form, and limits on what a worker may ask for. */
class WorkerRestTest extends OutreachTest {

    private static final String TASKS = "/engine-rest/external-task/";

    private Rest nobody;
    private Rest system;
    /** The enterprise whose letter is waited for. */
    private String code;

    @BeforeEach
    void clients() {
        code = enterprise();
        nobody = Rest.nobody("http://localhost:" + port);
        system = nobody.as("integration", "integration");
    }

    // --- the form of answers -------------------------------------------------------------------------------------------

    /** camunda-external-task-client-js reads a body of exactly this type. */
    @Test
    void theTypeOfAnswersIsJson_andNotALetterMore() {
        String sent = "{\"workerId\": \"w\", \"maxTasks\": 1, \"topics\": []}";
        for (Rest.Answer answer : List.of(
                system.post(TASKS + "fetchAndLock", sent), system.post(TASKS + "nothing/complete", "{}"),
                nobody.post(TASKS + "fetchAndLock", sent), system.get("/engine-rest/process-definition?maxResults=1"))) {
            assertThat(answer.headers().firstValue("Content-Type")).as("%s", answer).hasValue("application/json");
        }
        assertThat(nobody.as("officer1", "officer1").get("/api/v1/me").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
    }

    @Test
    void refusalsInFrontHaveTheFormOfTheEngines() {
        Rest officer = nobody.as("officer1", "officer1");
        assertEngineError(nobody.post(TASKS + "fetchAndLock", "{}"), 401, "login-needed");
        assertEngineError(officer.post(TASKS + "fetchAndLock", "{}"), 403, "not-allowed");
        assertEngineError(system.post("/engine-rest//message", "{}"), 403, "address-refused");
        assertEngineError(system.post("/engine-rest/message", " ".repeat(1024 * 1024 + 1)), 413, "body-too-large");
        assertEngineError(system.post("/engine-rest/message", "null"), 400, "json-shape");
        assertEngineError(system.post("/engine-rest/message", "{"), 400, "json-unreadable");

        String slowed = "nobody-" + newTaxCode();
        Rest.Answer answer = nobody.as(slowed, "x").get("/engine-rest/version");
        for (int tries = 0; tries < 20 && answer.status() == 401; tries++) {
            answer = nobody.as(slowed, "x").get("/engine-rest/version");
        }
        assertEngineError(answer, 429, "login-slowed");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isPositive();
    }

    private static void assertEngineError(Rest.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        JsonNode json = answer.json();
        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "message", "code");
        assertThat(json.get("code").isNull() || json.get("code").isInt()).as("%s", answer).isTrue();
        assertThat(json.get("type").asText()).isNotBlank();
        assertThat(json.get("message").asText()).isNotBlank();
        assertThat(answer.code()).isEqualTo(code);
    }

    // --- numbers -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 30 * 60 * 1000 + 1, 315_360_000_000L})
    void aLockIsOfHalfAnHourAtMost(long millis) {
        String letter = letter();
        String topic = "{\"topicName\": \"sendOfficialLetter\", \"lockDuration\": %d}".formatted(millis);
        refused(system.post(TASKS + "fetchAndLock", "{\"workerId\": \"w\", \"maxTasks\": 1, \"topics\": [" + topic + "]}"), "lockDuration");
        refused(system.post(TASKS + letter + "/lock", Map.of("workerId", "w", "lockDuration", millis)), "lockDuration");
        system.post(TASKS + letter + "/lock", Map.of("workerId", "w", "lockDuration", 30 * 60 * 1000)).ok();
        if (millis > 0) {
            refused(system.post(TASKS + letter + "/extendLock", Map.of("workerId", "w", "newDuration", millis)), "newDuration");
        }
        system.post(TASKS + letter + "/extendLock", Map.of("workerId", "w", "newDuration", 60_000)).ok();
    }

    @ParameterizedTest
    @CsvSource({"retries, -1, 0", "retryTimeout, 0, -1", "retryTimeout, 3, 86400001", "retryTimeout, 3, 315360000000"})
    void aFailureHasNoNumbersBelowZero_norARetryThatIsALock(String field, int retries, long timeout) {
        String letter = letter();
        system.post(TASKS + letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        refused(system.post(TASKS + letter + "/failure",
                Map.of("workerId", "w", "errorMessage", "x", "retries", retries, "retryTimeout", timeout)), field);
        system.post(TASKS + letter + "/failure",
                Map.of("workerId", "w", "errorMessage", "x", "retries", 1, "retryTimeout", 86_400_000)).ok();
    }

    @Test
    void whatAWorkerLeavesOutIsItsOwnFault() {
        String letter = letter();
        system.post(TASKS + letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        String fetch = "{\"workerId\": \"w\", \"maxTasks\": %s, \"topics\": [%s]}";
        for (String body : List.of("{}", fetch.formatted("-1", ""), fetch.formatted("1", "{}"), fetch.formatted("1", "null"),
                fetch.formatted("1", "{\"topicName\": \"sendOfficialLetter\"}"),
                "{\"maxTasks\": 1, \"topics\": [{\"topicName\": \"sendOfficialLetter\", \"lockDuration\": 1000}]}",
                "{\"workerId\": \"w\", \"maxTasks\": 1, \"asyncResponseTimeout\": 99999999, \"topics\": []}")) {
            isItsOwnFault(system.post(TASKS + "fetchAndLock", body), body);
        }
        for (String act : List.of("lock", "extendLock", "failure", "complete")) {
            for (String body : List.of("{}", "{\"workerId\": \"other\"}", "{\"workerId\": \"other\", \"retries\": 1, \"retryTimeout\": 0}")) {
                isItsOwnFault(system.post(TASKS + letter + "/" + act, body), act + " " + body);
            }
        }
    }

    private static void isItsOwnFault(Rest.Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer).isBetween(400, 499);
        assertThat(answer.sentence()).as(what).isNotBlank();
    }

    private static void refused(Rest.Answer answer, String field) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.sentence()).as("for systems").endsWith("(" + field + ")");
    }

    // --- long polls ----------------------------------------------------------------------------------------------------

    @Test
    void aClientWaitsWithTenRequests_andMoreAreTooMany() {
        List<CompletableFuture<Rest.Answer>> waiting = new ArrayList<>();
        IntStream.rangeClosed(1, 14).forEach(i -> waiting.add(poll("worker-" + i)));
        List<CompletableFuture<Rest.Answer>> tooMany = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).join();
            waiting.stream().filter(CompletableFuture::isDone).findFirst().ifPresent(done -> {
                tooMany.add(done);
                waiting.remove(done);
            });
        }
        assertThat(tooMany).allSatisfy(done -> {
            assertEngineError(done.join(), 429, "long-polls");
            assertThat(done.join().headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(waiting).hasSize(10);
    }

    /** One that died during its request would be given letters that nobody sends. */
    @Test
    void aWorkerThatAsksAnewEndsItsEarlierRequest() {
        List<CompletableFuture<Rest.Answer>> both = List.of(poll("worker-again"), poll("worker-again"));
        CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new)).join();
        assertThat(both.stream().filter(CompletableFuture::isDone).map(done -> done.join().status())).containsExactly(503);
    }

    private CompletableFuture<Rest.Answer> poll(String worker) {
        String sent = """
                {"workerId": "%s", "maxTasks": 1, "asyncResponseTimeout": 15000,
                 "topics": [{"topicName": "sendOfficialLetter", "lockDuration": 1000, "businessKey": "%s"}]}""";
        return CompletableFuture.supplyAsync(
                () -> system.post(TASKS + "fetchAndLock", sent.formatted(worker, code)), command -> new Thread(command).start());
    }

    /** The id of a letter that waits to be sent. */
    private String letter() {
        Rest officer = nobody.as("officer1", "officer1");
        officer.startCase(code).ok();
        officer.complete(task(code, "scheduleSurvey").getId(), Map.of("surveyDate", "2026-10-05", "surveyMethod", "VISIT")).ok();
        return externalTasks.createExternalTaskQuery().unlimitedList().stream()
                .filter(waiting -> code.equals(waiting.getBusinessKey()))
                .findFirst()
                .orElseThrow()
                .getId();
    }
}
