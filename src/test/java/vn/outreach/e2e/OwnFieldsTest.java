package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/**
 * What comes with a task, a start, a message or an external task is its own fields; and systems start, send and do what is
 * listed for them. Everything else is refused, and nothing is written.
 */
class OwnFieldsTest extends OutreachTest {

    private static final String DAY = day(0);

    private Rest nobody;
    private String taxCode;

    @BeforeEach
    void aCaseThatIsToBeScheduled() {
        nobody = Rest.nobody("http://localhost:" + port);
        taxCode = enterprise();
        as("officer1").startCase(taxCode).ok();
    }

    // --- tasks ------------------------------------------------------------------------------------------------------

    /** Variables of the case, of other tasks, of the product, and of nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"surveyResult", "persuasionOutcome", "priority", "enterpriseCode", "responsibleMember", "stage",
        "ruleVersion", "willingFullMembers", "cellResult", "hostCell", "nothingOfTheKind", " surveyDate", "surveydate", "${x}"})
    void aCompletionCarriesItsFormsFieldsAlone(String field) {
        String task = task(taxCode, "scheduleSurvey").getId();
        Map<String, Object> form = new HashMap<>(Map.of("surveyDate", DAY, "surveyMethod", "VISIT", field, "x"));
        assertUnknown(as("officer1").complete(task, form), field);
        assertUnknown(as("officer1").post("/engine-rest/task/" + task + "/submit-form",
                Map.of("variables", Rest.variables(form))), field);
        assertUnknown(as("officer1").post("/engine-rest/task/" + task + "/resolve",
                Map.of("variables", Rest.variables(form))), field);
        assertUnknown(webapp("officer1").submitForm(task, form), field);
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
        assertThat(ledger(taxCode)).isEmpty();
    }

    @Test
    void everyFieldOfTheFormIsTaken() {
        String task = task(taxCode, "scheduleSurvey").getId();
        webapp("officer1").submitForm(task, Map.of("surveyDate", DAY, "surveyMethod", "VISIT", "note", "x")).ok();
        assertThat(ledger(taxCode)).containsExactly("survey.scheduleSurvey=DONE");
    }

    @Test
    void aVeryLongNameIsNotSentBack() {
        Rest.Answer answer = as("officer1").complete(task(taxCode, "scheduleSurvey").getId(), Map.of("x".repeat(3000), 1));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(500);
    }

    // --- starts -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"surveyResult", "persuasionOutcome", "ruleVersion", "admittedInPlanYear", "stage", "fullName"})
    void aStartCarriesItsFormsFieldsAlone(String field) {
        String other = enterprise();
        Map<String, Object> start = Map.of("enterpriseCode", other, "planYear", 2026, field, "x");
        assertUnknown(as("integration").post("/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("variables", Rest.variables(start))), field);
        assertUnknown(as("officer1").post("/engine-rest/process-definition/key/enterpriseOutreach/submit-form",
                Map.of("variables", Rest.variables(start))), field);
        assertUnknown(webapp("officer1").submitStartForm("enterpriseOutreach", start), field);
        assertThat(isRunning("enterpriseOutreach", other)).isFalse();
    }

    @Test
    void aStartMayBringWhatTheContractLists() {
        String other = enterprise();
        jdbc.sql("update enterprise set responsible_member = null where tax_code = ?").param(other).update();
        as("integration").post("/engine-rest/process-definition/key/enterpriseOutreach/start", Map.of("variables",
                Rest.variables(Map.of("enterpriseCode", other, "planYear", 2026, "responsibleMember", "officer2",
                        "priority", 3, "admissionTarget", 1)))).ok();
        assertThat(task(other, "scheduleSurvey").getAssignee()).isEqualTo("officer2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "organisation", "integration"})
    void nobodyStartsACaseInItsMiddle(String person) {
        String other = enterprise();
        Rest.Answer answer = as(person).post("/engine-rest/process-definition/key/enterpriseOutreach/start", Map.of(
                "businessKey", other,
                "variables", Rest.variables(Map.of("enterpriseCode", other)),
                "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_handOver"))));
        assertRefused(answer, 403, "từ bước đầu");
        assertThat(openSteps(other)).isEmpty();
    }

    @Test
    void nobodyStartsAnEndedCaseAnew() {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(taxCode)
                .processDefinitionKey("enterpriseOutreach").singleResult().getId();
        String definition = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getProcessDefinitionId();
        runtime.deleteProcessInstance(instance, "ended");
        Rest.Answer answer = as("officer1").post("/engine-rest/process-definition/" + definition + "/restart", Map.of(
                "processInstanceIds", List.of(instance),
                "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_handOver"))));
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(openSteps(taxCode)).isEmpty();
    }

    // --- messages ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "outreach.membershipChanged, willingFullMembers, 2, admissionTarget",
        "outreach.candidateIntroduced, candidateRef, UV-2026-9999, ownerAgreedOn",
        "outreach.enterpriseClosed, reason, x, caseResult",
        "outreach.ownerContacted, , , persuasionOutcome"
    })
    void aMessageCarriesItsEventsFieldsAlone(String message, String own, String value, String foreign) {
        if (message.endsWith("ownerContacted")) {
            nobodyReached();
        }
        Map<String, Object> fields = new HashMap<>();
        if (own != null) {
            fields.put(own, value);
        }
        fields.put(foreign, "x");
        List<String> rows = ledger(taxCode);
        assertUnknown(as("integration").message(message, taxCode, fields), foreign);
        assertUnknown(as("integration").post("/engine-rest/message", Map.of("messageName", message, "businessKey", taxCode,
                "processVariablesLocal", Rest.variables(Map.of(foreign, "x")))), foreign);
        assertThat(ledger(taxCode)).isEqualTo(rows);
    }

    @Test
    void aMessageThatStandsForATaskCarriesItsForm() {
        surveyed();
        Map<String, Object> counts = new HashMap<>(Map.of("fullMembersVerified", 5, "willingFullMembers", 3, "note", "x"));
        counts.put("surveyResult", "CLOSED");
        assertUnknown(as("integration").message("outreach.postingsVerified", taxCode, counts), "surveyResult");
        counts.remove("surveyResult");
        as("integration").message("outreach.postingsVerified", taxCode, counts).ok();
        assertThat(ledger(taxCode)).contains("survey.verifyPostings=DONE");
    }

    @Test
    void aMessageThatStartsCarriesItsFieldsAlone() {
        String withCell = enterprise("cell_founded_on", java.sql.Date.valueOf("2025-01-01"), "full_members", 5);
        Map<String, Object> fields = new HashMap<>(Map.of("fullMembers", 2, "restoration", "DISSOLVED"));
        assertUnknown(as("integration").message("outreach.cellBelowMinimum", withCell, fields), "restoration");
        fields.remove("restoration");
        as("integration").message("outreach.cellBelowMinimum", withCell, fields).ok();
        assertThat(openSteps(withCell)).containsExactly("restoreCell");
    }

    // --- systems ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "board", "admin", "organisation"})
    void onlySystemsSendMessagesAndDoTheirTasks(String person) {
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", DAY, "surveyMethod", "VISIT");
        String letter = letter();
        Rest rest = as(person);
        assertThat(rest.message("outreach.enterpriseClosed", taxCode, Map.of("reason", "x")).status()).isEqualTo(403);
        for (Map.Entry<String, Object> deed : externalDeeds().entrySet()) {
            Rest.Answer answer = rest.post("/engine-rest/external-task" + deed.getKey().replace("{id}", letter), deed.getValue());
            boolean may = person.equals("admin") && deed.getKey().endsWith("/unlock");
            assertThat(answer.status()).as("%s: %s", deed.getKey(), answer).isEqualTo(may ? 204 : deed.getKey().endsWith("/bpmnError") ? 404 : 403);
        }
        assertThat(openSteps(taxCode)).isEmpty();
        assertThat(letter()).isEqualTo(letter);
    }

    private static Map<String, Object> externalDeeds() {
        Map<String, Object> worker = Map.of("workerId", "w", "lockDuration", 60_000);
        return Map.of(
                "/{id}/lock", worker,
                "/{id}/complete", Map.of("workerId", "w"),
                "/{id}/failure", Map.of("workerId", "w", "retries", 0, "errorMessage", "x"),
                "/{id}/bpmnError", Map.of("workerId", "w", "errorCode", "x"),
                "/{id}/extendLock", Map.of("workerId", "w", "newDuration", 60_000),
                "/{id}/unlock", Map.of(),
                "/fetchAndLock", Map.of("workerId", "w", "maxTasks", 1,
                        "topics", List.of(Map.of("topicName", "sendOfficialLetter", "lockDuration", 60_000))));
    }

    @Test
    void aSystemDoesItsTopics_withTheirFields() {
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", DAY, "surveyMethod", "VISIT");
        Rest system = as("integration");
        String letter = "/engine-rest/external-task/" + letter();
        assertRefused(system.post("/engine-rest/external-task/fetchAndLock", Map.of("workerId", "w", "maxTasks", 1,
                "topics", List.of(Map.of("topicName", "payments", "lockDuration", 60_000)))), 403, "hệ thống bên ngoài");
        system.post(letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        system.post(letter + "/extendLock", Map.of("workerId", "w", "newDuration", 70_000)).ok();
        assertUnknown(system.post(letter + "/complete", Map.of("workerId", "w", "variables",
                Rest.variables(Map.of("letterNumber", "1", "surveyResult", "CLOSED")))), "surveyResult");
        assertUnknown(system.post(letter + "/complete", Map.of("workerId", "w", "localVariables",
                Rest.variables(Map.of("letterNumber", "1")))), "letterNumber");
        assertUnknown(system.post(letter + "/failure", Map.of("workerId", "w", "retries", 1, "variables",
                Rest.variables(Map.of("letterNumber", "1")))), "letterNumber");
        assertRefused(system.post(letter + "/bpmnError", Map.of("workerId", "w", "errorCode", "x")), 404, "Không có địa chỉ này");
        for (Rest whoUnlocks : List.of(system, Rest.nobody("http://localhost:" + port).as("admin", ADMIN_PASSWORD))) {
            whoUnlocks.post(letter + "/unlock", Map.of()).ok();
            system.post(letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        }
        String open = letter();
        assertThatThrownBy(() -> as("integration", () -> externalTasks.handleBpmnError(open, "w", "x")))
                .hasMessageContaining("lỗi BPMN");
        system.post(letter + "/failure", Map.of("workerId", "w", "retries", 1, "errorMessage", "x")).ok();
        system.post(letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        system.post(letter + "/complete", Map.of("workerId", "w", "variables",
                Rest.variables(Map.of("letterNumber", "1-CV", "letterSentOn", DAY)))).ok();
        assertThat(openSteps(taxCode)).containsExactly("conductSurvey");
    }

    /** The grant to change instances, which messages and topics need, opens nothing else. */
    @Test
    void aSystemChangesNothingElse() {
        nobodyReached();
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(taxCode)
                .processDefinitionKey("survey").singleResult().getId();
        String timer = management.createJobQuery().processInstanceId(instance).list().get(0).getId();
        String definition = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getProcessDefinitionId();
        Rest system = as("integration");
        Map<String, String> before = execution(instance);
        for (Rest.Answer answer : List.of(
                system.put("/engine-rest/process-instance/" + instance + "/variables/note", Map.of("value", "x")),
                system.post("/engine-rest/process-instance/" + instance + "/modification", Map.of("instructions",
                        List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_verifyPostings")))),
                system.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true)),
                system.put("/engine-rest/process-definition/" + definition + "/suspended",
                        Map.of("suspended", true, "includeProcessInstances", true)),
                system.put("/engine-rest/process-instance/suspended", Map.of("processDefinitionKey", "survey", "suspended", true)),
                system.post("/engine-rest/job/" + timer + "/execute", Map.of()),
                system.put("/engine-rest/job/" + timer + "/retries", Map.of("retries", 9)),
                system.put("/engine-rest/job/" + timer + "/duedate", Map.of("duedate", "2020-01-01T00:00:00.000+0700")),
                system.post("/engine-rest/execution/" + instance + "/signal", Map.of()),
                system.post("/engine-rest/process-instance/" + instance + "/comment", Map.of("message", "x")),
                system.send("DELETE", "/engine-rest/process-instance/" + instance, null))) {
            assertThat(answer.status()).as("%s", answer).isIn(403, 404, 405);
        }
        assertThat(execution(instance)).isEqualTo(before);
        system.message("outreach.ownerContacted", taxCode, Map.of()).ok();
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
    }

