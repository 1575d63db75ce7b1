package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.TestDatabase;

/** An application that trusts the proxy at 127.0.0.1, and nobody else; this machine has further addresses. */
@Tag("own-application")
class TrustedProxyTest {

    private static final String[] THROUGH_TLS = {
        "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: outreach.example.vn",
        "X-Forwarded-Port: 443"
    };
    private static final List<String> ADDRESSES = new CopyOnWriteArrayList<>();

    private static TestDatabase database;
    private static ServletWebServerApplicationContext application;

    private Wire proxy;
    private Wire stranger;

    @BeforeAll
    static void open() {
        database = TestDatabase.empty();
        application = (ServletWebServerApplicationContext) ApplicationOn.start(database,
                "--outreach.demo=false",
                "--outreach.base-url=https://outreach.example.vn",
                "--outreach.trusted-proxy=127\\.0\\.0\\.1");
        ((TomcatWebServer) application.getWebServer()).getTomcat().getEngine().getPipeline().addValve(new Listening());
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @BeforeEach
    void wires() {
        int port = application.getWebServer().getPort();
        proxy = new Wire(port);
        stranger = new Wire(port, "127.0.0.2");
        ADDRESSES.clear();
    }

    @Test
    void theProxyIsBelieved_addressAndTlsOfTheClient() {
        Wire.Reply page = proxy.get("/camunda/app/tasklist/default/", THROUGH_TLS);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(page.cookies()).hasSize(2).allSatisfy(cookie -> assertThat(cookie).containsOnlyOnce("Secure"));
        assertThat(ADDRESSES).containsExactly("203.0.113.9");
    }

    @Test
    void theErrorsBehindTheProxyHaveItToo() {
        for (String path : new String[] {"/engine-rest/task", "/nothing", "/%zz", "/camunda/api/nothing"}) {
            assertThat(proxy.get(path, THROUGH_TLS).header("Strict-Transport-Security")).as(path).isNotNull();
        }
    }

    @Test
    void withoutTlsInFrontNothingIsPromised() {
        Wire.Reply page = proxy.get("/camunda/app/tasklist/default/",
                "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: http");
        assertThat(page.headers()).doesNotContainKey("strict-transport-security");
        assertThat(page.cookies()).hasSize(2).noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aStrangerIsNotBelieved_aboutAnything() {
        Wire.Reply page = stranger.get("/camunda/app/tasklist/default/", THROUGH_TLS);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers()).doesNotContainKey("strict-transport-security");
        assertThat(page.cookies()).hasSize(2).noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(ADDRESSES).hasSize(1).doesNotContain("203.0.113.9");
    }

    @Test
    void whatAClientTellsTheProxyIsNotTheClient() {
        proxy.get("/nothing", "X-Forwarded-For: 10.0.0.1, 198.51.100.7");
        assertThat(ADDRESSES).containsExactly("198.51.100.7");
    }

    @Test
    void theHostThatTheProxyNamesIsLookedAtToo() {
        assertThat(proxy.get("/", "X-Forwarded-Host: evil.example").status()).isEqualTo(403);
        assertThat(stranger.get("/", "X-Forwarded-Host: evil.example").status()).isEqualTo(302);
    }

    /** Hears whom the application takes for the client. */
    private static final class Listening extends ValveBase {

        Listening() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws java.io.IOException, jakarta.servlet.ServletException {
            ADDRESSES.add(request.getRemoteAddr());
            getNext().invoke(request, response);
        }
    }
}
