package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.OutreachTest;
import vn.outreach.testing.TestDatabase;

/** Clients that send a byte now and then, on an application with few threads, few connections and short deadlines. */
@Tag("own-application")
class SlowClientTest {

    private static final int CLIENTS = 60;
    private static final int CONNECTIONS = 80;
    private static final int THREADS = 70;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(20);
    private static final String ADMIN = "Authorization: Basic "
            + java.util.Base64.getEncoder().encodeToString(("admin:" + OutreachTest.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static TestDatabase database;
    private static ServletWebServerApplicationContext application;

    private final List<Socket> sockets = new ArrayList<>();
    private ScheduledExecutorService clock;
    private Wire wire;

    @BeforeAll
    static void open() {
        database = TestDatabase.empty();
        application = (ServletWebServerApplicationContext) ApplicationOn.start(database,
                "--outreach.demo=false",
                "--outreach.web.body-deadline=3s",
                "--outreach.web.header-deadline=3s",
                "--server.tomcat.connection-timeout=3s",
                "--server.tomcat.keep-alive-timeout=2s",
                "--server.tomcat.max-connections=" + CONNECTIONS,
                "--server.tomcat.accept-count=10",
                "--server.tomcat.threads.max=" + THREADS);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @BeforeEach
    void wire() {
        wire = new Wire(application.getWebServer().getPort());
        clock = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterEach
    void hangUp() throws IOException {
        clock.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void whoSendsHeadersNowAndThen_isCutOff_andKeepsNobodyOut() throws Exception {
        begin(client -> "GET /engine-rest/task HTTP/1.1\r\nHost: localhost\r\nX-" + client + ": ");
        keepSending();
        assertAnswered();
        assertCutOff();
        assertAnswered();
    }

    @Test
    void whoSendsARequestLineNowAndThen_isCutOff() throws Exception {
        begin(client -> "GET /engine-rest/");
        keepSending();
        assertAnswered();
        assertCutOff();
    }

    @Test
    void whoSendsABodyNowAndThen_isCutOff_andKeepsNobodyOut() throws Exception {
        begin(client -> "POST /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\n" + ADMIN
                + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        keepSending();
        assertAnswered();
        assertCutOff();
        assertAnswered();
    }

    @Test
    void whoSendsPiecesNowAndThen_isToldThatItIsTooLate() throws Exception {
        begin(client -> "POST /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\n" + ADMIN
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        clock.scheduleWithFixedDelay(() -> sockets.forEach(socket -> send(socket, "1\r\n \r\n")), 500, 500, TimeUnit.MILLISECONDS);
        String answer = untilTheEnd(sockets.get(0));
        assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow").contains("chưa được thực hiện");
        assertCutOff();
    }

    @Test
    void whoSendsABodyThatNobodyWants_isAnsweredAtOnce_andCutOff() throws Exception {
        begin(client -> "POST /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        keepSending();
        assertAnswered();
        assertThat(untilTheEnd(sockets.get(0))).startsWith("HTTP/1.1 401");
        assertCutOff();
    }

    @Test
    void whoOnlyConnects_isCutOff() throws Exception {
        begin(client -> "");
        assertAnswered();
        assertCutOff();
    }

    private void begin(IntFunction<String> opening) throws IOException {
        for (int client = 0; client < CLIENTS; client++) {
            Socket socket = wire.open();
            sockets.add(socket);
            send(socket, opening.apply(client));
        }
    }

    /** A byte twice a second: each comes long before Tomcat's own timeout. */
    private void keepSending() {
        clock.scheduleWithFixedDelay(() -> sockets.forEach(socket -> send(socket, "x")), 500, 500, TimeUnit.MILLISECONDS);
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException cutOff) {
            // That is what the server does; whether it did is asserted by reading.
        }
    }

    private void assertAnswered() {
        for (int times = 0; times < 3; times++) {
            long begun = System.nanoTime();
            assertThat(wire.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
            assertThat(wire.post("/engine-rest/task/count", "{}", ADMIN).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON.multipliedBy(2));
        }
    }

    private void assertCutOff() {
        await().atMost(END).pollInterval(Duration.ofMillis(200)).untilAsserted(() ->
                assertThat(sockets).allMatch(SlowClientTest::isCutOff));
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {
                // What was answered before the end is of no interest here.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String untilTheEnd(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        socket.setSoTimeout((int) END.toMillis());
        byte[] block = new byte[4096];
        try {
            for (int count = socket.getInputStream().read(block); count >= 0; count = socket.getInputStream().read(block)) {
                text.append(new String(block, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException reset) {
            // The end too, where bytes were still on the way.
        }
        return text.toString();
    }
}
