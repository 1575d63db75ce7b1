package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** What a form holds when it is opened: the register's figures, the last answers, and one's own draft from another device. */
class FormAnswersRestTest extends OutreachTest {

    @Test
    void theSurveyIsFilledFromTheRegister_butNotWithWhatSomebodyMustFindOut() {
        Task survey = survey(enterprise("workers", 640, "full_members", 4));

        JsonNode values = formVariables("officer1", survey);

        assertThat(values.at("/workerCount/value").asInt()).isEqualTo(640);
        assertThat(values.at("/fullMembers/value").asInt()).isEqualTo(4);
        assertThat(values.at("/zone/value").asText()).isEqualTo("Phú Mỹ I");
        assertThat(values.at("/ownership/value").asText()).isEqualTo("DOMESTIC");
        assertThat(values.has("surveyResult")).isFalse();
        assertThat(values.has("conductedOn")).isFalse();
        assertThat(values.has("accessibility")).isFalse();
        assertThat(values.has("unionMembers")).as("unknown to the register").isFalse();
        assertThat(tasks.getVariables(survey.getId())).as("nothing is a variable yet").doesNotContainKey("workerCount");
    }

    @Test
    void whatAFormsTextShowsComesReady_andIsNoVariable() {
        Task survey = survey(enterprise("name", "Thép *Sóng* <b>Đông</b>"));
        JsonNode values = formVariables("officer1", survey);
        assertThat(values.at("/enterpriseNameText/value").asText()).isEqualTo("Thép \\*Sóng\\* \\<b\\>Đông\\<\\/b\\>");
        assertThat(values.has("surveyDateText")).as("the form shows none").isFalse();
        assertThat(tasks.getVariables(survey.getId())).doesNotContainKey("enterpriseNameText");
    }

    @Test
    void aNumberIsReadAsItWasWritten_orRefused() {
        String code = enterprise("workers", 640);
        Task survey = survey(code);
        Rest officer = Rest.nobody("http://localhost:" + port).as("officer1", "officer1");
        String variable = "{\"variables\": {\"workerCount\": {\"value\": 1.000}}}";
        for (String complete : List.of("/engine-rest/task/" + survey.getId() + "/complete", "/engine-rest/task/" + survey.getId() + "/submit-form")) {
            Rest.Answer refused = officer.send("POST", complete, variable);
            assertThat(List.of(refused.status(), refused.code(), refused.field())).as(complete).isEqualTo(List.of(400, "field-type", "workerCount"));
            assertThat(refused.sentence()).contains("“Tổng số lao động”");
        }
        List<Rest.Answer> answers = List.of(
                officer.send("PATCH", "/api/v1/enterprises/" + code, "{\"workers\": 1.000}"),
                officer.post("/api/v1/tasks:bulk", "{\"action\": \"COMPLETE\", \"taskIds\": [\"" + survey.getId()
                        + "\"], \"fields\": {\"workerCount\": 1.000}}"));
        assertThat(answers).extracting(Rest.Answer::status, Rest.Answer::code, Rest.Answer::field)
                .containsExactly(tuple(422, "field-type", "workers"), tuple(422, "field-type", "workerCount"));
        officer.send("PATCH", "/api/v1/enterprises/" + code, "{\"workers\": 650.0}").ok();
        assertThat(register(code, "workers")).isEqualTo(650);
    }

    @Test
    void whatTheRegisterDoesNotKeepComesFromTheLastSurvey() {
        String code = enterprise();
        Task first = survey(code);
        Map<String, Object> figures = figures();
        figures.put("products", "Thép cán nóng");
        figures.put("shifts", 3);
        figures.put("note", "chỉ của lần này");
        complete("officer1", code, "conductSurvey", pairs(figures));
        complete("organisation", code, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 2);

        Task second = survey(code);
        JsonNode values = formVariables("officer1", second);

        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(values.at("/products/value").asText()).isEqualTo("Thép cán nóng");
        assertThat(values.at("/shifts/value").asInt()).isEqualTo(3);
        assertThat(values.at("/workerCount/value").asInt()).isEqualTo(600);
        assertThat(values.has("note")).isFalse();
        JsonNode fields = form("officer1", second).ok().json().get("fields");
        assertThat(known(fields, "workerCount").asInt()).isEqualTo(600);
        assertThat(known(fields, "shifts").asInt()).isEqualTo(3);
        assertThat(known(fields, "note").isNull()).isTrue();
    }

