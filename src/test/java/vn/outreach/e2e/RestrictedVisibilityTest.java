package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.security.identity.HostCells;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;
import vn.outreach.testing.TestFiles;
import vn.outreach.work.notification.NotificationDispatcher;

/**
 * Who finds what of a candidate, over every reading path and for every kind of reader. Whoever is outside the contract's
 * groups finds neither name nor contact, vote, decision, comment or reference; a path counts only if somebody who may
 * see more does find something there.
 */
class RestrictedVisibilityTest extends OutreachTest {

    private static final String PASSWORD = "Mat-khau-thu-2026!x";
    private static final List<String> OUTSIDERS = List.of(
            "officer1", "officer2", "propaganda", "massmob", "office", "board", "zoneunion", "youth", "integration", "admin");
    /** An administrator sees that an admission runs, and a system which one it verifies: there the reference is the key. */
    private static final List<String> INSTANCES = List.of("/engine-rest/process-instance", "/engine-rest/external-task");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private HostCells hostCells;

    @Autowired
    private NotificationDispatcher dispatcher;

    private Rest organisation;
    private Rest mobileCell;
    private RestrictedCase secret;
    private String ownCell;
    private String otherCell;
    private String otherEnterprise;
    private String stranger;

    @BeforeEach
    void anAdmissionOfTheMobileCell() {
        organisation = login("organisation");
        mobileCell = login("mobilecell");
        String code = enterprise("surveyed_on", LocalDate.of(2026, 7, 1), "owner_agreed_on", LocalDate.of(2026, 5, 4),
                "union_recognised_on", LocalDate.of(2026, 6, 1), "willing_full_members", 1);
        String umbrella = start("officer1", "enterpriseOutreach", "enterpriseCode", code).getId();
        String ref = organisation.post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        put(ref, Map.of("name", RestrictedCase.NAME, "contact", RestrictedCase.CONTACT));
        as("officer2", () -> runtime.startProcessInstanceByKey("caseEvent", vars("eventType", "candidateIntroduced",
                "enterpriseCode", code, "candidateRef", ref, "occurredOn", today().toString())));
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(ref).singleResult().getId();
        secret = new RestrictedCase(code, umbrella, ref, instance);
        complete("organisation", ref, "recordConsent", "consentGiven", "true");
        put(ref, RestrictedCase.facts());
        complete("mobilecell", ref, "openCandidateFile", "fileComplete", "true", "abroad", "false");
        complete("mobilecell", ref, "collectIntroductions", "introducerPair", "UNION_AND_ONE", "introducerMonths", 24);
        String other = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        otherEnterprise = other;
        hostCells.create(code, "Thử");
        hostCells.create(other, "Khác");
        // Members who came after the admission was given to the mobile cell.
        ownCell = person("own" + code, HostCells.groupOf(code));
        otherCell = person("other" + other, HostCells.groupOf(other));
        stranger = person("stranger" + code, null);
    }

    @Test
    void outsideTheContractsGroupsNothingOfACandidateIsFound() {
        decided();
        List<String> found = new ArrayList<>();
        Map<String, Rest> outsiders = outsiders();
        List<String> paths = secret.paths(engine);
        paths.forEach(path -> outsiders.forEach((who, reader) -> look(who, reader, path, found)));
        assertThat(found).isEmpty();
        assertThat(paths.stream().filter(path -> tells(organisation.get(path).body(), true)).count())
                .as("paths over which the organisation board does see it").isGreaterThanOrEqualTo(12);
    }

