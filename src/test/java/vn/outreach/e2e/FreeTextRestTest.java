package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.outreach.testing.OutreachTest;

/** A candidate's name and telephone numbers in every text that people send to be kept outside the restricted records. */
class FreeTextRestTest extends OutreachTest {

    private static final String NAME = "Trịnh Khả Uyên";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private Rest officer;
    private Rest organisation;
    private String code;

    @BeforeEach
    void aCandidateOfAnotherEnterprise() {
        officer = login("officer1");
        organisation = login("organisation");
        code = enterprise();
        String ref = organisation.post("/api/v1/candidates", Map.of("enterpriseCode", enterprise())).ok().json()
                .get("candidateRef").asText();
        organisation.put("/api/v1/candidates/" + ref, Map.of("name", NAME, "contact", "0912 345 678, a@b.vn")).ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"đã hỏi Trịnh Khả Uyên", "uyen trinh  kha", "TRỊNH\u00a0KHẢ–UYÊN", "TrinhKhaUyen",
        "TRINHKHAUYEN", "TRINH_KHA_UYEN", "UYEN_TRINH_KHA_2026"})
    void aNameIsRefusedOnEveryWayIn_andNothingIsKept(String text) {
        everyWayIn(text).forEach((way, answer) -> assertRefused(way, answer, "họ tên người"));
        assertNothingKept("trinh", "Trịnh", "TRỊNH", "Trinh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gọi 0912\u00a0345\u00a0678", "thư a＠b.vn", "số 0912/345/678"})
    void aTelephoneNumberIsRefusedLikewise(String text) {
        everyWayIn(text).forEach((way, answer) -> assertRefused(way, answer, "số điện thoại"));
        assertNothingKept("345", "b.vn");
    }

    @Test
    void otherTextPassesOnEveryWayIn() {
        Map<String, Rest.Answer> answers = everyWayIn("đã hỏi phòng nhân sự ngày 05/10/2026");
        answers.forEach((way, answer) -> assertThat(answer.body()).as(way).doesNotContain("candidate-named", "private-detail", "họ tên người", "số điện thoại"));
    }

    @Test
    void theSurveysFieldsAboutPersonsTakeNamesAndNumbers_theRestrictedRowsToo() {
        Task survey = survey();
        assertThat(officer.put("/api/v1/tasks/" + survey.getId() + "/draft", Map.of("unionChair", NAME, "contactPhone", "0912345678"))
                .status()).isEqualTo(204);
        Map<String, Object> answers = figures();
        answers.put("unionChair", NAME);
        answers.put("contactPhone", "0912 345 678");
        officer.post("/engine-rest/task/" + survey.getId() + "/complete", Map.of("variables", Rest.variables(answers))).ok();
    }

    /** A new address cannot forget the rule: whatever is sent as JSON is looked at before anything else is done with it. */
    @Test
    void noAddressThatTakesJsonTakesAName() {
        Set<String> asked = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> each : controllers.getHandlerMethods().entrySet()) {
            boolean takesJson = Arrays.stream(each.getValue().getMethodParameters())
                    .anyMatch(sent -> sent.hasParameterAnnotation(RequestBody.class) && sent.getParameterType() != byte[].class);
            for (String path : takesJson ? each.getKey().getPatternValues() : Set.<String>of()) {
                if (path.startsWith("/api/v1/candidates")) {
                    continue;
                }
                String verb = each.getKey().getMethodsCondition().getMethods().iterator().next().name();
                Rest.Answer answer = whoeverMay(verb, path.replaceFirst("\\{taxCode}", code).replaceAll("\\{year}", "2031")
                        .replaceAll("\\{[a-z]+(:[^}]*)?}", "1"));
                assertThat(answer.code()).as("%s %s: %s", verb, path, answer).isEqualTo("candidate-named");
                asked.add(verb + " " + path);
            }
        }
        assertThat(asked).hasSizeGreaterThan(25).contains("POST /api/v1/plans/{year}/amendments", "PATCH /api/v1/plans/{year}/rows");
    }

    private Rest.Answer whoeverMay(String verb, String path) {
        Object body = Map.of("reason", "đã hỏi " + NAME);
        Rest.Answer answer = null;
        for (String who : List.of("officer1", "organisation", "office", "admin")) {
            answer = login(who).send(verb, path, body);
            if (answer.status() != 403) {
                return answer;
            }
        }
        return answer;
    }

    private Map<String, Rest.Answer> everyWayIn(String text) {
        Task survey = survey();
        String task = "/engine-rest/task/" + survey.getId();
        Map<String, Rest.Answer> answers = new LinkedHashMap<>();
        answers.put("contact", officer.post("/api/v1/enterprises/" + code + "/contacts",
                Map.of("day", today().toString(), "kind", "CALL", "withWhom", "giám đốc", "said", text)));
        answers.put("register", officer.send("PATCH", "/api/v1/enterprises/" + code, Map.of("zone", text)));
        answers.put("sector", officer.send("PATCH", "/api/v1/enterprises/" + code, Map.of("sector", text)));
        answers.put("correction", officer.post("/api/v1/outcomes/" + row(code, "scheduleSurvey").get("ID") + "/corrections",
                Map.of("result", "DONE", "reason", text)));
        answers.put("plan", organisation.put("/api/v1/plans/2031/rows", List.of(Map.of("taxCode", code, "note", text))));
        answers.put("absence", officer.post("/api/v1/deputies", Map.of("deputy", "officer2", "mode", "RECEIVER",
                "from", today().plusYears(1).toString(), "to", today().plusYears(1).toString(), "reason", text)));
        answers.put("draft", officer.put("/api/v1/tasks/" + survey.getId() + "/draft", Map.of("note", text)));
        answers.put("comment", officer.post(task + "/comment/create", Map.of("message", text)));
        answers.put("comment in bulk", officer.post("/api/v1/tasks:bulk",
                Map.of("action", "COMMENT", "taskIds", List.of(survey.getId()), "comment", text)));
        Map<String, Object> figures = figures();
        figures.put("note", text);
        answers.put("form", officer.post(task + "/submit-form", Map.of("variables", Rest.variables(figures))));
        answers.put("event", officer.post("/engine-rest/process-definition/key/caseEvent/start", Map.of("variables",
                Rest.variables(Map.of("eventType", "enterpriseClosed", "enterpriseCode", enterprise(),
                        "occurredOn", today().toString(), "reason", text)))));
        answers.put("extension", officer.post("/api/v1/tasks/" + survey.getId() + "/extension", Map.of("reason", text)));
        answers.put("paper's number", paper("number", text));
        answers.put("paper's file name", paper("fileName", text));
        answers.put("day off", login("office").put("/api/v1/holidays",
                List.of(Map.of("day", "2031-05-04", "name", text, "source", "thử"))));
        answers.put("basis of a day off", login("office").put("/api/v1/holidays",
                List.of(Map.of("day", "2031-05-04", "name", "Nghỉ", "source", text))));
        String open = enterprise();
        officer.startCase(open).ok();
        answers.put("message", login("integration").message("outreach.enterpriseClosed", open, Map.of("reason", text)));
        answers.putAll(numbersOfALetter(text));
        return answers;
    }

    private Rest.Answer paper(String field, String text) {
        return officer.post("/api/v1/enterprises/" + code + "/papers?type=OTHER&" + field + "="
                + URLEncoder.encode(text, StandardCharsets.UTF_8), "%PDF-1.4 %%EOF");
    }

    private Map<String, Rest.Answer> numbersOfALetter(String text) {
        String other = enterprise();
        startPhase("survey", other);
        complete("officer1", other, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        Map<String, Object> sent = Map.of("letterNumber", text, "letterSentOn", today().toString());
        Rest system = login("integration");
        String letter = "/engine-rest/external-task/" + externalTasks.createExternalTaskQuery().unlimitedList().stream()
                .filter(waiting -> other.equals(waiting.getBusinessKey())).findFirst().orElseThrow().getId();
        system.post(letter + "/lock", Map.of("workerId", "w", "lockDuration", 60_000)).ok();
        Rest.Answer bySystem = system.post(letter + "/complete", Map.of("workerId", "w", "variables", Rest.variables(sent)));
        // Where the system was let in the letter is sent, and nothing is left to unlock.
        system.post(letter + "/unlock", Map.of());
        return Map.of("letter", bySystem, "letter by hand", officer.post("/api/v1/enterprises/" + other + "/letter", sent));
    }

    private static void assertRefused(String way, Rest.Answer answer, String sentence) {
        assertThat(answer.status()).as("%s: %s", way, answer.body()).isBetween(200, 422).isNotIn(201, 204);
        assertThat(answer.body()).as(way).contains(sentence);
    }

    private void assertNothingKept(String... parts) {
        String kept = jdbc.sql("select coalesce(details, '') from outcome").query(String.class).list()
                + "" + jdbc.sql("select coalesce(said, '') from contact").query(String.class).list()
                + jdbc.sql("select answers from form_draft").query(String.class).list()
                + jdbc.sql("select coalesce(message_, '') from act_hi_comment").query(String.class).list()
                + jdbc.sql("select name || source from holiday").query(String.class).list()
                + jdbc.sql("select file_name || coalesce(number, '') from paper").query(String.class).list()
                + jdbc.sql("select coalesce(priority_reason, '') || coalesce(closed_reason, '') from enterprise").query(String.class).list();
        assertThat(kept).doesNotContain(parts);
    }

    private Task survey() {
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        return task(code, "conductSurvey");
    }

    private Map<String, Object> figures() {
        return new LinkedHashMap<>(vars("surveyResult", "COMPLETED", "conductedOn", today().toString(),
                "accessibility", "EASY", "workerCount", 600, "unionMembers", 20, "youthUnionMembers", 10, "youthBranches", 1,
                "fullMembers", 5, "probationaryMembers", 1, "ownerAttitude", "SUPPORTIVE"));
    }

    private Rest login(String who) {
        return Rest.nobody("http://localhost:" + port).as(who, password(who));
    }
}