    @Test
    void aFigureThatMustBeFoundOutAnewIsComparedOnly() {
        String code = enterprise("full_members", 5);
        survey(code);
        complete("officer1", code, "conductSurvey", pairs(figures()));
        Task verify = task(code, "verifyPostings");
        assertThat(formVariables("organisation", verify).has("fullMembersVerified")).isFalse();
        assertThat(known(form("organisation", verify).ok().json().get("fields"), "fullMembersVerified").asInt()).isEqualTo(5);
    }

    @Test
    void aDraftIsOnesOwn_goesBeforeWhatIsKnown_andGoesWithTheTask() {
        String code = enterprise();
        Task survey = survey(code);
        Map<String, Object> draft = Map.of("workerCount", 512, "note", "Đang hỏi lại “phòng nhân sự”", "obstacles", List.of("OWNER_ABSENT"),
                "ownerIsPartyMember", "false");
        assertThat(saveDraft("officer1", survey, draft).status()).isEqualTo(204);
        assertThat(saveDraft("officer1", survey, draft).status()).as("saved again").isEqualTo(204);

        JsonNode own = formVariables("officer1", survey);
        assertThat(own.has("ownerIsPartyMember")).as("kept without the owner's consent").isFalse();
        assertThat(own.at("/workerCount/value").asInt()).isEqualTo(512);
        assertThat(own.at("/note/value").asText()).isEqualTo("Đang hỏi lại “phòng nhân sự”");
        assertThat(own.at("/obstacles/type").asText()).isEqualToIgnoringCase("Json");
        assertThat(own.at("/obstacles/value").asText()).isEqualTo("[\"OWNER_ABSENT\"]");
        assertThat(form("officer1", survey).ok().json().get("draftSavedAt").isNull()).isFalse();
        assertThat(formVariables("officer2", survey).at("/workerCount/value").asInt()).as("a colleague's form").isEqualTo(600);
        assertThat(form("officer2", survey).ok().json().get("draftSavedAt").isNull()).isTrue();

        complete("officer1", code, "conductSurvey", pairs(figures()));
        assertThat(jdbc.sql("select count(*) from form_draft where task_id = ?").param(survey.getId()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void aDraftGoesWithATaskThatIsTakenAway_orWhenItsWriterDropsIt() {
        String code = enterprise();
        Task survey = survey(code);
        saveDraft("officer1", survey, Map.of("note", "a")).ok();
        saveDraft("officer2", survey, Map.of("note", "b")).ok();
        assertThat(login("officer1").send("DELETE", "/api/v1/tasks/" + survey.getId() + "/draft", null).status()).isEqualTo(204);
        assertThat(formVariables("officer1", survey).has("note")).isFalse();
        assertThat(formVariables("officer2", survey).at("/note/value").asText()).isEqualTo("b");
        runtime.deleteProcessInstance(survey.getProcessInstanceId(), "test");
        assertThat(jdbc.sql("select count(*) from form_draft where task_id = ?").param(survey.getId()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void whatIsNoDraftOfTheFormIsRefused_andNothingIsKept() {
        Task survey = survey(enterprise());
        Rest.Answer unknown = saveDraft("officer1", survey, Map.of("caseResult", "COMPLETED"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("field-unknown");
        Rest.Answer huge = saveDraft("officer1", survey, Map.of("note", "x".repeat(31_000)));
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.sentence()).contains("tối đa 30.000 ký tự");
        assertThat(saveDraft("zoneunion", survey, Map.of("note", "x")).status()).as("not their task").isEqualTo(404);
        assertThat(form("zoneunion", survey).status()).isEqualTo(404);
        assertThat(saveDraft("integration", survey, Map.of("note", "x")).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from form_draft where task_id = ?").param(survey.getId()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void anAdmissionsFormIsNeverFilledFromAnotherCandidate() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = login("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        Task consent = task(ref, "recordConsent");
        JsonNode fields = form("organisation", consent).ok().json().get("fields");
        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(field.get("known").isNull()).isTrue());
        assertThat(form("officer1", consent).status()).isEqualTo(404);
    }

    @Test
    void whatTheStepsBeforeLeftStandsAboveTheNextForm() {
        String code = enterprise();
        startPhase("ownerPersuasion", code);
        complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", code, "prepareMeeting", "meetingDate", today().toString(), "meetingPlace", "Hội trường nhà máy 2",
                "delegation", "Ban Dân vận, Công đoàn khu", "note", "Mang theo tờ gấp tiếng Hàn");

        JsonNode earlier = earlier("officer1", task(code, "meetOwner"));

        assertThat(earlier).hasSize(1);
        assertThat(earlier.get(0).get("name").asText()).isEqualTo("Chuẩn bị cuộc gặp");
        assertThat(earlier.get(0).at("/person/id").asText()).isEqualTo("officer1");
        assertThat(earlier.get(0).at("/person/name").asText()).isNotBlank().isNotEqualTo("officer1");
        assertThat(earlier.get(0).get("day").asText()).isEqualTo(today().toString());
        assertThat(said(earlier.get(0))).contains("Nơi gặp: Hội trường nhà máy 2", "Thành phần đoàn: Ban Dân vận, Công đoàn khu",
                "Ghi chú: Mang theo tờ gấp tiếng Hàn");
        assertThat(earlier("board", task(code, "meetOwner"))).as("decides about enterprises").hasSize(1);
    }

    @Test
    void whoDecidesReadsWhatTheAppraisalCameTo_andWithWhichFigures() {
        String code = enterprise("full_members", 40, "willing_full_members", 5);
        startPhase("partyCellFounding", code, "willingFullMembers", 5);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 5);
        complete("organisation", code, "transferPostings", "transferredMembers", 4);
        complete("officer1", code, "prepareFoundingFile", "fileComplete", "true", "note", "Tờ trình kèm 2 phụ lục");
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS", "note", "Đủ điều kiện, đề nghị lập chi bộ");

        JsonNode earlier = earlier("committee", task(code, "decideCellFounding"));

        assertThat(earlier).hasSize(4);
        assertThat(earlier.get(0).get("result").asText()).isNotBlank();
        assertThat(said(earlier.get(0))).containsExactly("Ghi chú: Đủ điều kiện, đề nghị lập chi bộ");
        assertThat(said(earlier.get(1))).containsExactly("Ghi chú: Tờ trình kèm 2 phụ lục");
        assertThat(said(earlier.get(2)).get(0)).endsWith(": 4");
    }

    @Test
    void aSurveysWordsStandAboveAUnionsFormForThoseOnlyWhoWorkWithOwners() {
        String code = enterprise("surveyed_on", LocalDate.of(2026, 7, 1), "owner_agreed_on", LocalDate.of(2026, 5, 4),
                "willing_full_members", 1);
        String umbrella = start("officer1", "enterpriseOutreach", "enterpriseCode", code).getId();
        jdbc.sql("""
                insert into outcome (tax_code, case_id, process_instance_id, phase, step, result, occurred_on, recorded_by, recorded_at,
                    round, source, details)
                values (?, ?, 'survey-of-it', 'survey', 'conductSurvey', 'COMPLETED', date '2026-10-01', 'officer1',
                    timestamp '2026-10-01 08:00:00', 1, 'PERSON', ?)""")
                .params(code, umbrella, "{\"note\":\"hỏi riêng chị Mai\",\"contactPerson\":\"chị Mai\",\"superiorUnion\":\"Công đoàn khu\"}")
                .update();
        Task board = task(code, "formFoundingBoard");

        assertThat(said(earlier("officer1", board).get(0)))
                .contains("Ghi chú: hỏi riêng chị Mai", "Người liên hệ: chị Mai").anyMatch(word -> word.endsWith("Công đoàn khu"));
        assertThat(said(earlier("zoneunion", board).get(0))).singleElement().asString().endsWith("Công đoàn khu");
        assertThat(form("youth", board).status()).isEqualTo(404);
        assertThat(form("integration", board).status()).as("a system").isIn(403, 404);
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", "true", "foundingBoardSize", 5, "note", "Họp ngày thứ Ba");
        assertThat(said(earlier("zoneunion", task(code, "collectApplications")).get(0))).contains("Ghi chú: Họp ngày thứ Ba");
    }

    @Test
    void whatWasReportedMeanwhileStandsThereToo() {
        String code = enterprise();
        survey(code);
        complete("officer1", code, "conductSurvey", "surveyResult", "UNREACHABLE", "conductedOn", today().toString(), "note", "Cổng đóng");
        start("officer1", "caseEvent", "eventType", "ownerContacted", "enterpriseCode", code, "occurredOn", today().toString(),
                "note", "Phòng nhân sự gọi lại, xin gặp buổi chiều");

        JsonNode earlier = earlier("officer1", task(code, "scheduleSurvey"));

        assertThat(said(earlier.get(0))).contains("Ghi chú: Phòng nhân sự gọi lại, xin gặp buổi chiều");
        assertThat(said(earlier.get(1))).contains("Ghi chú: Cổng đóng");
        assertThat(earlier.get(1).get("result").asText()).isNotEqualTo("UNREACHABLE");
        String other = enterprise();
        startPhase("survey", other);
        assertThat(earlier("officer1", task(other, "scheduleSurvey"))).as("of another enterprise").isEmpty();
    }

    @Test
    void whatAnAdmissionsStepLeftIsReadByWhoeverCarriesIt() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = login("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        complete("organisation", ref, "recordConsent", "consentGiven", "true", "note", "chỉ gặp ngoài ca");
        Task file = task(ref, "openCandidateFile");

        assertThat(said(earlier("mobilecell", file).get(0))).containsExactly("Ghi chú: chỉ gặp ngoài ca");
        for (String outsider : List.of("officer1", "zoneunion", "admin", "board")) {
            assertThat(login(outsider).get("/api/v1/tasks/" + file.getId() + "/form").status()).as(outsider).isNotEqualTo(200);
            assertThat(login(outsider).get("/api/v1/enterprises/" + code + "/timeline?size=500").ok().body()).as(outsider)
                    .doesNotContain("ngoài ca");
        }
        assertThat(login("organisation").get("/api/v1/enterprises/" + code + "/timeline?size=500").ok().body()).contains("ngoài ca");
        assertThat(login("organisation").get("/api/v1/enterprises/" + code + "/profile").ok().body()).contains("ngoài ca");
    }

    private JsonNode earlier(String who, Task task) {
        return form(who, task).ok().json().get("earlier");
    }

    private static List<String> said(JsonNode step) {
        List<String> said = new ArrayList<>();
        step.get("said").forEach(word -> said.add(word.get("label").asText() + ": " + word.get("value").asText()));
        return said;
    }

    // -------------------------------------------------------------------------------------------------------------------

    /** The survey of an enterprise, agreed for today, whose letter is sent. */
    private Task survey(String code) {
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        return task(code, "conductSurvey");
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new HashMap<>(Map.of("surveyResult", "COMPLETED", "conductedOn", today().toString(),
                "accessibility", "EASY", "workerCount", 600, "unionMembers", 20, "youthUnionMembers", 10, "youthBranches", 1,
                "fullMembers", 5, "probationaryMembers", 1, "ownerAttitude", "SUPPORTIVE"));
        return figures;
    }

    /** Four windows of one person: on PostgreSQL a failed insert would take the whole transaction with it. */
    @Test
    @Tag("both-databases")
    void firstSavesAtOnceAllSucceed() throws Exception {
        Rest officer = login("officer1");
        for (int round = 0; round < 4; round++) {
            Task survey = survey(enterprise());
            jdbc.sql("delete from calendar_feed where user_id = 'officer1'").update();
            jdbc.sql("delete from notice_choice where user_id = 'officer1'").update();
            assertThat(atOnce(() -> saveDraft("officer1", survey, Map.of("workerCount", 512)))).containsOnly(204);
            assertThat(atOnce(() -> officer.post("/api/v1/me/calendar", null))).containsOnly(200);
            assertThat(atOnce(() -> officer.put("/api/v1/me/notice-settings", Map.of("mail", "AT_ONCE", "bell", true)))).containsOnly(200);
        }
    }

    private static List<Integer> atOnce(Callable<Rest.Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Rest.Answer> answer : threads.invokeAll(Collections.nCopies(4, request))) {
                statuses.add(answer.get().status());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    private static Object[] pairs(Map<String, Object> values) {
        return values.entrySet().stream().flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue())).toArray();
    }

    private static JsonNode known(JsonNode fields, String key) {
        for (JsonNode field : fields) {
            if (field.get("key").asText().equals(key)) {
                return field.get("known");
            }
        }
        throw new AssertionError("no field " + key);
    }

    private JsonNode formVariables(String who, Task task) {
        return login(who).get("/engine-rest/task/" + task.getId() + "/form-variables?deserializeValues=false").ok().json();
    }

    private Rest.Answer form(String who, Task task) {
        return login(who).get("/api/v1/tasks/" + task.getId() + "/form");
    }

    private Rest.Answer saveDraft(String who, Task task, Map<String, Object> answers) {
        return login(who).put("/api/v1/tasks/" + task.getId() + "/draft", answers);
    }

    private Rest login(String who) {
        return Rest.nobody("http://localhost:" + port).as(who, password(who));
    }
}