    @Test
    void aCellSeesItsOwnEnterprisesAdmissionsInOurRecords_andOfTheEngineItsOwnTasks() {
        decided();
        Rest own = loginWith(ownCell);
        List<String> found = new ArrayList<>();
        secret.paths(engine).stream().filter(path -> path.startsWith("/engine-rest"))
                .forEach(path -> look(ownCell, own, path, found));
        assertThat(found).isEmpty();
        assertThat(own.get("/api/v1/candidates/" + secret.ref()).ok().body()).contains(RestrictedCase.NAME);
        assertThat(own.get("/api/v1/outcomes?size=500&enterprise=" + secret.taxCode()).ok().body())
                .contains(secret.ref()).contains("holdCellVote");
        assertThat(own.get("/api/v1/enterprises/" + secret.taxCode() + "/timeline?size=500").body()).contains("holdCellVote");
        assertThat(own.get("/api/v1/outcomes?size=500&phase=memberAdmission&sort=-id").json().get("items"))
                .allSatisfy(row -> assertThat(row.get("taxCode").asText()).isEqualTo(secret.taxCode()));
    }

    @Test
    void theMobileCellSeesTheAdmissionsItCarries_notThoseOfOtherCells() {
        String ref = organisation.post("/api/v1/candidates", Map.of("enterpriseCode", otherEnterprise)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", otherEnterprise, "candidateRef", ref,
                "hostCell", HostCells.groupOf(otherEnterprise));
        complete("organisation", ref, "recordConsent", "consentGiven", "true", "note", "ghi riêng cho chi bộ");
        String rows = "/api/v1/outcomes?size=500&phase=memberAdmission&sort=-id";
        assertThat(mobileCell.get(rows).ok().body()).doesNotContain(ref).doesNotContain("ghi riêng").contains(secret.ref());
        assertThat(mobileCell.get("/api/v1/enterprises/" + otherEnterprise + "/timeline?size=500").body())
                .doesNotContain("recordConsent").doesNotContain("ghi riêng");
        assertThat(organisation.get("/api/v1/enterprises/" + otherEnterprise + "/timeline?size=500").body()).contains("ghi riêng");
        assertThat(mobileCell.get(candidate(ref)).status()).isEqualTo(404);
        assertThat(mobileCell.put(candidate(ref), Map.of("name", "x y")).status()).isEqualTo(404);
        assertThat(withdraw(mobileCell, ref).body()).contains("Không có hồ sơ quần chúng");
        assertThat(loginWith(otherCell).get(rows).ok().body()).contains("ghi riêng").doesNotContain(secret.ref());
        assertThat(organisation.get(rows).ok().body()).contains("ghi riêng");
        assertThat(mobileCell.get(candidate(secret.ref())).status()).isEqualTo(200);
    }

    @Test
    void theUnionThatIntroducesSeesItsOwnTask_withTheReferenceAndNoVotes() {
        runtime.setVariable(secret.instance(), "yesVotes", 7);
        Task mine = task(secret.ref(), "collectResolution");
        Rest union = login("zoneunion");
        assertThat(ids(union, "processInstanceId=" + secret.instance())).containsExactly(mine.getId());
        for (String part : List.of("/variables", "/form-variables")) {
            assertThat(union.get("/engine-rest/task/" + mine.getId() + part).ok().body())
                    .contains(secret.ref()).contains("enterpriseName").doesNotContain("yesVotes").doesNotContain("hostCell");
        }
        assertThat(union.get("/engine-rest/task/" + mine.getId() + "/form-variables").json().at("/enterpriseNameText/value").asText())
                .as("what the form shows at its top").isNotBlank();
        assertThat(union.get("/engine-rest/task/" + mine.getId() + "/variables/yesVotes").status()).isEqualTo(403);
        assertThat(union.get("/engine-rest/process-instance/" + secret.instance()).isOk()).isFalse();
        Rest.Answer answer = union.post("/engine-rest/task/" + mine.getId() + "/complete", Map.of(
                "variables", Rest.variables(Map.of("resolutionOutcome", "INTRODUCED")), "withVariablesInReturn", true));
        assertThat(answer.ok().body()).doesNotContain("yesVotes");
        assertThat(ids(union, "processInstanceId=" + secret.instance())).isEmpty();
    }