    /** The engine books its own refusal as the job's failure, and tries again in ten seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"officer1", "propaganda", "integration", "board"})
    void nobodyFiresATimerByBeingRefused(String person) {
        nobodyReached();
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(taxCode)
                .processDefinitionKey("survey").singleResult().getId();
        String timer = management.createJobQuery().processInstanceId(instance).singleResult().getId();
        Map<String, String> before = execution(instance);
        assertRefused(as(person).post("/engine-rest/job/" + timer + "/execute", Map.of()), 403, "không được dùng địa chỉ này");
        assertThatThrownBy(() -> as(person, () -> management.executeJob(timer))).hasMessageContaining("quản trị viên");
        assertThat(execution(instance)).isEqualTo(before);
        as("admin").post("/engine-rest/job/" + timer + "/execute", Map.of()).ok();
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
    }

    @Test
    void aSystemStartsWhatIsListed_whateverElseItsLoginBelongsTo() {
        identities.createMembership("integration", "organisationBoard");
        try {
            for (String process : List.of("annualPlan", "caseEvent", "survey")) {
                Rest.Answer answer = as("integration").post("/engine-rest/process-definition/key/" + process + "/start", Map.of());
                assertThat(answer.status()).as("%s: %s", process, answer).isEqualTo(403);
            }
            assertRefused(as("integration").post("/engine-rest/process-definition/key/cellRestoration/start", Map.of()),
                    403, "bằng thông báo");
        } finally {
            identities.deleteMembership("integration", "organisationBoard");
        }
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    private Map<String, String> execution(String instance) {
        Map<String, String> shown = new HashMap<>();
        shown.put("where", runtime.getActiveActivityIds(instance).toString());
        shown.put("variables", new java.util.TreeSet<>(runtime.getVariables(instance).keySet()).toString());
        shown.put("suspended", String.valueOf(
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().isSuspended()));
        shown.put("retries", String.valueOf(
                management.createJobQuery().processInstanceId(instance).list().get(0).getRetries()));
        shown.put("due", String.valueOf(management.createJobQuery().processInstanceId(instance).list().get(0).getDuedate()));
        return shown;
    }

    private String letter() {
        return externalTasks.createExternalTaskQuery().topicName("sendOfficialLetter").list().stream()
                .filter(open -> taxCode.equals(open.getBusinessKey())).findFirst().orElseThrow().getId();
    }

    private void nobodyReached() {
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", DAY, "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter");
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "UNREACHABLE");
    }

    private void surveyed() {
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", DAY, "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter");
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", DAY, "accessibility", "EASY",
                "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 20, "youthUnionMembers", 10,
                "youthBranches", 1, "fullMembers", 5, "probationaryMembers", 1);
    }

    private Rest as(String user) {
        return nobody.as(user, password(user));
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, user);
    }

    private static void assertUnknown(Rest.Answer answer, String field) {
        assertRefused(answer, 400, "không nhận trường “" + field + "”");
    }

    private static void assertRefused(Rest.Answer answer, int status, String... parts) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.sentence() + " " + answer.field()).contains(parts);
    }
}
