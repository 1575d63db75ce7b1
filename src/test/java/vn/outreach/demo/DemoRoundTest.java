package vn.outreach.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.TestDatabase;

/** The demo round on an empty database: the table of domain.md §8.2, reached through the engine. */
@Tag("own-application")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRoundTest {

    private static final Map<String, String> STAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("E01", "CELL_FILE"),
            Map.entry("E02", "PERSUASION"),
            Map.entry("E03", "CELL_FOUNDED"),
            Map.entry("E04", "MOBILE_CELL"),
            Map.entry("E05", "ADMISSION"),
            Map.entry("E06", "REFUSED_PAUSED"),
            Map.entry("E07", "ADMISSION"),
            Map.entry("E08", "SURVEYED"),
            Map.entry("E09", "SURVEYED"),
            Map.entry("E10", "SURVEYED"),
            Map.entry("E11", "SURVEYED"),
            Map.entry("E12", "SURVEYED"),
            Map.entry("E13", "SURVEYED"),
            Map.entry("E14", "PLANNED"),
            Map.entry("E15", "SURVEYED"),
            Map.entry("E16", "PLANNED"),
            Map.entry("E17", "SURVEYED"),
            Map.entry("E18", "PLANNED"),
            Map.entry("E19", "SURVEYED"),
            Map.entry("E20", "PLANNED"),
            Map.entry("E21", "SURVEYED"),
            Map.entry("E22", "PLANNED"),
            Map.entry("E23", "PLANNED"),
            Map.entry("E24", "SURVEYED")));
    private static final int MONTHS = 18;
    private static final Pattern MESSAGE = Pattern.compile("/engine-rest/message \\\\\\R +-d '([^']+)'");

    private final TestDatabase database = TestDatabase.empty();
    private ConfigurableApplicationContext application;
    private JdbcClient jdbc;

    @BeforeAll
    void firstStart() {
        onTheDayOfTheRun();
        application = ApplicationOn.start(database, "--outreach.demo=true");
        // The round has walked through the months, and the engine's time was the computer's again.
        onTheDayOfTheRun();
        jdbc = application.getBean(JdbcClient.class);
    }

    /** The computer's day, or another one of {@code -Doutreach.test.today=2026-12-31}. */
    private static void onTheDayOfTheRun() {
        Optional.ofNullable(System.getProperty("outreach.test.today")).ifPresent(day -> ClockUtil.setCurrentTime(
                Date.from(LocalDate.parse(day).atTime(9, 0).atZone(OutreachApplication.ZONE.toZoneId()).toInstant())));
    }

    @AfterAll
    void stop() {
        application.close();
        ClockUtil.reset();
        database.close();
    }

    @Test
    void everyEnterpriseHasTheStageAndFiguresOfTheTable() {
        Map<String, String> stages = new TreeMap<>();
        for (DemoEnterprises.Row row : DemoEnterprises.all()) {
            Map<String, Object> found = enterprise(row.taxCode());
            stages.put(row.code(), (String) found.get("stage"));
            if (found.get("surveyed_on") != null) {
                assertThat(found.get("workers")).as(row.code()).isEqualTo(row.workers());
                assertThat(found.get("full_members")).as(row.code()).isEqualTo(row.fullMembers());
                assertThat(found.get("probationary_members")).as(row.code()).isEqualTo(row.probationaryMembers());
                assertThat(found.get("union_recognised_on") != null).as(row.code()).isEqualTo(row.unionMembers() > 0);
            }
            assertThat(found.get("responsible_member")).as(row.code()).isEqualTo(row.officer());
        }
        assertThat(stages).isEqualTo(STAGES);
    }

    @Test
    void theStageAgreesWithTheEnginesLiveState() {
        RuntimeService runtime = application.getBean(RuntimeService.class);
        for (DemoEnterprises.Row row : DemoEnterprises.all()) {
            assertThat(recomputed(runtime, row.taxCode())).as(row.code()).isEqualTo(STAGES.get(row.code()));
        }
    }

    /** Reads the engine's instances and the ledger only; the stored stage is not looked at. */
    private String recomputed(RuntimeService runtime, String taxCode) {
        boolean umbrella = runs(runtime, "enterpriseOutreach", taxCode);
        assertThat(umbrella).as("case of %s runs", taxCode).isTrue();
        if ("REFUSED".equals(lastMeeting(taxCode))) {
            return "REFUSED_PAUSED";
        }
        if (runtime.createProcessInstanceQuery().processDefinitionKey("memberAdmission")
                        .variableValueEquals("enterpriseCode", taxCode).count() > 0) {
            return "ADMISSION";
        }
        if (rows(taxCode, "announceCell", "DONE") > 0) {
            return "CELL_FOUNDED";
        }
        if (runs(runtime, "partyCellFounding", taxCode)) {
            return "CELL_FILE";
        }
        if (waitsForMembers(runtime, taxCode)) {
            return "MOBILE_CELL";
        }
        if (runs(runtime, "unionFounding", taxCode)) {
            return "UNION";
        }
        if (lastMeeting(taxCode) != null) {
            return "PERSUASION";
        }
        return rows(taxCode, "conductSurvey", "COMPLETED") > 0 ? "SURVEYED" : "PLANNED";
    }

    private static boolean waitsForMembers(RuntimeService runtime, String taxCode) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("enterpriseOutreach").processInstanceBusinessKey(taxCode).singleResult().getId();
        List<String> active = runtime.getActiveActivityIds(instance);
        return active.stream().anyMatch(id -> id.startsWith("gateway_wait") || id.equals("userTask_reviewWaiting"));
    }

    @Test
    void exactlySevenOwnersWereMet_eachByTheUserOfTheLedger() {
        List<Map<String, Object>> meetings = jdbc.sql(
                        "select tax_code, recorded_by, process_instance_id from outcome where step = 'meetOwner' order by tax_code")
                .query()
                .listOfRows();
        assertThat(meetings).hasSize(7).extracting(row -> row.get("tax_code")).doesNotHaveDuplicates();
        HistoryService history = application.getBean(HistoryService.class);
        for (Map<String, Object> meeting : meetings) {
            HistoricActivityInstance task = history.createHistoricActivityInstanceQuery()
                    .processInstanceId((String) meeting.get("process_instance_id"))
                    .activityId("userTask_meetOwner")
                    .finished()
                    .singleResult();
            assertThat(task.getAssignee()).isEqualTo(meeting.get("recorded_by"));
        }
    }

    /** The sentence of the source document: 24 in the plan, 7 met, in whichever year that was. */
    @Test
    void ofTheTwentyFourInThePlan_sevenAreMet_andEachIsNamed() throws Exception {
        String results = "/api/v1/plans/" + LocalDate.now(application.getBean(Clock.class)).getYear() + "/results";
        JsonNode meeting = asOfficer(results).get("items").get(0).get("measures").get(1);
        assertThat(meeting.get("summary").asText()).endsWith("Lũy kế: 7/24 doanh nghiệp.");
        assertThat(meeting.get("promised").asInt()).isEqualTo(12);
        assertThat(codes(asOfficer(results + "?by=row&measure=MEETING&state=STANDING")))
                .containsExactlyInAnyOrder("E01", "E02", "E03", "E04", "E05", "E06", "E07");
        assertThat(codes(asOfficer(results + "?by=row&measure=MEETING&state=NOT_STANDING"))).hasSize(17);
    }

    private JsonNode asOfficer(String path) throws Exception {
        String address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString("officer1:officer1".getBytes(StandardCharsets.UTF_8)))
                .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> codes(JsonNode results) {
        Map<String, String> codes = new TreeMap<>();
        DemoEnterprises.all().forEach(row -> codes.put(row.taxCode(), row.code()));
        return StreamSupport.stream(results.get("items").spliterator(), false)
                .map(row -> codes.get(row.get("taxCode").asText())).toList();
    }

    @Test
    void actsLieWithinEighteenMonths_andNoTimerIsDueWithinAWeek() {
        LocalDate first = jdbc.sql("select min(occurred_on) from outcome").query(LocalDate.class).single();
        LocalDate last = jdbc.sql("select max(occurred_on) from outcome").query(LocalDate.class).single();
        LocalDate today = LocalDate.now(application.getBean(Clock.class));
        assertThat(first).isAfter(today.minusMonths(MONTHS));
        assertThat(last).isBeforeOrEqualTo(today);
        Date inAWeek = Date.from(application.getBean(Clock.class).instant().plus(7, ChronoUnit.DAYS));
        assertThat(application.getBean(ManagementService.class).createJobQuery().duedateLowerThan(inAWeek).list())
                .as("timers of cases; the year's own come when the year does, the mail of the day each morning")
                .allMatch(job -> Set.of(AnnualPlanProcess.KEY, ProcessKeys.DAILY_DIGEST).contains(job.getProcessDefinitionKey()));
    }

    @Test
    void theFirstPlanStartedTheCases_laterOnesCarryThemOver_andYearsThatAreOverAreClosed() {
        LocalDate today = LocalDate.now(application.getBean(Clock.class));
        List<Integer> years = jdbc.sql("select plan_year from plan order by plan_year").query(Integer.class).list();
        assertThat(years).hasSizeBetween(2, 3).endsWith(today.getYear() - 1, today.getYear());
        assertThat(planRows(years.get(0))).containsExactly("STARTED=24");
        assertThat(years.subList(1, years.size())).allSatisfy(year -> assertThat(planRows(year)).containsExactly("CARRIED_OVER=24"));
        // Last year's plan is closed late in January.
        if (today.isAfter(LocalDate.of(today.getYear(), 1, 26))) {
            assertThat(jdbc.sql("select plan_year from plan where status = 'APPROVED'").query(Integer.class).list())
                    .containsExactly(today.getYear());
            assertThat(jdbc.sql("select count(*) from plan_row where plan_year < ? and closing is null")
                            .param(today.getYear())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select distinct carried_from from plan_row where plan_year = ? and carried_from is not null")
                            .param(today.getYear())
                            .query(Integer.class)
                            .list())
                    .containsExactly(today.getYear() - 1);
        }
    }

    /** The example of rest.md, as it stands there. */
    @Test
    void theMessageOfTheDocumentIsTaken() throws Exception {
        Matcher example = MESSAGE.matcher(Files.readString(Path.of("src", "docs", "rest.md")));
        assertThat(example.find()).isTrue();
        String address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(address + "/engine-rest/message"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + Base64.getEncoder()
                                .encodeToString("integration:integration".getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString(example.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(enterprise(DemoEnterprises.of("E02").taxCode())).containsEntry("willing_full_members", 3);
    }

    @Test
    void candidatesStandWhereOfficersMeetThem() {
        assertThat(results("end", "memberAdmission")).containsExactlyInAnyOrder("FULL_MEMBER", "FULL_MEMBER", "WITHDRAWN");
        assertThat(jdbc.sql("select count(*) from outcome where step = 'holdCeremony'").query(Integer.class).single())
                .isEqualTo(3);
        assertThat(openSteps("memberAdmission"))
                .contains("decideAdmission", "renewDossier", "collectIntroductions", "verifyPersonalHistory", "reviewEligibility");
        assertThat(jdbc.sql("select distinct candidate_ref from outcome where candidate_ref is not null")
                        .query(String.class)
                        .list())
                .hasSize(12)
                .allMatch(ref -> ref.matches("UV-\\d{4}-\\d{4}"));
    }

    @Test
    void contactsWereLoggedByPeopleWhoMay_andOneEnterpriseWasCalledTwiceWithinAWeek() {
        assertThat(jdbc.sql("select distinct made_by from contact").query(String.class).list())
                .containsExactlyInAnyOrder("officer1", "officer2", "officer3", "massmob", "propaganda");
        LocalDate today = LocalDate.now(application.getBean(Clock.class));
        assertThat(jdbc.sql("select count(*) from contact where contacted_on > ?").param(today).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select made_by from last_contact where tax_code = ? and contacted_on >= ?")
                        .params(DemoEnterprises.of("E10").taxCode(), today.minusDays(7)).query(String.class).list())
                .containsExactly("officer2");
    }

    @Test
    void everyOpenTaskIsInTheOutbox() {
        List<String> untold = jdbc.sql("select t.ID_ from ACT_RU_TASK t where not exists"
                        + " (select 1 from notification n where n.task_id = t.ID_)")
                .query(String.class)
                .list();
        assertThat(untold).isEmpty();
    }

    private Map<String, Object> enterprise(String taxCode) {
        return jdbc.sql("select * from enterprise where tax_code = ?").param(taxCode).query().singleRow();
    }

    private static boolean runs(RuntimeService runtime, String process, String key) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(key).count() > 0;
    }

    private String lastMeeting(String taxCode) {
        return jdbc.sql("select result from outcome where step = 'meetOwner' and tax_code = ? order by id desc fetch first 1 rows only")
                .param(taxCode).query(String.class).optional().orElse(null);
    }

    private int rows(String taxCode, String step, String result) {
        return jdbc.sql("select count(*) from outcome where tax_code = ? and step = ? and result = ?")
                .params(taxCode, step, result).query(Integer.class).single();
    }

    private List<String> planRows(int year) {
        return jdbc.sql("select status || '=' || count(*) from plan_row where plan_year = ? group by status")
                .param(year).query(String.class).list();
    }

    private List<String> results(String step, String phase) {
        return jdbc.sql("select result from outcome where step = ? and phase = ?").params(step, phase).query(String.class).list();
    }

    private List<String> openSteps(String process) {
        return jdbc.sql("select t.TASK_DEF_KEY_ from ACT_RU_TASK t where t.PROC_DEF_ID_ like ?")
                .param(process + ":%").query(String.class).list().stream()
                .map(key -> key.substring("userTask_".length()))
                .toList();
    }
}
