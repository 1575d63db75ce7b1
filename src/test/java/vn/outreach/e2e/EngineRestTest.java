package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/**
 * What /engine-rest and the webapps' own /camunda/api/engine answer: nothing without a login, and to what is impossible
 * the status and the Vietnamese sentence of lifecycle.md §1, with nothing written.
 */
class EngineRestTest extends OutreachTest {

    private static final String DAY = "2026-10-05";

    private Rest nobody;

    @BeforeEach
    void address() {
        nobody = Rest.nobody("http://localhost:" + port);
    }

    // --- the access rules -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/engine/default/task", "/engine-rest/task",
        "/engine-rest/task/count", "/engine-rest/process-definition", "/engine-rest/process-instance",
        "/engine-rest/history/task", "/engine-rest/history/variable-instance", "/engine-rest/user", "/engine-rest/group",
        "/engine-rest/external-task", "/engine-rest/deployment", "/engine-rest/identity/password-policy",
        "/engine-rest/version", "/engine-rest/metrics", "/engine-rest/schema/log", "/engine-rest/telemetry/data",
        "/engine-rest/openapi.json", "/engine-rest;v=1/task", "/engine-rest/;v=1/task", "/engine-rest//task",
        "//engine-rest/task", "/engine%2drest/task", "/api/..;/engine-rest/task", "/engine-rest/task?x=/camunda/app/",
        "/api", "/api/", "/api/v1", "/api/v1/enterprises", "/api/v1/enterprises/0100047516",
        "/api/v1/enterprises/0100047516/timeline", "/api/v1/outcomes", "/api/v1/notifications", "/api/v1/candidates/UV-2026-0001",
        "/api/v1/plans/2026/rows", "/api/v1/materials", "/api/v1/holidays", "/api/v1/nothing", "//api/v1/enterprises",
        "/api;v=1/v1/enterprises", "/api/v1/enterprises;v=1", "/%61pi/v1/enterprises",
        "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/process-definition",
        "/camunda/api/engine/engine/default/history/task", "/camunda/api/engine/engine/default/user",
        "/camunda/api/engine//engine/default/task", "/camunda/api/engine/engine/default/filter",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count"
    })
    void withoutALoginNothingIsAnswered(String path) {
        Rest.Answer answer = nobody.get(path);
        // 400 and 403: Tomcat or the firewall refuses the path itself. Whatever else it is, it asks who is there.
        assertThat(answer.status()).as("%s", answer).isIn(401, 400, 403);
        assertThat(answer.status() == 401 || path.matches(".*(//|;|%).*"))
                .as("%s is answered %s", path, answer)
                .isTrue();
        assertThat(answer.body()).doesNotContain("officer1").doesNotContain("userTask_");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/message",
        "POST, /engine-rest/task",
        "POST, /engine-rest/external-task/fetchAndLock",
        "POST, /engine-rest/process-definition/key/enterpriseOutreach/start",
        "POST, /engine-rest/deployment/create",
        "POST, /engine-rest/user/create",
        "DELETE, /engine-rest/deployment/x",
        "OPTIONS, /engine-rest/task",
        "HEAD, /engine-rest/task",
        "POST, /api/v1/enterprises",
        "PATCH, /api/v1/enterprises/0100047516",
        "POST, /api/v1/candidates",
        "PUT, /api/v1/holidays",
        "OPTIONS, /api/v1/enterprises"
    })
    void noMethodIsLetInWithoutALogin(String method, String path) {
        assertThat(nobody.send(method, path, "{}").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAnUnknownUserOrAGarbledHeaderIsNobody() {
        assertThat(nobody.as("nobody-known", "officer1").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(nobody.as("", "").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(nobody.as("office\u0000r1", "x").get("/api/v1/enterprises").status()).isEqualTo(401);
        assertThat(nobody.as("mobilecell2", "wrong").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/processes/survey.bpmn", "/forms/surveyConductSurvey.form", "/h2-console", "/actuator", "/META-INF/processes.xml",
        "/application.yml", "/db/migration/common/V001__enterprise.sql"})
    void filesOfTheApplicationAreNotServed(String path) {
        // Tomcat itself keeps META-INF shut, before any filter is asked.
        assertThat(nobody.get(path).status()).isEqualTo(path.startsWith("/META-INF/") ? 404 : 401);
    }

    @Test
    void theWebappsRefuseARequestThatAnotherSiteCouldSend() {
        Rest.Answer forged = nobody.post("/camunda/api/engine/engine/default/message", Map.of("messageName", "x"));
        assertThat(forged.status()).isIn(401, 403);
    }

    // --- a case ------------------------------------------------------------------------------------------------------

    @Test
    void aSecondCaseIsAConflict_onBothApis() {
        String taxCode = enterprise();
        Rest officer = as("officer1");
        String instance = officer.startCase(taxCode).ok().json().get("id").asText();

        Rest.Answer second = officer.startCase(taxCode);
        assertRefused(second, 409, taxCode, "đang chạy", instance);
        Rest.Answer form = webapp("officer1").submitStartForm("enterpriseOutreach", Map.of("enterpriseCode", taxCode));
        assertRefused(form, 409, taxCode, "đang chạy", instance);
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
    }

    @Test
    void aCaseNeedsAKnownEnterprise_onBothApis() {
        String unknown = newTaxCode();
        assertRefused(as("officer1").startCase(unknown), 400, "mã số thuế", unknown);
        assertRefused(as("officer1").startCase("0100047517"), 400, "Mã số thuế", "0100047517");
        assertRefused(start("officer1", Map.of()), 400, "enterpriseCode");
        assertRefused(webapp("officer1").submitStartForm("enterpriseOutreach", Map.of("enterpriseCode", unknown)), 400, unknown);
        assertRefused(webapp("officer1").submitStartForm("enterpriseOutreach", Map.of()), 400, "“Mã số thuế”");
        assertThat(isRunning("enterpriseOutreach", unknown)).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "planYear, next", "planYear, 2026.5", "priority, 0", "priority, 10", "admissionTarget, -1",
        "admissionTarget, many", "responsibleMember, nobody-known"
    })
    void aCaseIsNotStartedWithWhatCannotBe(String field, String value) {
        String taxCode = enterprise();
        Object sent = value.matches("-?[0-9.]+") ? (Object) Double.valueOf(value) : value;
        assertRefused(start("officer1", Map.of("enterpriseCode", taxCode, field, sent)), 400, field);
        assertThat(isRunning("enterpriseOutreach", taxCode)).isFalse();
        assertThat(openSteps(taxCode)).isEmpty();
        assertThat(told(taxCode)).isEmpty();
    }

    @Test
    void anotherBusinessKeyThanTheTaxCodeIsRefused() {
        String taxCode = enterprise();
        Rest.Answer answer = as("officer1").post("/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("businessKey", newTaxCode(), "variables", Rest.variables(Map.of("enterpriseCode", taxCode))));
        assertRefused(answer, 400, "businessKey");
    }

    @Test
    void onlyWhoMayOpenCasesOpensOne() {
        String taxCode = enterprise();
        assertThat(as("propaganda").startCase(taxCode).status()).isEqualTo(403);
        assertThat(as("board").startCase(taxCode).status()).isEqualTo(403);
        assertThat(isRunning("enterpriseOutreach", taxCode)).isFalse();
    }

    @Test
    void aPhaseIsStartedByItsCaseAlone() {
        for (String phase : List.of("survey", "ownerPersuasion")) {
            Rest.Answer answer = as("officer1").post("/engine-rest/process-definition/key/" + phase + "/start",
                    Map.of("businessKey", newTaxCode(), "variables", Map.of()));
            assertThat(answer.status()).as("%s: %s", phase, answer).isEqualTo(403);
        }
    }

    // --- a task ------------------------------------------------------------------------------------------------------

    @Test
    void aFieldThatIsMissingOrImpossibleIsNamed_onBothApis() {
        String taxCode = surveyed("officer1");
        String task = task(taxCode, "conductSurvey").getId();
        Map<String, Object> form = figures();

        form.remove("workerCount");
        assertRefused(as("officer1").complete(task, form), 400, "Thiếu “Tổng số lao động”.");
        assertRefused(webapp("officer1").submitForm(task, form), 400, "Thiếu “Tổng số lao động”.");
        form.put("workerCount", 12.5);
        assertRefused(as("officer1").complete(task, form), 400, "workerCount", "số nguyên");
        form.put("workerCount", 3);
        assertRefused(webapp("officer1").submitForm(task, form), 400, "Số đoàn viên công đoàn", "nhiều hơn số lao động");
        form.put("workerCount", 600);
        form.put("conductedOn", "2026-10-06");
        assertRefused(as("officer1").complete(task, form), 400, "conductedOn");
        form.put("conductedOn", DAY);
        form.put("ownerAttitude", "ANGRY");
        assertRefused(webapp("officer1").submitForm(task, form), 400, "SUPPORTIVE");
        assertRefused(as("officer1").complete(task, Map.of()), 400, "surveyResult");

        assertThat(openSteps(taxCode)).containsExactly("conductSurvey");
        assertThat(ledger(taxCode)).containsExactly("survey.scheduleSurvey=DONE", "survey.sendOfficialLetter=DONE");
        assertThat(register(taxCode, "surveyed_on")).isNull();
        form.put("ownerAttitude", "NEUTRAL");
        as("officer1").complete(task, form).ok();
        assertThat(ledger(taxCode)).endsWith("survey.conductSurvey=COMPLETED");
    }

    @Test
    void aTaskIsDoneByItsPersonOnly_onBothApis() {
        String taxCode = surveyed("officer1");
        String conduct = task(taxCode, "conductSurvey").getId();
        assertRefused(as("officer2").complete(conduct, figures()), 403, "đang do Nguyễn Thị Hạnh làm");
        assertRefused(webapp("officer2").submitForm(conduct, figures()), 403, "đang do Nguyễn Thị Hạnh làm");
        assertRefused(as("organisation").complete(conduct, figures()), 403, "không được giao cho đồng chí");
        assertThat(as("propaganda").complete(conduct, figures()).status()).isEqualTo(403);
        assertThat(as("integration").complete(conduct, figures()).status()).isEqualTo(403);
        as("officer1").complete(conduct, figures()).ok();

        String verify = task(taxCode, "verifyPostings").getId();
        Map<String, Object> counts = Map.of("fullMembersVerified", 5, "willingFullMembers", 3);
        assertRefused(as("officer1").complete(verify, counts), 403, "không được giao cho đồng chí");
        assertThat(as("officer1").post("/engine-rest/task/" + verify + "/resolve", Map.of()).status()).isEqualTo(403);
        assertThat(openSteps(taxCode)).containsExactly("verifyPostings");
        as("organisation2").complete(verify, counts).ok();
    }

    @Test
    void nobodyTakesAnotherUnitsTask() {
        String taxCode = surveyed("officer1");
        as("officer1").complete(task(taxCode, "conductSurvey").getId(), figures()).ok();
        String verify = task(taxCode, "verifyPostings").getId();

        Rest officer = as("officer1");
        assertThat(officer.post("/engine-rest/task/" + verify + "/claim", Map.of("userId", "officer1")).status()).isEqualTo(403);
        assertThat(officer.post("/engine-rest/task/" + verify + "/assignee", Map.of("userId", "officer1")).status()).isEqualTo(403);
        assertThat(officer.post("/engine-rest/task/" + verify + "/delegate", Map.of("userId", "officer1")).status()).isEqualTo(403);
        assertThat(officer.post("/engine-rest/task/" + verify + "/identity-links",
                        Map.of("userId", "officer1", "type", "candidate")).status()).isIn(403, 405);
        assertThat(task(taxCode, "verifyPostings").getAssignee()).isNull();
        as("organisation").post("/engine-rest/task/" + verify + "/claim", Map.of("userId", "organisation")).ok();
        assertThat(officer.post("/engine-rest/task/" + verify + "/unclaim", Map.of()).status()).isEqualTo(403);
        assertThat(as("organisation2").post("/engine-rest/task/" + verify + "/unclaim", Map.of()).status()).isEqualTo(403);
        assertThat(task(taxCode, "verifyPostings").getAssignee()).isEqualTo("organisation");
        assertRefused(as("organisation2").complete(verify, Map.of("fullMembersVerified", 5, "willingFullMembers", 3)),
                403, "đang do Phạm Văn Tổ làm");
        as("organisation").complete(verify, Map.of("fullMembersVerified", 5, "willingFullMembers", 3)).ok();
    }

    @Test
    void aTaskThatIsGoneIsAnAnswer_notAnError() {
        String taxCode = surveyed("officer1");
        String task = task(taxCode, "conductSurvey").getId();
        as("officer1").complete(task, figures()).ok();
        assertRefused(as("officer1").complete(task, figures()), 409, "hãy tải lại");
        assertRefused(webapp("officer1").submitForm(task, figures()), 409, "hãy tải lại");
        assertThat(ledger(taxCode)).filteredOn(row -> row.startsWith("survey.conductSurvey")).hasSize(1);
    }

    @RepeatedTest(3)
    @Tag("both-databases")
    void theSameAnswerTwiceAtOnceCountsOnce() throws Exception {
        String taxCode = surveyed("officer1");
        String conduct = task(taxCode, "conductSurvey").getId();
        assertOneOfTwo(() -> as("officer1").complete(conduct, figures()));
        // The last task of the phase: both would end it.
        String verify = task(taxCode, "verifyPostings").getId();
        Map<String, Object> counts = Map.of("fullMembersVerified", 5, "willingFullMembers", 3);
        assertOneOfTwo(() -> as("organisation").complete(verify, counts));
        assertThat(ledger(taxCode)).startsWith(
                "survey.scheduleSurvey=DONE", "survey.sendOfficialLetter=DONE", "survey.conductSurvey=COMPLETED",
                "survey.verifyPostings=DONE", "survey.end=COMPLETED");
    }

    private static void assertOneOfTwo(Callable<Rest.Answer> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Rest.Answer> answers = new ArrayList<>();
            for (Future<Rest.Answer> answer : threads.invokeAll(List.of(act, act))) {
                answers.add(answer.get());
            }
            assertThat(answers).as("%s", answers).extracting(Rest.Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(answers).filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.sentence()).contains("hãy tải lại"));
        } finally {
            threads.shutdown();
        }
    }

    // --- a message ---------------------------------------------------------------------------------------------------

    @Test
    void aMessageIsTakenOnce_andOneForWhichNothingWaitsIs400() {
        String taxCode = surveyed("officer1");
        Rest system = as("integration");
        Map<String, Object> counts = Map.of("fullMembersVerified", 5, "willingFullMembers", 3);
        assertThat(system.message("outreach.postingsVerified", taxCode, counts).status()).isEqualTo(400);
        assertThat(system.message("outreach.nothingOfTheKind", taxCode, Map.of()).status()).isEqualTo(400);
        assertThat(system.message("outreach.ownerContacted", newTaxCode(), Map.of()).status()).isEqualTo(400);
        as("officer1").complete(task(taxCode, "conductSurvey").getId(), figures()).ok();

        assertRefused(system.message("outreach.postingsVerified", taxCode, Map.of("fullMembersVerified", 5)),
                400, "willingFullMembers");
        assertRefused(system.message("outreach.postingsVerified", taxCode,
                Map.of("fullMembersVerified", 2, "willingFullMembers", 3)), 400, "willingFullMembers");
        assertThat(openSteps(taxCode)).containsExactly("verifyPostings");
        system.message("outreach.postingsVerified", taxCode, counts).ok();
        assertThat(system.message("outreach.postingsVerified", taxCode, counts).status()).isEqualTo(400);
        assertThat(ledger(taxCode)).filteredOn(row -> row.startsWith("survey.verifyPostings")).hasSize(1);
    }

    @Test
    void onlySystemsSendMessages() {
        String taxCode = surveyed("officer1");
        as("officer1").complete(task(taxCode, "conductSurvey").getId(), figures()).ok();
        Map<String, Object> counts = Map.of("fullMembersVerified", 5, "willingFullMembers", 3);
        assertThat(as("officer1").message("outreach.postingsVerified", taxCode, counts).status()).isEqualTo(403);
        assertThat(as("board").message("outreach.postingsVerified", taxCode, counts).status()).isEqualTo(403);
        assertThat(openSteps(taxCode)).containsExactly("verifyPostings");
    }

    // --- what a request may look like ----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "{\"variables\": []}", "{\"variables\": {\"surveyResult\": 5}}",
        "{\"variables\": {\"surveyResult\": {\"value\": \"COMPLETED\", \"type\": \"Nonsense\"}}}"})
    void garbledRequestsChangeNothing(String body) {
        String taxCode = surveyed("officer1");
        String task = task(taxCode, "conductSurvey").getId();
        Rest.Answer answer = as("officer1").post("/engine-rest/task/" + task + "/complete", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("org.h2.").doesNotContain("org.postgresql.");
        assertThat(openSteps(taxCode)).containsExactly("conductSurvey");
    }

    @Test
    void namesAndNotesOfAnyScriptAreKeptAsTheyAre() {
        String name = "TNHH “Đông <b>Á</b>” & 'Con' 🏭 中文";
        String decomposed = Normalizer.normalize("Thép Phú Mỹ", Normalizer.Form.NFD);
        String taxCode = newTaxCode();
        Rest officer = as("officer1");
        officer.post("/api/v1/enterprises", registration(taxCode, name + " " + decomposed)).ok();
        officer.startCase(taxCode).ok();
        officer.complete(task(taxCode, "scheduleSurvey").getId(),
                Map.of("surveyDate", DAY, "surveyMethod", "VISIT", "note", "<script>alert(1)</script> " + decomposed)).ok();

        assertThat(register(taxCode, "name")).isEqualTo(name + " Thép Phú Mỹ");
        assertThat(String.valueOf(row(taxCode, "scheduleSurvey").get("DETAILS"))).contains("<script>alert(1)</script> Thép Phú Mỹ");
        assertThat(officer.get("/api/v1/enterprises/" + taxCode).ok().json().get("name").asText()).isEqualTo(name + " Thép Phú Mỹ");
        String shown = officer.get("/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + taxCode).ok().body();
        assertThat(shown).doesNotContain("<script>");
    }

    @Test
    void aNameOf255CharactersIsTaken_256AreNot() {
        Rest officer = as("officer1");
        String longest = "🏭".repeat(5) + "Đ".repeat(250);
        String taxCode = newTaxCode();
        officer.post("/api/v1/enterprises", registration(taxCode, longest)).ok();
        officer.startCase(taxCode).ok();
        assertThat(register(taxCode, "name")).isEqualTo(longest);

        String refused = newTaxCode();
        Rest.Answer answer = officer.post("/api/v1/enterprises", registration(refused, longest + "x"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.field()).isEqualTo("name");
        assertThat(answer.sentence()).contains("255");
        assertThat(officer.get("/api/v1/enterprises/" + refused).status()).isEqualTo(404);
    }

    /** PostgreSQL keeps no such character; H2 would. */
    @Test
    void aNoteWithTheCharacterZeroIsRefused() {
        String taxCode = surveyed("officer1");
        Map<String, Object> form = figures();
        form.put("note", "a\u0000b");
        assertRefused(as("officer1").complete(task(taxCode, "conductSurvey").getId(), form), 400, "note");
    }

    @Test
    void aNoteThatIsTooLongIsRefused_notCut() {
        String taxCode = surveyed("officer1");
        Map<String, Object> form = figures();
        form.put("note", "x".repeat(5000));
        assertRefused(as("officer1").complete(task(taxCode, "conductSurvey").getId(), form), 400, "note", "tối đa 1.000 ký tự");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Rest as(String user) {
        return nobody.as(user, user);
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, user);
    }

    private Rest.Answer start(String user, Map<String, ?> variables) {
        return as(user).post("/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("variables", Rest.variables(variables)));
    }

    /** A case whose survey is agreed and whose letter is out. */
    private String surveyed(String officer) {
        String taxCode = enterprise();
        as(officer).startCase(taxCode).ok();
        complete(officer, taxCode, "scheduleSurvey", "surveyDate", DAY, "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter");
        return taxCode;
    }

    private static Map<String, Object> figures() {
        return new HashMap<>(Map.of("surveyResult", "COMPLETED", "conductedOn", DAY, "accessibility", "EASY",
                "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 20, "youthUnionMembers", 10,
                "youthBranches", 1, "fullMembers", 5, "probationaryMembers", 1));
    }

    private static Map<String, Object> registration(String taxCode, String name) {
        return Map.of("taxCode", taxCode, "name", name, "zone", "Phú Mỹ I", "sector", "thép", "ownership", "DOMESTIC",
                "workers", 600, "responsibleMember", "officer1");
    }

    private static void assertRefused(Rest.Answer answer, int status, String... parts) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.sentence() + " " + answer.field()).contains(parts);
    }
}