    @Test
    void anotherUnitsTasksOfAdmissionsAreInNoList_whateverIsAsked() {
        Task hidden = task(secret.ref(), "collectResolution");
        for (String who : List.of("youth", "mobilecell")) {
            Rest reader = login(who);
            for (String query : List.of("", "processInstanceId=" + secret.instance(), "taskId=" + hidden.getId(),
                    "processDefinitionKey=memberAdmission", "candidateGroup=zoneUnion", "candidateUser=zoneunion",
                    "candidateGroups=zoneUnion,youthUnion", "withCandidateGroups=true",
                    "processDefinitionKey=memberAdmission&sortBy=created&sortOrder=desc")) {
                assertThat(ids(reader, query)).as("%s: %s", who, query).doesNotContain(hidden.getId());
            }
            assertThat(count(reader, "taskId=" + hidden.getId())).as(who).isZero();
            Map<String, Object> either = Map.of("orQueries", List.of(
                    Map.of("taskDefinitionKey", hidden.getTaskDefinitionKey(), "candidateGroup", "zoneUnion")));
            assertThat(reader.post("/engine-rest/task?maxResults=50", either).ok().body()).as(who).doesNotContain(hidden.getId());
            for (String part : List.of("", "/variables", "/form-variables", "/form", "/identity-links", "/deployed-form")) {
                assertThat(reader.get("/engine-rest/task/" + hidden.getId() + part).isOk()).as("%s %s", who, part).isFalse();
            }
        }
        assertThat(count(login("zoneunion2"), "taskId=" + hidden.getId())).isOne();
        assertThat(ids(login("zoneunion2"), "processDefinitionKey=memberAdmission&maxResults=1")).hasSize(1);
        assertThat(ids(organisation, "processInstanceId=" + secret.instance())).containsExactly(hidden.getId());
    }

    @Test
    void seeingLessCostsNoStatementMore_andWhatTasklistAsksStaysAsItWas() {
        assertThat(statements("zoneunion", tasks.createTaskQuery())).isEqualTo(statements("organisation", tasks.createTaskQuery()));
        assertThat(judgedRowByRow("officer1", tasks.createTaskQuery())).isFalse();
        assertThat(judgedRowByRow("committee", tasks.createTaskQuery().processDefinitionKey("memberAdmission"))).isFalse();
        assertThat(judgedRowByRow("zoneunion", tasks.createTaskQuery())).isTrue();
        assertThat(judgedRowByRow("zoneunion", tasks.createTaskQuery().taskAssignee("zoneunion"))).isFalse();
        assertThat(judgedRowByRow("zoneunion", tasks.createTaskQuery()
                .taskCandidateGroupIn(List.of("zoneUnion", "heads")).includeAssignedTasks())).isFalse();
        assertThat(judgedRowByRow("zoneunion", tasks.createTaskQuery().taskCandidateGroup("youthUnion"))).isTrue();
    }

    @Test
    void aTaskStaysOnesOwnWhenItIsAssigned() {
        Task mine = task(secret.ref(), "collectResolution");
        tasks.setAssignee(mine.getId(), "youth");
        assertThat(ids(login("youth"), "processInstanceId=" + secret.instance())).containsExactly(mine.getId());
        assertThat(login("youth").get("/engine-rest/task/" + mine.getId() + "/form-variables").status()).isEqualTo(200);
        assertThat(ids(login("mobilecell"), "processInstanceId=" + secret.instance())).isEmpty();
    }

