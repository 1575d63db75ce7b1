package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application killed while it starts the rows of a plan, takes running cases over into the new year, and closes the plan
 * with rows that are carried: the next start does the rest, once. In {@code verify} the same is said of transactions that are
 * rolled back ({@code AnnualPlanProcessTest}).
 */
@Tag("everything")
class KillYearIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillYearIT.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int YEAR = 2031;
    /** Of these cases of the year before run, as many start with the year, as many in March. */
    private static final int OF_EACH = 20;
    private static final String MARCH = YEAR + "-03-03";
    private static final String ROWS = "/api/v1/plans/" + YEAR + "/rows";

    private final Random dice = new Random(Long.getLong("outreach.kill.seed", 20_261_130));
    private final List<String> running = new ArrayList<>();
    private final List<String> fromJanuary = new ArrayList<>();
    private final List<String> fromMarch = new ArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    private RunningApplication application;
    private Office office;
    /** A job of a node that was killed is another's after five minutes: each start is an hour later than the last. */
    private Instant moment;

    @Test
    void onTheH2File() {
        try (RunningApplication started = new RunningApplication(home)) {
            theYear(started);
            JdbcDataSource file = new JdbcDataSource();
            file.setUrl(started.h2());
            file.setUser("sa");
            file.setPassword("");
            check(file);
        }
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(); RunningApplication started = new RunningApplication(home)) {
            started.with("spring.profiles.active", "postgres")
                    .with("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"))
                    .with("spring.datasource.username", "postgres")
                    .with("spring.datasource.password", "postgres");
            theYear(started);
            check(server.getPostgresDatabase());
        }
    }

    private void theYear(RunningApplication started) {
        application = started.with("outreach.demo", false).with("outreach.admin.password", Office.ADMIN_PASSWORD);
        office = new Office(application);
        on(LocalDate.of(YEAR - 1, 12, 2));
        office.employ();
        planned();
        assertThat(begun()).as("nothing before the year").isZero();
        application.stop();

        killedUntil(LocalDate.of(YEAR, 1, 1), 2 * OF_EACH, 2);
        killedUntil(LocalDate.of(YEAR, 3, 5), 3 * OF_EACH, 1);
        on(LocalDate.of(YEAR + 1, 1, 12));
        reported();
        String close = open("closePlan").get(0).get("id").asText();
        killedWhile(() -> answered(Map.of("closing", "CARRIED")));
        answered(Map.of("closing", "CARRIED"));
        killedWhile(() -> office.as("organisation").complete(close, Map.of("planClosed", true)));
        if (!open("closePlan").isEmpty()) {
            office.as("organisation").complete(close, Map.of("planClosed", true)).ok();
        }
        application.stop();
    }

    // --- planning ------------------------------------------------------------------------------------------------------

    private void planned() {
        Stream.of(running, fromJanuary, fromMarch).forEach(some -> {
            while (some.size() < OF_EACH) {
                some.add(registered());
            }
        });
        running.forEach(code -> office.as("officer1").startCase(code).ok());
        List<Map<String, Object>> rows = new ArrayList<>();
        // Who has a running case gets another member, and both are told of it, once.
        running.forEach(code -> rows.add(row(code, "officer2")));
        fromJanuary.forEach(code -> rows.add(row(code, "officer1")));
        fromMarch.forEach(code -> {
            Map<String, Object> row = row(code, "officer1");
            row.put("startOn", MARCH);
            rows.add(row);
        });
        Rest organisation = office.as("organisation");
        organisation.put(ROWS, rows).ok();
        organisation.post("/engine-rest/process-definition/key/annualPlan/start", Map.of("variables", Rest.variables(Map.of("planYear", YEAR)))).ok();
        complete("organisation", open("draftPlan").get(0), Map.of("targetSurveys", 3 * OF_EACH, "targetMeetings", 0, "targetUnions", 0,
                "targetCells", 0, "targetAdmissions", 0));
        complete("committee", open("approvePlan").get(0), Map.of("planDecision", "APPROVED"));
    }

    private String registered() {
        String code = TaxCodes.next();
        office.as("officer1").post("/api/v1/enterprises", Map.of("taxCode", code, "name", "TNHH Thử " + code, "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "legalPerson", true, "responsibleMember", "officer1")).ok();
        return code;
    }

    private static Map<String, Object> row(String code, String member) {
        return new HashMap<>(Map.of("taxCode", code, "responsibleMember", member, "unit", "organisationBoard", "measures", List.of("SURVEY")));
    }

    // --- kills ---------------------------------------------------------------------------------------------------------

    private void on(LocalDate day) {
        moment = day.atTime(9, 0).atZone(ZONE).toInstant();
        application.start(moment);
    }

    private void again() {
        moment = moment.plus(Duration.ofHours(1));
        application.start(moment);
    }

    /** Killed so often from this day on, each time when some more rows have begun, until so many have. */
    private void killedUntil(LocalDate day, int rows, int kills) {
        on(day);
        for (int kill = 1; kill <= kills; kill++) {
            int before = begun();
            int some = Math.min(rows, before + 1 + dice.nextInt(6));
            await("rows that begin").pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(120)).until(() -> begun() >= some);
            application.kill();
            LOG.info("Kill {} when more than {} of {} rows had begun, {} of them before this start's end", kill, some - 1, rows, before);
            again();
        }
        await("the rest").atMost(Duration.ofSeconds(120)).until(() -> begun() == rows);
        application.stop();
    }

    /** Killed a moment after something was asked for. */
    private void killedWhile(Runnable asked) {
        Thread person = new Thread(() -> {
            try {
                asked.run();
            } catch (UncheckedIOException noAnswer) {
                LOG.info("No answer: {}", noAnswer.toString());
            }
        });
        person.start();
        Duration while_ = Duration.ofMillis(20 + dice.nextInt(400));
        await().pollDelay(while_).pollInterval(Duration.ofMillis(10)).atMost(while_.plusSeconds(5)).until(() -> true);
        application.kill();
        try {
            person.join(60_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        LOG.info("Kill {} ms after it was asked for", while_.toMillis());
        again();
    }

    // --- the end -------------------------------------------------------------------------------------------------------

    private void reported() {
        await("the reports").atMost(Duration.ofSeconds(120)).until(() -> {
            open("prepareReport").forEach(task -> complete("organisation", task, Map.of("reportReady", true)));
            open("approveReport").forEach(task -> complete("board", task, Map.of("reportDecision", "APPROVED")));
            return !open("closePlan").isEmpty();
        });
    }

    private void answered(Map<String, Object> changes) {
        List<String> all = Stream.of(running, fromJanuary, fromMarch).flatMap(List::stream).toList();
        JsonNode results = office.as("organisation").send("PATCH", ROWS, Map.of("taxCodes", all, "changes", changes)).ok().json().get("results");
        assertThat(results).hasSize(all.size()).allSatisfy(result -> assertThat(result.get("ok").asBoolean()).as("%s", result).isTrue());
    }

    private void complete(String user, JsonNode task, Map<String, Object> fields) {
        String id = task.get("id").asText();
        Rest person = office.as(user);
        if (task.get("assignee").isNull()) {
            person.post("/engine-rest/task/" + id + "/claim", Map.of("userId", user)).ok();
        }
        person.complete(id, fields).ok();
    }

    private List<JsonNode> open(String step) {
        List<JsonNode> open = new ArrayList<>();
        office.admin().get("/engine-rest/task?maxResults=50&processDefinitionKey=annualPlan&taskDefinitionKey=userTask_" + step).ok().json()
                .forEach(open::add);
        return open;
    }

    private int begun() {
        Rest admin = office.admin();
        return Stream.of("STARTED", "CARRIED_OVER").mapToInt(status -> admin.get(ROWS + "?size=1&status=" + status).ok().json().get("total").asInt()).sum();
    }

    private void check(DataSource database) {
        Aftermath aftermath = new Aftermath(database);
        LOG.info("{}", aftermath.figures());
        aftermath.checkLedgerAndEngine();
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(codes(jdbc, "select tax_code from plan_row where plan_year = " + YEAR + " and status = 'CARRIED_OVER'"))
                .containsExactlyInAnyOrderElementsOf(running);
        assertThat(codes(jdbc, "select tax_code from plan_row where plan_year = " + YEAR + " and status = 'STARTED'"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(fromJanuary, fromMarch).flatMap(List::stream).toList());
        List<String> all = Stream.of(running, fromJanuary, fromMarch).flatMap(List::stream).toList();
        assertThat(codes(jdbc, "select business_key_ from act_hi_procinst where proc_def_key_ = 'enterpriseOutreach'"))
                .as("one case of each").containsExactlyInAnyOrderElementsOf(all);
        assertThat(codes(jdbc, "select tax_code from outreach_case where ended_at is null and plan_year = " + YEAR))
                .as("each is of the new year").containsExactlyInAnyOrderElementsOf(all);
        for (String member : List.of("officer1", "officer2")) {
            assertThat(codes(jdbc, "select tax_code from notification where template = 'responsible-member-changed' and recipient = '" + member + "'"))
                    .as("told %s once", member).containsExactlyInAnyOrderElementsOf(running);
        }
        assertThat(codes(jdbc, "select tax_code from enterprise where responsible_member = 'officer2'")).containsExactlyInAnyOrderElementsOf(running);
        assertThat(codes(jdbc, "select status from plan where plan_year = " + YEAR)).containsExactly("CLOSED");
        assertThat(codes(jdbc, "select tax_code from plan_row where plan_year = " + YEAR + " and closing = 'CARRIED'"))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(codes(jdbc, "select tax_code from plan_row where plan_year = " + (YEAR + 1) + " and carried_from = " + YEAR))
                .as("nothing is forgotten, nothing twice").containsExactlyInAnyOrderElementsOf(all);
        assertThat(codes(jdbc, "select period from report where plan_year = " + YEAR + " and status = 'APPROVED'"))
                .containsExactlyInAnyOrder("Q1", "Q2", "Q3", "YEAR");
        assertThat(codes(jdbc, "select step || '=' || result from outcome where phase = 'annualPlan' and step in ('closePlan', 'end')"))
                .containsExactlyInAnyOrder("closePlan=YES", "end=APPROVED");
    }

    private static List<String> codes(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
