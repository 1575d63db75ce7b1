package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL comes after the application, goes away under it, and comes back. */
class DatabaseAwayIT {

    private static final Duration AT_MOST = Duration.ofSeconds(4);
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final List<String> ASKED = List.of(
            "/api/v1/enterprises?size=1", "/api/v1/me", "/engine-rest/task/count", "/engine-rest/process-definition/count", LOGIN);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void whoeverAsksIsToldAtOnce_andNothingHasToBeStartedAgain() throws Exception {
        int port = freePort();
        try (RunningApplication application = application(port)) {
            CompletableFuture<RunningApplication> started = CompletableFuture.supplyAsync(application::start);
            await("the line that says what is waited for").atMost(Duration.ofSeconds(60)).until(() -> log(application)
                    .contains("Chưa kết nối được cơ sở dữ liệu jdbc:postgresql://127.0.0.1:" + port + "/postgres: máy chủ từ chối kết nối"));
            EmbeddedPostgres server = postgres(port);
            int before;
            try {
                started.get();
                assertThat(log(application)).doesNotContain("\tat ", "Exception");
                assertThat(statuses(application)).containsOnly(200);
                // It is said once, by whoever finds out first: a pass in the background may do so before the first request.
                before = log(application).length();
            } finally {
                server.close();
            }
            whileItIsAway(application, before);
            try (EmbeddedPostgres back = postgres(port)) {
                await("the database is found again").atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                        assertThat(statuses(application)).containsOnly(200));
            }
        }
    }

    private void whileItIsAway(RunningApplication application, int before) throws Exception {
        // At once: the first requests find it out by themselves.
        List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
        Instant asked = Instant.now();
        for (String path : ASKED.subList(0, 4)) {
            first.add(http.sendAsync(request(application, path), HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : first) {
            assertTold(answer.get());
        }
        assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_MOST);
        await("the probe").atMost(AT_MOST).until(() -> status(application, "/actuator/health") == 503);
        assertThat(status(application, "/actuator/health/liveness")).isEqualTo(200);
        for (int i = 0; i < 40; i++) {
            assertTold(http.send(request(application, ASKED.get(i % ASKED.size())), HttpResponse.BodyHandlers.ofString()));
        }
        String said = log(application).substring(before);
        assertThat(said).doesNotContain("\tat ").contains("không trả lời");
        assertThat(said.lines().filter(line -> line.contains("không trả lời"))).hasSizeLessThanOrEqualTo(2);
        assertThat(said.lines().count()).isLessThan(12);
    }

    private static void assertTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as("%s", answer.uri()).isPresent();
        assertThat(answer.body()).contains("Cơ sở dữ liệu tạm thời không kết nối được", "vẫn còn trong biểu mẫu");
    }

    private List<Integer> statuses(RunningApplication application) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String path : List.of("/api/v1/enterprises?size=1", "/engine-rest/task/count", "/actuator/health")) {
            statuses.add(status(application, path));
        }
        return statuses;
    }

    private int status(RunningApplication application, String path) throws Exception {
        return http.send(request(application, path), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest request(RunningApplication application, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path)).timeout(Duration.ofSeconds(40));
        if (path.equals(LOGIN)) {
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=wrong"))
                    .build();
        }
        String pair = java.util.Base64.getEncoder().encodeToString(("admin:" + Office.ADMIN_PASSWORD).getBytes());
        return request.header("Authorization", "Basic " + pair).header("Accept", "application/json").build();
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(home.resolve("pg")).setCleanDataDirectory(false).start();
    }

    private RunningApplication application(int port) {
        return new RunningApplication(home.resolve("node"))
                .with("spring.profiles.active", "postgres")
                .with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=outreach")
                .with("spring.datasource.username", "postgres")
                .with("spring.datasource.password", "postgres")
                .with("outreach.demo", false)
                .with("outreach.admin.password", Office.ADMIN_PASSWORD);
    }

    private static String log(RunningApplication application) throws IOException {
        return Files.exists(application.log()) ? Files.readString(application.log()) : "";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