    @Test
    void filtersAndTheWebappsOwnApiShowNoMore() {
        Task hidden = task(secret.ref(), "collectResolution");
        JsonNode filters = login("mobilecell").get("/engine-rest/filter").ok().json();
        assertThat(filters).isNotEmpty();
        for (JsonNode filter : filters) {
            for (String who : List.of("youth", "mobilecell", "officer1")) {
                String path = "/camunda/api/engine/engine/default/filter/" + filter.get("id").asText();
                Webapp page = Webapp.login(address(), who, password(who));
                String list = page.post(path + "/list?firstResult=0&maxResults=15", Map.of()).ok().body();
                String all = page.post(path + "/list?firstResult=0&maxResults=50", Map.of("processInstanceBusinessKey", secret.ref())).ok().body();
                assertThat(list + all).as("%s: %s", who, filter.get("name")).doesNotContain(hidden.getId())
                        .doesNotContain(secret.ref());
            }
        }
        Webapp admin = Webapp.login(address(), "admin", password("admin"));
        assertThat(admin.get("/camunda/api/engine/engine/default/history/detail?processInstanceId=" + secret.instance()).status())
                .isEqualTo(404);
        for (String path : List.of("/task?maxResults=50&processDefinitionKey=memberAdmission",
                "/history/task?maxResults=50&processInstanceId=" + secret.instance(),
                "/variable-instance?maxResults=50&processInstanceIdIn=" + secret.instance())) {
            assertThat(admin.get("/camunda/api/engine/engine/default" + path).ok().body()).as(path).isEqualTo("[]");
        }
    }

    @Test
    void hypertextListsCarryTheVariablesOfOnesOwnTasksOnly() {
        String filter = organisation.get("/engine-rest/filter?name=" + "Vi%E1%BB%87c%20c%E1%BB%A7a%20%C4%91%C6%A1n%20v%E1%BB%8B%20t%C3%B4i")
                .ok().json().get(0).get("id").asText();
        String path = "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=50";
        assertThat(Webapp.login(address(), "zoneunion", "zoneunion").hypertext(path).ok().body())
                .contains(task(secret.ref(), "collectResolution").getId()).doesNotContain(secret.ref());
        assertThat(Webapp.login(address(), "mobilecell", "mobilecell").hypertext(path).ok().body())
                .doesNotContain(task(secret.ref(), "collectResolution").getId());
    }

    @Test
    void aReferenceIsNotToBeGuessed() {
        String unknown = "UV-2026-9876";
        for (Map.Entry<String, Rest> outsider : outsiders().entrySet()) {
            Rest reader = outsider.getValue();
            String known = secret.ref();
            assertSame(outsider.getKey(), reader.get(candidate(known)), reader.get(candidate(unknown)), known, unknown);
            assertSame(outsider.getKey(), reader.put(candidate(known), Map.of("name", "x")),
                    reader.put(candidate(unknown), Map.of("name", "x")), known, unknown);
            assertSame(outsider.getKey(), startOf(reader, known), startOf(reader, unknown), known, unknown);
            assertSame(outsider.getKey(), withdraw(reader, known), withdraw(reader, unknown), known, unknown);
        }
        Rest other = loginWith(otherCell);
        assertSame(otherCell, startAt(other, otherEnterprise, secret.ref()), startAt(other, otherEnterprise, unknown),
                secret.ref(), unknown);
        assertThat(organisation.get(candidate(secret.ref())).body()).contains(RestrictedCase.NAME);
        assertThat(isRunning("memberAdmission", secret.ref())).isTrue();
    }

    @Test
    void whoSeesAnInstanceButNotItsVariablesDoesNotFindItByTheirValues() {
        runtime.setVariable(secret.instance(), "yesVotes", 7);
        List<Map<String, Object>> seven = List.of(Map.of("name", "yesVotes", "operator", "eq", "value", 7));
        Map<String, Map<String, Object>> questions = Map.of(
                "/engine-rest/process-instance", Map.of("processInstanceIds", List.of(secret.instance()), "variables", seven),
                "/engine-rest/execution", Map.of("processInstanceId", secret.instance(), "processVariables", seven));
        questions.forEach((path, question) -> {
            assertThat(login("admin").post(path + "?maxResults=50", question).ok().json()).as(path).isEmpty();
            assertThat(login("admin").post(path + "/count", question).json().get("count").asInt()).as(path).isZero();
            assertThat(login("integration").post(path, question).status()).as(path).isEqualTo(403);
        });
        assertThat(as("organisation", () -> runtime.createProcessInstanceQuery().variableValueEquals("yesVotes", 7).listPage(0, 5)))
                .isNotEmpty();
        assertThat(as("integration", () -> runtime.createProcessInstanceQuery().variableValueEquals("yesVotes", 7).listPage(0, 5)))
                .isEmpty();
        Map<String, Object> either = Map.of("orQueries", List.of(Map.of("businessKeyIn", List.of("x"), "variables", seven)));
        assertThat(login("admin").post("/engine-rest/process-instance?maxResults=50", either).ok().body()).doesNotContain(secret.instance());
        assertThat(login("admin").get("/engine-rest/process-instance?maxResults=50&processInstanceIds=" + secret.instance()).json()).hasSize(1);
    }

