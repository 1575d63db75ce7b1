package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL: they start at the same moment, and the same request sent to both counts once. */
class TwoNodesIT {

    private static final int ROUNDS = 8;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void startsAtOnceMakeOneOfEverything_andWhatIsAskedOfBothNodesAtOnceHappensOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RunningApplication first = node(server, "first");
                RunningApplication second = node(server, "second")) {
            JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
            startAtOnce(first, second);
            assertThat(jdbc.sql("select count(*) from act_ru_filter").query(Integer.class).single()).isEqualTo(7);
            assertThat(jdbc.sql("select count(*) from enterprise").query(Integer.class).single()).isEqualTo(24);
            assertThat(jdbc.sql("select count(*) from act_re_deployment").query(Integer.class).single()).isEqualTo(1);
            assertThat(jdbc.sql("select group_id_ || resource_type_ || resource_id_ from act_ru_authorization where group_id_ is not null")
                    .query(String.class).list()).doesNotHaveDuplicates();
            List<Rest> officers = List.of(first.as("officer1"), second.as("officer1"));
            for (int round = 0; round < ROUNDS; round++) {
                once(officers, jdbc, TaxCodes.next());
            }
            afterAPowerCut(jdbc, first, second);
        }
    }

    private static void afterAPowerCut(JdbcClient jdbc, RunningApplication first, RunningApplication second) throws Exception {
        Map<String, Object> before = writes(jdbc);
        first.kill();
        second.kill();
        startAtOnce(first, second);
        assertThat(writes(jdbc)).isEqualTo(before);
        assertThat(first.isAlive() && second.isAlive()).isTrue();
    }

    /** The engine counts each write of a row. */
    private static Map<String, Object> writes(JdbcClient jdbc) {
        return jdbc.sql("select (select sum(rev_) from act_ru_filter) as filters, (select count(*) from act_re_deployment) as deployments,"
                + " (select sum(rev_) from act_ru_authorization) as grants, (select sum(rev_) from act_id_group) as units")
                .query().singleRow();
    }

    private static void startAtOnce(RunningApplication... nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.length);
        try {
            for (Future<RunningApplication> started : threads.invokeAll(
                    Stream.of(nodes).<Callable<RunningApplication>>map(node -> node::start).toList())) {
                started.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void once(List<Rest> officers, JdbcClient jdbc, String code) throws Exception {
        Map<String, Object> enterprise = Map.of(
                "taxCode", code, "name", "CP Hai Nút", "zone", "Phú Mỹ I", "sector", "thép", "ownership", "FDI",
                "workers", 300, "responsibleMember", "officer1");
        assertThat(both(officers, officer -> officer.post("/api/v1/enterprises", enterprise))).containsExactlyInAnyOrder(201, 409);
        assertThat(both(officers, officer -> officer.startCase(code))).containsExactlyInAnyOrder(200, 409);

        String task = officers.get(0).get("/engine-rest/task?processInstanceBusinessKey=" + code + "&maxResults=2").ok().json().get(0).get("id").asText();
        Map<String, Object> survey = Map.of("surveyDate", Workplace.today().plusDays(30).toString(), "surveyMethod", "VISIT");
        List<Integer> completions = both(officers, officer -> officer.complete(task, survey));
        assertThat(completions).filteredOn(status -> status == 204).hasSize(1);
        assertThat(completions).filteredOn(status -> status >= 500).isEmpty();
        assertThat(jdbc.sql("select count(*) from outcome where tax_code = ? and step = 'scheduleSurvey'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private interface Request {
        Rest.Answer to(Rest node);
    }

    private static List<Integer> both(List<Rest> nodes, Request request) throws Exception {
        CyclicBarrier together = new CyclicBarrier(nodes.size());
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Integer>> calls = nodes.stream()
                    .<Callable<Integer>>map(node -> () -> {
                        together.await();
                        return request.to(node).status();
                    })
                    .toList();
            return threads.invokeAll(calls).stream().map(TwoNodesIT::status).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static int status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private RunningApplication node(EmbeddedPostgres server, String name) throws Exception {
        return new RunningApplication(java.nio.file.Files.createDirectory(home.resolve(name)))
                .with("spring.profiles.active", "postgres")
                .with("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"))
                .with("spring.datasource.username", "postgres")
                .with("spring.datasource.password", "postgres")
                .with("outreach.admin.password", Office.ADMIN_PASSWORD);
    }
}
