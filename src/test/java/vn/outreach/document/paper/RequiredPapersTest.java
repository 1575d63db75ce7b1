package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.demo.DemoUsers;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.TestDatabase;

/** Steps that are not recorded without their papers, on every way that a step is done; and papers after a restart. */
@Tag("own-application")
class RequiredPapersTest {

    private static final String STEEL = "3500101146";
    private static final String TODAY = LocalDate.now(OutreachApplication.ZONE.toZoneId()).toString();

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStepWaitsForItsPaper_byRest_fromJavaAndByMessage_andARestartFindsThePapers() {
        long id;
        byte[] sheet = Samples.jpeg();
        try (ConfigurableApplicationContext application = start()) {
            Desk officer = desk(application, "officer1");
            register(application);
            var phase = application.getBean(RuntimeService.class).startProcessInstanceByKey("survey", STEEL,
                    Map.of("enterpriseCode", STEEL, "planYear", 2026, "ruleVersion", "QD208_2026"));
            assertThat(phase).isNotNull();

            String schedule = task(application);
            byRest(officer, schedule, "{\"surveyDate\": {\"value\": \"2030-01-07\"}, \"surveyMethod\": {\"value\": \"VISIT\"}}", 204, null);
            letter(application);

            String conduct = task(application);
            JsonNode needs = officer.get("/api/v1/tasks/" + conduct + "/papers").json();
            assertThat(needs.get("required").get(0).get("label").asText()).isEqualTo("Phiếu khảo sát");
            assertThat(needs.get("required").get(0).get("there").asBoolean()).isFalse();
            String figures = """
                    {"surveyResult": {"value": "COMPLETED"}, "conductedOn": {"value": "%s"}, "accessibility": {"value": "EASY"},
                     "ownerAttitude": {"value": "NEUTRAL"}, "workerCount": {"value": 600}, "unionMembers": {"value": 20},
                     "youthUnionMembers": {"value": 10}, "youthBranches": {"value": 1}, "fullMembers": {"value": 5},
                     "probationaryMembers": {"value": 1}}""".formatted(TODAY);
            byRest(officer, conduct, figures, 400, "Phiếu khảo sát");
            byJava(application, conduct, "Phiếu khảo sát");
            assertThat(ledger(application)).doesNotContain("conductSurvey").contains("scheduleSurvey");
            assertThat(task(application)).isEqualTo(conduct);

            Desk.Answer added = officer.add(STEEL, sheet, "type", "SURVEY_SHEET", "taskId", conduct, "fileName", "phiếu.jpg");
            id = added.json().get("id").asLong();
            officer.send("POST", Desk.papers(STEEL) + "/" + id + "/withdrawal", "{\"reason\": \"mờ\"}");
            byRest(officer, conduct, figures, 400, "Phiếu khảo sát");
            id = officer.add(STEEL, sheet, "type", "SURVEY_SHEET", "taskId", conduct, "fileName", "phiếu.jpg").json().get("id").asLong();
            byRest(officer, conduct, figures, 204, null);

            String message = "{\"messageName\": \"outreach.postingsVerified\", \"businessKey\": \"" + STEEL + "\", \"processVariables\":"
                    + " {\"fullMembersVerified\": {\"value\": 5}, \"willingFullMembers\": {\"value\": 3}}}";
            Desk system = desk(application, "integration");
            Desk.Answer refused = system.send("POST", "/engine-rest/message", message);
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.sentence()).contains("Danh sách đảng viên");
            system.add(STEEL, Samples.xlsx(), "type", "MEMBER_LIST");
            assertThat(system.send("POST", "/engine-rest/message", message).status()).isEqualTo(204);
            assertThat(ledger(application)).contains("conductSurvey", "verifyPostings");
        }
        try (ConfigurableApplicationContext again = start()) {
            Desk officer = desk(again, "officer1");
            assertThat(officer.content(STEEL, id).bytes()).isEqualTo(sheet);
            // What counted for the last survey does not count for the next one.
            again.getBean(RuntimeService.class).startProcessInstanceByKey("survey", STEEL,
                    Map.of("enterpriseCode", STEEL, "planYear", 2026, "ruleVersion", "QD208_2026"));
            byRest(officer, task(again), "{\"surveyDate\": {\"value\": \"2030-01-07\"}, \"surveyMethod\": {\"value\": \"VISIT\"}}", 204, null);
            letter(again);
            JsonNode needs = officer.get("/api/v1/tasks/" + task(again) + "/papers").json();
            assertThat(needs.get("required").get(0).get("there").asBoolean()).isFalse();
            byRest(officer, task(again), "{\"surveyResult\": {\"value\": \"UNREACHABLE\"}, \"conductedOn\": {\"value\": \"" + TODAY + "\"}}", 204, null);
        }
    }

    @Test
    void aRuleThatNamesNoPaper_isSaidAtTheStart() {
        for (String wrong : List.of("SURVEY_SHET", "SURVEY_SHEET if x", "")) {
            PaperSettings settings = new PaperSettings(home, DataSize.ofMegabytes(1), 90, "", Duration.ofSeconds(1),
                    Map.of("conductSurvey", List.of(wrong)));
            assertThatThrownBy(() -> new RequiredPapers(settings, null, null, null))
                    .isInstanceOf(StartRefused.class).hasMessageContaining("conductSurvey");
        }
    }

    /** What a production asks for exists: steps of the models, types of the catalogues, answers of the steps' forms. */
    @Test
    void theProductionsRules_fitModelsAndForms() throws IOException {
        PropertySource<?> yaml = new YamlPropertySourceLoader()
                .load("production", new ClassPathResource("application-production.yml")).get(0);
        ResolvableType stepsToTypes = ResolvableType.forClassWithGenerics(Map.class, ResolvableType.forClass(String.class),
                ResolvableType.forClassWithGenerics(List.class, String.class));
        Map<String, List<String>> required = new Binder(ConfigurationPropertySources.from(yaml))
                .bind("outreach.papers.required", Bindable.<Map<String, List<String>>>of(stepsToTypes)).get();
        assertThat(required).hasSizeGreaterThan(25);
        PaperSettings settings = new PaperSettings(home, DataSize.ofMegabytes(1), 90, "", Duration.ofSeconds(1), required);
        RequiredPapers papers = new RequiredPapers(settings, null, null, null);
        assertThat(required.keySet()).allMatch(papers::concerns);
        List<String> wrong = new ArrayList<>();
        required.forEach((step, rules) -> rules.forEach(rule -> wrong.addAll(problems(step, rule))));
        assertThat(wrong).isEmpty();
    }

    /** A step is a user task somewhere; the answer that a rule reads is one of its form's choices. */
    private static List<String> problems(String step, String rule) {
        String form = forms().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(step.toLowerCase(Locale.ROOT) + ".form"))
                .findFirst().orElse(null);
        if (form == null) {
            return List.of(step + " is no task");
        }
        if (!rule.contains(" when ")) {
            return List.of();
        }
        String[] condition = rule.substring(rule.indexOf(" when ") + 6).split("=");
        String text = read(form);
        return Stream.concat(Stream.of("\"key\": \"" + condition[0] + "\""),
                        Stream.of(condition[1].split("\\|")).map(value -> "\"value\": \"" + value + "\""))
                .filter(part -> !text.contains(part)).map(part -> form + " has no " + part).toList();
    }

    private static Stream<String> forms() {
        return Stream.of(Objects.requireNonNull(Path.of("forms").toFile().list()));
    }

    private static String read(String form) {
        try {
            return Files.readString(Path.of("forms", form)).replaceAll("\\s*:\\s*", ": ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // -------------------------------------------------------------------------------------------------------------------

    private ConfigurableApplicationContext start() {
        return ApplicationOn.start(database, "--outreach.demo=false", "--outreach.papers.directory=" + home.resolve("papers"),
                "--outreach.papers.required.conductSurvey[0]=SURVEY_SHEET when surveyResult=COMPLETED",
                "--outreach.papers.required.verifyPostings[0]=MEMBER_LIST");
    }

    private static void register(ConfigurableApplicationContext application) {
        application.getBean(DemoUsers.class).create();
        Desk officer = desk(application, "officer1");
        Desk.Answer added = officer.send("POST", "/api/v1/enterprises", "{\"taxCode\": \"" + STEEL + "\", \"name\": \"TNHH Thép\", \"zone\": "
                + "\"Phú Mỹ I\", \"sector\": \"thép\", \"ownership\": \"DOMESTIC\", \"workers\": 600, \"responsibleMember\": \"officer1\"}");
        assertThat(added.status()).as("%s", added).isEqualTo(201);
    }

    private static void byRest(Desk officer, String task, String variables, int status, String missing) {
        Desk.Answer answer = officer.send("POST", "/engine-rest/task/" + task + "/complete", "{\"variables\": " + variables + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        if (missing != null) {
            assertThat(answer.sentence()).contains("Chưa có giấy tờ bắt buộc").contains(missing);
        }
    }

    private static void byJava(ConfigurableApplicationContext application, String task, String missing) {
        IdentityService identities = application.getBean(IdentityService.class);
        identities.setAuthentication("officer1", List.of("outreachOfficers"));
        try {
            assertThatThrownBy(() -> application.getBean(TaskService.class).complete(task, Map.of("surveyResult", "COMPLETED",
                            "conductedOn", TODAY, "accessibility", "EASY", "ownerAttitude", "NEUTRAL", "workerCount", 600,
                            "fullMembers", 5, "probationaryMembers", 1)))
                    .satisfies(failure -> assertThat(Refusal.in(failure).code()).isEqualTo("paper-missing"))
                    .hasMessageContaining(missing);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static void letter(ConfigurableApplicationContext application) {
        var external = application.getBean(ExternalTaskService.class);
        String letter = external.createExternalTaskQuery().topicName("sendOfficialLetter").singleResult().getId();
        external.lock(letter, "test", 60_000);
        external.complete(letter, "test");
    }

    private static String task(ConfigurableApplicationContext application) {
        return application.getBean(TaskService.class).createTaskQuery().singleResult().getId();
    }

    private static List<String> ledger(ConfigurableApplicationContext application) {
        return application.getBean(JdbcClient.class).sql("select step from outcome order by id").query(String.class).list();
    }

    private static Desk desk(ConfigurableApplicationContext application, String user) {
        int port = Integer.parseInt(application.getBean(Environment.class).getProperty("local.server.port"));
        return new Desk(port, user, user);
    }
}
