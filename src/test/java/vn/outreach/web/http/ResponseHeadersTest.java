package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** What browsers are told with every answer, whoever gives it. */
class ResponseHeadersTest extends OutreachTest {

    private Wire wire;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /camunda/app/tasklist/default/",
        "GET, /camunda/app/tasklist/camunda-tasklist-bootstrap.js",
        "GET, /camunda/app/tasklist",
        "GET, /camunda/lib/deps.js",
        "GET, /camunda/assets/nothing.png",
        "GET, /camunda/favicon.ico",
        "GET, /camunda/api/engine/engine/default/task",
        "POST, /camunda/api/engine/engine/default/task",
        "GET, /camunda/api/cockpit/plugin/base/static/app/plugin.css",
        "GET, /engine-rest/task",
        "GET, /engine-rest/nothing",
        "GET, /api/v1/enterprises",
        "GET, /nothing",
        "GET, /error",
        "TRACE, /",
        "OPTIONS, /engine-rest/task",
        "BREW, /engine-rest/task",
        "GET, /camunda%2fapp",
        "GET, /%",
        "GET, /camunda/app/tasklist/../../../../etc/passwd"
    })
    void everyAnswerHasThemOnce(String method, String path) {
        Wire.Reply answer = wire.ask(method, path, null);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        answer.headers().keySet().forEach(name -> assertThat(name).satisfiesAnyOf(
                single -> assertThat(single).isEqualTo("set-cookie"),
                single -> assertThat(single).isEqualTo("vary"),
                single -> assertThat(answer.header(single)).isNotNull()));
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "x-xss-protection");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest/task", "/engine-rest/nothing", "/api/v1/enterprises", "/api/nothing",
        "/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default"
    })
    void dataAreNotKept_andAreNoPage(String path) {
        for (Wire.Reply answer : new Wire.Reply[] {wire.get(path), wire.get(path, Wire.as("officer1"))}) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void httpIsNotToldToBecomeHttps_whateverAClientClaims() {
        Wire.Reply forged = wire.get("/camunda/app/tasklist/default/",
                "X-Forwarded-Proto: https", "Forwarded: proto=https", "X-Forwarded-Ssl: on", "X-Forwarded-Port: 443");
        assertThat(forged.status()).isEqualTo(200);
        assertThat(forged.headers()).doesNotContainKey("strict-transport-security");
        assertThat(forged.cookies()).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aForgedHostIsNotBelieved() {
        Wire.Reply forged = wire.get("/", "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example");
        assertThat(forged.status()).isEqualTo(302);
        assertThat(forged.header("Location")).isEqualTo("/app");
    }
}