    @Test
    void cockpitsListFindsNothingByTryingValues() {
        String list = "/camunda/api/cockpit/plugin/base/default/process-instance";
        Map<String, Object> any = Map.of("processDefinitionKey", "memberAdmission");
        Map<String, Object> guess = Map.of("processDefinitionKey", "memberAdmission",
                "variables", List.of(Map.of("name", "candidateRef", "operator", "eq", "value", secret.ref())));
        Webapp admin = Webapp.login(address(), "admin", password("admin"));
        assertThat(admin.post(list + "?firstResult=0&maxResults=5", any).status()).isEqualTo(200);
        assertThat(admin.post(list + "?firstResult=0&maxResults=5", guess).status()).isEqualTo(403);
        assertThat(admin.post(list + "/count", guess).status()).isEqualTo(403);
    }

    @Test
    void aLedgerRowOfAnAdmissionIsCorrectedByWhoSeesItOnly() {
        long row = jdbc.sql("select max(id) from outcome where candidate_ref = ?").param(secret.ref()).query(Long.class).single();
        Map<String, Object> correction = Map.of("result", "NO", "reason", "Nhầm");
        outsiders().forEach((who, reader) -> {
            Rest.Answer answer = reader.post("/api/v1/outcomes/" + row + "/corrections", correction);
            Rest.Answer none = reader.post("/api/v1/outcomes/99999999/corrections", correction);
            assertSame(who, answer, none, String.valueOf(row), "99999999");
        });
        assertThat(organisation.post("/api/v1/outcomes/" + row + "/corrections", correction).status()).isEqualTo(201);
    }

    @Test
    void aSystemIsGivenTheReferenceAndTheQuestionItVerifies_andNoMore() {
        complete("zoneunion", secret.ref(), "collectResolution", "resolutionOutcome", "INTRODUCED");
        complete("mobilecell", secret.ref(), "collectOpinions", "opinionsComplete", "true");
        runtime.setVariable(secret.instance(), "yesVotes", 7);
        Rest system = login("integration");
        Rest.Answer answer = system.post("/engine-rest/external-task/fetchAndLock", Map.of("workerId", "visibility", "maxTasks", 100,
                "topics", List.of(Map.of("topicName", "verifyPersonalHistory", "lockDuration", 1000))));
        assertThat(answer.ok().body()).contains(secret.ref()).contains("abroad").doesNotContain("yesVotes")
                .doesNotContain("hostCell");
        Rest.Answer told = system.post("/engine-rest/message", Map.of("messageName", "outreach.candidateWithdrew",
                "businessKey", secret.ref(), "resultEnabled", true, "variablesInResultEnabled", true));
        assertThat(told.ok().body()).doesNotContain("yesVotes").doesNotContain("hostCell");
    }

    @Test
    void whatPassesThroughAnEnterprisesCaseLeavesNoReferenceInItsHistory() {
        List<String> carriers = history.createHistoricDetailQuery().variableUpdates().list().stream()
                .map(detail -> (HistoricVariableUpdate) detail)
                .filter(update -> secret.ref().equals(update.getValue()))
                .map(update -> update.getProcessDefinitionKey())
                .distinct()
                .toList();
        assertThat(carriers).containsExactly("memberAdmission");
    }

