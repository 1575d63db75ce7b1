package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.outreach.testing.OutreachTest;

/** What a survey says about persons, with words that stand nowhere else, over every path as every kind of reader. */
class PersonalDataRestTest extends OutreachTest {

    private static final String MARK = "Zyx-dau-rieng";
    private static final List<String> READERS = List.of("officer1", "officer2", "organisation", "organisation2", "propaganda",
            "massmob", "office", "committee", "committee2", "board");
    private static final List<String> OTHERS = List.of("zoneunion", "zoneunion2", "youth", "mobilecell", "mobilecell2",
            "integration", "admin");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private String code;
    private String survey;

    @BeforeEach
    void aSurveyThatSpeaksOfPersons_andTheNextOneThatIsOpen() {
        code = enterprise();
        answered("note", MARK + " ghi chú");
        long row = ((Number) row(code, "conductSurvey").get("ID")).longValue();
        login("organisation").post("/api/v1/outcomes/" + row + "/corrections",
                Map.of("result", "COMPLETED", "reason", MARK + " lý do")).ok();
        complete("organisation", code, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 2);
        survey = begin();
    }

    @Test
    void whoDoesNotWorkWithOwnersFindsNothingOfThePersons_onAnyPath() {
        List<String> found = new ArrayList<>();
        for (String who : OTHERS) {
            Rest reader = login(who);
            for (String path : paths()) {
                if (reader.get(path).body().contains(MARK)) {
                    found.add(who + " " + path);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whoWorksWithOwnersReadsThem() {
        for (String who : READERS) {
            String rows = login(who).get("/api/v1/outcomes?size=500&enterprise=" + code).ok().body();
            assertThat(rows).as(who).contains("\"contactPhone\":\"" + MARK).contains("\"unionChair\":\"" + MARK)
                    .contains(MARK + " ghi chú").contains(MARK + " lý do").contains("ownerIsPartyMember");
        }
        assertThat(login("officer1").get(form()).ok().body()).contains("\"legalRepresentative\"").contains(MARK);
        for (String path : List.of("/timeline?size=500", "/profile")) {
            assertThat(login("officer1").get("/api/v1/enterprises/" + code + path).ok().body()).as(path)
                    .contains(MARK + " ghi chú").contains(MARK + " lý do");
        }
    }

    @Test
    void whatTheOwnerSaidWhoCalledBackIsReadByTheSame_andThatAnEnterpriseClosedByAll() {
        code = enterprise();
        survey = begin();
        complete("officer1", code, "conductSurvey", "surveyResult", "UNREACHABLE", "conductedOn", today().toString());
        start("officer1", "caseEvent", "eventType", "ownerContacted", "enterpriseCode", code, "occurredOn", today().toString(),
                "note", MARK + " gọi lại");
        survey = task(code, "scheduleSurvey").getId();
        whoDoesNotWorkWithOwnersFindsNothingOfThePersons_onAnyPath();
        theEnginesHistoryKeepsNothingOfThePersons();
        for (String who : READERS) {
            assertThat(login(who).get("/api/v1/outcomes?size=500&enterprise=" + code).ok().body()).as(who).contains(MARK + " gọi lại");
        }
        start("officer1", "caseEvent", "eventType", "enterpriseClosed", "enterpriseCode", code, "occurredOn", today().toString(),
                "reason", "Nhà máy đóng cửa");
        assertThat(login("zoneunion").get("/api/v1/outcomes?size=500&enterprise=" + code).ok().body()).contains("Nhà máy đóng cửa");
    }

    @Test
    void theRowsThemselvesStayForThoseWhoReadLess() {
        String rows = login("zoneunion").get("/api/v1/outcomes?size=500&enterprise=" + code).ok().body();
        assertThat(rows).contains("\"workerCount\":600").contains("conductSurvey").doesNotContain("ownerConsentGiven");
    }

    @Test
    void theEnginesHistoryKeepsNothingOfThePersons() {
        String all = history.createHistoricDetailQuery().variableUpdates().unlimitedList().toString()
                + history.createHistoricVariableInstanceQuery().unlimitedList().stream()
                        .map(variable -> variable.getName() + "=" + variable.getValue() + "\n").toList();
        assertThat(all).doesNotContain(MARK);
        assertThat(jdbc.sql("select count(*) from act_hi_detail where text_ like ?").param("%" + MARK + "%")
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like ?").param("%" + MARK + "%")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void whoSendsASurveyIsAnsweredWithoutWhatItSaid() {
        Map<String, Object> answers = answers("note", MARK + " lần nữa");
        String body = login("officer1").post("/engine-rest/task/" + task(code, "conductSurvey").getId() + "/complete",
                Map.of("variables", Rest.variables(answers), "withVariablesInReturn", true)).ok().body();
        assertThat(body).doesNotContain(MARK);
        String told = login("integration").post("/engine-rest/message", Map.of("messageName", "outreach.postingsVerified",
                "businessKey", code, "resultEnabled", true, "variablesInResultEnabled", true,
                "processVariables", Rest.variables(Map.of("fullMembersVerified", 5, "willingFullMembers", 2)))).ok().body();
        assertThat(told).doesNotContain(MARK);
        assertThat(jdbc.sql("select subject || data from notification where tax_code = ?").param(code)
                .query(String.class).list()).isNotEmpty().noneMatch(notice -> notice.contains(MARK));
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/outcomes?size=500&sort=-id",
                "/api/v1/outcomes?size=500&enterprise=" + code,
                "/api/v1/outcomes?size=500&phase=survey&step=conductSurvey&sort=-id",
                "/api/v1/enterprises/" + code,
                "/api/v1/enterprises/" + code + "/profile",
                "/api/v1/enterprises/" + code + "/timeline?size=500",
                "/api/v1/enterprises/" + code + "/papers",
                "/api/v1/enterprises/" + code + "/contacts",
                "/api/v1/enterprises?size=500&q=" + code,
                "/api/v1/search?q=" + MARK,
                "/api/v1/tasks?filter=all&enterprise=" + code,
                "/api/v1/notifications?size=500&enterprise=" + code,
                "/api/v1/audit?size=500",
                "/api/v1/audit/export",
                "/engine-rest/history/detail?maxResults=500&variableUpdates=true",
                "/engine-rest/history/variable-instance?maxResults=500&variableName=contactPerson",
                "/engine-rest/history/variable-instance?maxResults=500&variableName=note",
                "/engine-rest/variable-instance?maxResults=500&variableName=contactPerson",
                form()));
        paths.addAll(everyAddressThatAnswers());
        for (HistoricTaskInstance task : history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(code).list()) {
            for (String part : List.of("", "/variables", "/form-variables", "/form", "/rendered-form", "/comment")) {
                paths.add("/engine-rest/task/" + task.getId() + part);
            }
            paths.add("/api/v1/tasks/" + task.getId() + "/form");
            paths.add("/api/v1/tasks/" + task.getId() + "/enterprise");
            String instance = task.getProcessInstanceId();
            paths.add("/engine-rest/history/detail?processInstanceId=" + instance);
            paths.add("/engine-rest/history/variable-instance?processInstanceId=" + instance);
            paths.add("/engine-rest/history/user-operation?processInstanceId=" + instance);
            paths.add("/engine-rest/process-instance/" + instance + "/variables");
        }
        return paths;
    }

    /** Of this enterprise, of its open task and of its last row; a new address is among them by itself. */
    private List<String> everyAddressThatAnswers() {
        String row = String.valueOf(row(code, "conductSurvey").get("ID"));
        List<String> paths = controllers.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/") && !path.endsWith("/stream") && !path.contains("/calendar/"))
                .map(path -> path.replace("{taxCode}", code).replace("tasks/{id}", "tasks/" + survey).replace("{year}", "2026")
                        .replace("{period}", "Q1").replace("{user}", "officer1").replaceAll("\\{[a-z]+(:[^}]*)?}", row))
                .toList();
        assertThat(paths).hasSizeGreaterThan(40).contains("/api/v1/tasks/" + survey + "/page", "/api/v1/plans/2026/rows.xlsx");
        return paths;
    }

    private String form() {
        return "/engine-rest/task/" + survey + "/form-variables?deserializeValues=false";
    }

    private void answered(Object... more) {
        begin();
        Map<String, Object> answers = answers(more);
        complete("officer1", code, "conductSurvey", answers.entrySet().stream()
                .flatMap(answer -> java.util.stream.Stream.of(answer.getKey(), answer.getValue())).toArray());
    }

    /** The survey's task, agreed for today, whose letter is sent. */
    private String begin() {
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        return task(code, "conductSurvey").getId();
    }

    private Map<String, Object> answers(Object... more) {
        Map<String, Object> answers = new LinkedHashMap<>(vars("surveyResult", "COMPLETED", "conductedOn", today().toString(),
                "accessibility", "EASY", "workerCount", 600, "unionMembers", 20, "youthUnionMembers", 10, "youthBranches", 1,
                "fullMembers", 5, "probationaryMembers", 1, "ownerAttitude", "SUPPORTIVE",
                "ownerConsentGiven", "true", "ownerIsPartyMember", "true"));
        for (String field : List.of("legalRepresentative", "representativeNationality", "contactPerson", "contactPost",
                "contactPhone", "unionChair", "surveyors")) {
            answers.put(field, MARK);
        }
        answers.putAll(vars(more));
        return answers;
    }

    private Rest login(String who) {
        return Rest.nobody("http://localhost:" + port).as(who, password(who));
    }
}
