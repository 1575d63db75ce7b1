package vn.outreach.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.e2e.CaseByRest;
import vn.outreach.e2e.RunningApplication;
import vn.outreach.e2e.TaxCodes;

/**
 * What a case costs from its start to the hand-over, over HTTP on PostgreSQL, in two packaged applications side by side:
 * one case here, one case there, and the other way round next time. Machines are noisy, so ratios count: of the time, and of
 * the processor time of the application. {@code -Dbench.before} and {@code -Dbench.after} name the jars.
 */
class LifecycleBench {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleBench.class);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 25);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 60);
    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();

    /** Nothing may become slower by more than this share; the noise of two equal jars is about as much. */
    private static final double MOST = Double.parseDouble(System.getProperty("bench.most", "1.05"));

    @TempDir
    private Path home;

    @Test
    void aCaseIsNotSlowerThanBefore() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RunningApplication before = application("before", server);
                RunningApplication after = application("after", server)) {
            before.start();
            after.start();
            Cost first = new Cost(before);
            Cost second = new Cost(after);
            for (int i = 0; i < WARM_UP; i++) {
                life(before);
                life(after);
            }
            for (int i = 0; i < ROUNDS; i++) {
                List<Cost> order = i % 2 == 0 ? List.of(first, second) : List.of(second, first);
                order.forEach(Cost::measure);
            }
            double time = median(ratios(first.millis, second.millis));
            double processor = median(ratios(first.processor, second.processor));
            LOG.info("A case, before: {} ms, {} ms of processor; after: {} ms, {} ms of processor; ratios {} and {}",
                    median(first.millis), median(first.processor), median(second.millis), median(second.processor),
                    "%.3f".formatted(time), "%.3f".formatted(processor));
            assertThat(time).as("time after / before").isLessThanOrEqualTo(MOST);
        }
    }

    private RunningApplication application(String which, EmbeddedPostgres server) {
        String jar = System.getProperty("bench." + which);
        JdbcClient.create(server.getPostgresDatabase()).sql("create database " + which).update();
        return new RunningApplication(home.resolve(which), Path.of(jar))
                .with("spring.datasource.url", server.getJdbcUrl("postgres", which))
                .with("spring.datasource.username", "postgres")
                .with("outreach.letter-worker.delay", "off");
    }

    // --- measuring -----------------------------------------------------------------------------------------------------

    private static final class Cost {

        private final RunningApplication application;
        private final List<Double> millis = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        Cost(RunningApplication application) {
            this.application = application;
        }

        void measure() {
            Duration processorBefore = application.processorTime();
            long start = System.nanoTime();
            life(application);
            millis.add((System.nanoTime() - start) / 1e6);
            processor.add((double) application.processorTime().minus(processorBefore).toMillis());
        }
    }

    private static List<Double> ratios(List<Double> before, List<Double> after) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ratios.add(after.get(i) / Math.max(before.get(i), 1));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    // --- one case ------------------------------------------------------------------------------------------------------

    private static void life(RunningApplication application) {
        String code = TaxCodes.next();
        CaseByRest life = CaseByRest.register(application.address(), code, Map.of());
        life.open();
        survey(life, code);
        persuasion(life, code);
        union(life, code);
        cell(life, code);
        life.does("officer1", code, "handOver", "handOver", true, "handedOverOn", TODAY);
    }

    private static void survey(CaseByRest life, String code) {
        life.does("officer1", code, "scheduleSurvey", "surveyDate", TODAY, "surveyMethod", "VISIT");
        life.works(code, "sendOfficialLetter");
        life.does("officer1", code, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", TODAY, "accessibility", "EASY",
                "ownerAttitude", "NEUTRAL", "workerCount", 610, "unionMembers", 0, "youthUnionMembers", 2, "youthBranches", 0,
                "fullMembers", 5, "probationaryMembers", 0);
        life.does("organisation", code, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 3);
    }

    private static void persuasion(CaseByRest life, String code) {
        life.does("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        life.does("officer1", code, "prepareMeeting", "meetingDate", TODAY);
        life.does("officer1", code, "meetOwner", "persuasionOutcome", "AGREED", "metOn", TODAY);
    }

    private static void union(CaseByRest life, String code) {
        life.does("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true, "foundingBoardSize", 5);
        life.does("zoneunion", code, "collectApplications", "signedApplications", 8, "legalPerson", true);
        life.does("zoneunion2", code, "confirmApplications", "confirmed", true);
        life.does("zoneunion", code, "holdCongress", "congressDate", TODAY, "congressForm", "FULL", "congressValid", true,
                "committeeSize", 3);
        life.does("zoneunion", code, "submitUnionFile", "submittedOn", TODAY, "firstMeetingOn", TODAY);
        life.does("zoneunion", code, "recordUnionDecision", "unionDecision", "RECOGNISED", "decisionNumber", "7/QĐ-CĐ",
                "decisionDate", TODAY);
    }

    private static void cell(CaseByRest life, String code) {
        life.does("organisation", code, "collectTransferWishes", "willingFullMembers", 3);
        life.does("organisation", code, "transferPostings", "transferredMembers", 3);
        life.does("officer1", code, "prepareFoundingFile", "fileComplete", true);
        life.does("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        life.does("committee", code, "decideCellFounding", "cellDecision", "FOUNDED", "decisionNumber", "3-QĐ/ĐU",
                "decisionDate", TODAY);
        life.does("officer1", code, "announceCell", "announcedOn", TODAY);
    }
}