    /** Whoever has no choice wants all notices as mails of their own. */
    private void everythingAtOnce() {
        jdbc.sql("insert into notice_choice (user_id, mail, bell, quiet_weekend, at_once) select distinct n.recipient, 'AT_ONCE', true, false,"
                + " 'TASKS,CASES,CHANGES,DEPUTIES,PLANS' from notification n where not exists"
                + " (select 1 from notice_choice c where c.user_id = n.recipient)").update();
    }

    @Test
    void mailsNameNobody() throws Exception {
        decided();
        at(today().plusDays(1));
        everythingAtOnce();
        dispatcher.dispatch();
        List<String> mails = new ArrayList<>();
        for (Path file : mailFiles()) {
            mails.add(text(file));
        }
        assertThat(mails).anyMatch(mail -> mail.contains(secret.taxCode()));
        assertThat(mails).noneMatch(mail -> tells(mail, true));
        assertThat(jdbc.sql("select subject || data from notification where tax_code = ?").param(secret.taxCode())
                .query(String.class).list()).isNotEmpty().noneMatch(row -> tells(row, true));
    }

    /** A whole admission whose tasks are late: what goes out in the morning, what is kept of it, and what is written down meanwhile. */
    @Test
    void mailsOfTheDayNameNobody_andSpeakOfNothingInner() throws Exception {
        confirmed(secret.ref());
        User reader = identities.newUser("d" + UUID.randomUUID().toString().substring(0, 8));
        reader.setEmail(reader.getId() + "@example.vn");
        reader.setPassword(PASSWORD);
        identities.saveUser(reader);
        tasks.createTaskQuery().processInstanceId(secret.instance()).list().forEach(late -> {
            tasks.setAssignee(late.getId(), reader.getId());
            tasks.setDueDate(late.getId(), java.sql.Timestamp.valueOf(LocalDate.of(2026, 1, 5).atTime(17, 0)));
        });
        // A mail of an earlier run may lie there under the same name.
        for (Path file : mailFiles()) {
            Files.delete(file);
        }
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        all.addAppender(written);
        try {
            at(today().plusDays(1));
            management.executeJob(management.createJobQuery().timers().processDefinitionKey("dailyDigest").singleResult().getId());
            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
            dispatcher.dispatch();
        } finally {
            all.detachAppender(written);
        }
        List<String> mails = new ArrayList<>();
        for (Path file : mailFiles()) {
            mails.add(text(file));
        }
        String own = mails.stream().filter(mail -> mail.contains("Kính gửi " + reader.getId())).findFirst().orElseThrow();
        assertThat(own).startsWith("Việc trong ngày").contains("Quá hạn:", "- việc trong hồ sơ (xem trong hệ thống), quá hạn");
        assertThat(own.toLowerCase()).doesNotContain("đảng", "chi bộ", "kết nạp", "cấp ủy", "chính trị", "quần chúng", secret.taxCode());
        assertThat(mails).noneMatch(mail -> tells(mail, true));
        assertThat(written.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> tells(line, true));
        assertThat(jdbc.sql("select subject || data from notification where template = 'daily-digest'").query(String.class).list())
                .isNotEmpty().noneMatch(row -> tells(row, true));
        tasks.createTaskQuery().processInstanceId(secret.instance()).list().forEach(late -> tasks.setDueDate(late.getId(), null));
    }

