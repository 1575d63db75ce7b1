package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.outreach.testing.OutreachTest;

/** Under which names the server answers, and where it sends people. */
class HostTest extends OutreachTest {

    private Wire wire;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "LOCALHOST.", "2130706433",
        "0x7f.1", "127.1"
    })
    void anotherName_isRefused(String host) {
        for (String path : new String[] {"/", "/camunda/app/tasklist/default/", "/engine-rest/task", "/api/v1/enterprises"}) {
            Wire.Reply refused = wire.get(path, "Host: " + host, Wire.as("officer1"));
            assertThat(refused.status()).as(path).isEqualTo(403);
            boolean camunda = path.startsWith("/engine-rest");
            assertThat(refused.header("Content-Type")).startsWith(camunda ? "application/json" : "application/problem+json");
            assertThat(refused.header("Outreach-Code")).isEqualTo("host-unknown");
            assertThat(refused.json().get(camunda ? "message" : "detail").asText()).contains("tên máy chủ");
            assertThat(refused.body()).doesNotContain("evil");
            assertThat(refused.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:9999", "127.0.0.1", "192.168.7.20:8080", "[::1]:8080"})
    void localNamesAndAddresses_areAnswered(String host) {
        assertThat(wire.get("/camunda/app/tasklist/default/", "Host: " + host).status()).isEqualTo(200);
    }

    @Test
    void theNamesOfTheSettingsAreAnswered_andNoOthers() throws Exception {
        HostFilter filter = new HostFilter(URI.create("https://Outreach.example.vn/"), List.of("vandong.example.vn"));
        assertThat(statusFor(filter, "outreach.example.vn")).isEqualTo(200);
        assertThat(statusFor(filter, "VANDONG.example.vn")).isEqualTo(200);
        assertThat(statusFor(filter, "example.vn")).isEqualTo(403);
        assertThat(statusFor(filter, "a.outreach.example.vn")).isEqualTo(403);
    }

    private static int statusFor(HostFilter filter, String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        request.addHeader("Host", host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void aRequestLineThatNamesAnotherHostThanTheHostHeader_isRefused() {
        Wire.Reply answer = wire.send("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        Wire.Reply same = wire.send(
                "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(same.status()).isEqualTo(403);
    }

    // --- redirects ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "/camunda", "/camunda/", "/camunda/app", "/camunda/app/", "/camunda/app/tasklist", "/camunda/app/tasklist/",
        "/camunda/app/cockpit", "/camunda/app/admin", "/camunda/app/welcome"
    })
    void redirectsAreRelative(String path) {
        Wire.Reply redirect = wire.get(path, "Host: 127.0.0.1:1234");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).startsWith("/camunda/").doesNotContain("127.0.0.1");
    }

    @Test
    void whoTypesTheNameAlone_comesToTheDay() {
        Wire.Reply redirect = wire.get("/", "Host: 127.0.0.1:1234");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).isEqualTo("/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//evil.example", "//evil.example/camunda/app", "//evil.example/../camunda/app", "//evil.example/%2e%2e/camunda/app",
        "//evil.example/../camunda/app/tasklist", "//evil.example/..;/camunda/app/tasklist",
        "/\\evil.example/../camunda/app/tasklist", "/%5cevil.example/../camunda/app/tasklist",
        "/%2fevil.example/../camunda/app/tasklist", "//evil.example/../camunda", "//evil.example/../camunda/",
        "/camunda/app//evil.example", "/camunda/app/%2f%2fevil.example/", "/camunda//evil.example/",
        "/camunda/app/tasklist/default/%0d%0aLocation:%20https://evil.example/index.html",
        "/;//evil.example/../camunda/app/tasklist", "/.//evil.example/../../camunda/app/tasklist"
    })
    void noPathLeadsToAnotherHost(String path) {
        Wire.Reply answer = wire.get(path);
        String location = answer.header("Location");
        if (location != null) {
            assertThat(URI.create("http://localhost/").resolve(location).getHost()).isEqualTo("localhost");
            assertThat(location).doesNotStartWith("//").doesNotStartWith("/\\");
        }
        assertThat(answer.status()).isIn(302, 400, 401, 403, 404);
    }
}