    private static List<Path> mailFiles() throws IOException {
        Path directory = TestFiles.directory("mail");
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> path.toString().endsWith(".eml")).toList();
        }
    }

    @Test
    void theCommitteeDecidesWithTheCandidatesPapersBesideTheForm() {
        String ref = secret.ref();
        mobileCell.post(candidate(ref) + "/papers", Map.of("type", "CELL_RESOLUTION", "number", "07-NQ/CB", "keptAt", "Tủ 3")).ok();
        String wrong = mobileCell.post(candidate(ref) + "/papers", Map.of("type", "OPINIONS", "keptAt", "Tủ 4")).ok().json().get("id").asText();
        mobileCell.post(candidate(ref) + "/papers/" + wrong + "/withdrawal", Map.of("reason", "nhầm")).ok();
        assertThat(papersBesideForm("zoneunion", task(ref, "collectResolution"))).as("no decision").isEmpty();
        confirmed(ref);

        JsonNode papers = papersBesideForm("committee", task(ref, "decideAdmission"));

        assertThat(papers).hasSize(1);
        assertThat(papers.get(0).get("label").asText() + " " + papers.get(0).get("number").asText() + " " + papers.get(0).get("keptAt").asText())
                .isEqualTo("Nghị quyết của chi bộ 07-NQ/CB Tủ 3");
        assertThat(papers.get(0).get("content").isNull()).as("it is on paper only").isTrue();
        assertThat(jdbc.sql("select count(*) from audit where user_id = 'committee' and subject_type = 'CandidatePapers' and subject = ?")
                .param(ref).query(Integer.class).single()).isEqualTo(1);
    }

    private JsonNode papersBesideForm(String who, Task task) {
        return login(who).get("/api/v1/tasks/" + task.getId() + "/form").ok().json().get("papers");
    }

    @Test
    void logsNameNobody_evenWhenEverythingIsWrittenDown() {
        decided();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("vn.outreach");
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        Level before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        all.addAppender(written);
        try {
            LoggerFactory.getLogger("vn.outreach.e2e").debug("the appender hears our packages");
            put(secret.ref(), Map.of("name", RestrictedCase.NAME, "contact", RestrictedCase.CONTACT));
            mobileCell.put(candidate(secret.ref()), Map.of("name", RestrictedCase.NAME, "isOwner", "perhaps"));
            secret.paths(engine).forEach(organisation::get);
            outsiders().values().forEach(reader -> reader.get(candidate(secret.ref())));
        } finally {
            all.detachAppender(written);
            ours.setLevel(before);
        }
        List<String> lines = written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).contains("the appender hears our packages")
                .noneMatch(line -> line.contains(RestrictedCase.NAME) || line.contains(RestrictedCase.CONTACT)
                        || line.contains(RestrictedCase.NUMBER));
    }

    // --- the case --------------------------------------------------------------------------------------------------

    /** Voted, confirmed and decided: every kind of record is there, and the ceremony waits. */
    private void decided() {
        String ref = secret.ref();
        confirmed(ref);
        complete("committee", ref, "decideAdmission", "admissionDecision", "ADMITTED", "bodyMembers", 9, "bodyYes", 8,
                "decisionNumber", RestrictedCase.NUMBER, "decisionDate", today().toString(),
                "decisionReceivedOn", today().toString());
        runtime.setVariable(secret.instance(), "yesVotes", 89);
        secret.comment(tasks);
        management.setJobRetries(List.of(jobOf(secret.instance())), 0);
    }

    /** The committee's decision waits. */
    private void confirmed(String ref) {
        secret.comment(tasks);
        complete("zoneunion", ref, "collectResolution", "resolutionOutcome", "INTRODUCED");
        complete("mobilecell", ref, "collectOpinions", "opinionsComplete", "true");
        complete("organisation", ref, "verifyPersonalHistory", "verificationOutcome", "MET", "verifiedOn", today().toString());
        complete("mobilecell", ref, "holdCellVote", "eligibleVoters", 97, "yesVotes", 89, "voteDate", today().toString());
        complete("mobilecell2", ref, "confirmVote", "confirmed", "true");
    }

    private String jobOf(String instance) {
        tasks.createTaskQuery().processInstanceId(instance).list()
                .forEach(task -> runtime.createIncident("failedJob", task.getExecutionId(), "x", "Lỗi ở bước này"));
        return management.createJobQuery().list().get(0).getId();
    }

    private Rest.Answer startOf(Rest reader, String ref) {
        return reader.post("/engine-rest/process-definition/key/memberAdmission/start", Map.of("variables",
                Rest.variables(Map.of("enterpriseCode", secret.taxCode(), "candidateRef", ref, "hostCell", "cell0000000000"))));
    }

    private Rest.Answer startAt(Rest reader, String taxCode, String ref) {
        return reader.post("/engine-rest/process-definition/key/memberAdmission/start", Map.of("variables",
                Rest.variables(Map.of("enterpriseCode", taxCode, "candidateRef", ref))));
    }

    private Rest.Answer withdraw(Rest reader, String ref) {
        return reader.post("/engine-rest/process-definition/key/caseEvent/start", Map.of("variables", Rest.variables(
                Map.of("eventType", "candidateWithdrew", "candidateRef", ref, "occurredOn", today().toString()))));
    }

    private void put(String ref, Map<String, Object> fields) {
        mobileCell.put(candidate(ref), fields).ok();
    }

    private static String candidate(String ref) {
        return "/api/v1/candidates/" + ref;
    }

    private int statements(String who, TaskQuery query) {
        AtomicInteger statements = new AtomicInteger();
        as(who, () -> statements.set(Jdbc.of(query::unlimitedList).statements()));
        return statements.get();
    }

    /** The engine's form of the check in which a row's own columns take part; without it its SQL is the engine's. */
    private boolean judgedRowByRow(String who, TaskQuery query) {
        as(who, () -> query.listPage(0, 1));
        return ((TaskQueryImpl) query).getAuthCheck().isRevokeAuthorizationCheckEnabled();
    }

    // --- readers ---------------------------------------------------------------------------------------------------

    private Map<String, Rest> outsiders() {
        Map<String, Rest> readers = new LinkedHashMap<>();
        OUTSIDERS.forEach(who -> readers.put(who, login(who)));
        readers.put(otherCell, loginWith(otherCell));
        readers.put(stranger, loginWith(stranger));
        readers.forEach((who, reader) ->
                assertThat(reader.get("/api/v1/enterprises?size=1").status()).as("%s is logged in", who).isIn(200, 403));
        return readers;
    }

    private static void look(String who, Rest reader, String path, List<String> found) {
        // What was asked for may be repeated; it is no news to whoever asked.
        Rest.Answer answer = reader.get(path);
        boolean mayKnowTheKey = List.of("admin", "integration").contains(who)
                && INSTANCES.stream().anyMatch(path::startsWith) && !path.contains("/variables");
        if (tells(answer.body(), false) || !mayKnowTheKey && answer.isOk() && answer.body().contains("UV-2026-")) {
            found.add(who + " " + path + ": " + answer);
        }
    }

    private static boolean tells(String body, boolean withReference) {
        return RestrictedCase.SECRETS.stream().anyMatch(body::contains) || withReference && body.contains("UV-2026-");
    }

    private static void assertSame(String who, Rest.Answer one, Rest.Answer other, String known, String unknown) {
        assertThat(one.status()).as("%s: %s / %s", who, one, other).isEqualTo(other.status());
        assertThat(one.body().replace(known, unknown)).as(who).isEqualTo(other.body());
    }

    private static List<String> ids(Rest reader, String query) {
        List<String> ids = new ArrayList<>();
        reader.get("/engine-rest/task?" + (query.contains("maxResults") ? "" : "maxResults=500&") + query).ok().json().forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    private static int count(Rest reader, String query) {
        return reader.get("/engine-rest/task/count?" + query).ok().json().get("count").asInt();
    }

    private String person(String id, String group) {
        User user = identities.newUser(id);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        if (group != null) {
            identities.createMembership(id, group);
        }
        return id;
    }

    private Rest login(String who) {
        return Rest.nobody(address()).as(who, password(who));
    }

    private Rest loginWith(String who) {
        return Rest.nobody(address()).as(who, PASSWORD);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static String text(Path mail) throws Exception {
        try (InputStream in = Files.newInputStream(mail)) {
            MimeMessage message = new MimeMessage(null, in);
            return message.getSubject() + "\n" + message.getContent();
        }
    }
}
