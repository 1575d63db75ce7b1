package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** What may be sent: how much, packed or not, how deep. */
class BodyTest extends OutreachTest {

    private static final String QUERY = "/engine-rest/task/count";
    private static final String REGISTER = "/api/v1/enterprises";
    private static final String CORRELATE = "/engine-rest/message";
    private static final int MB = 1024 * 1024;

    private Wire wire;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    // --- how much ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {QUERY, REGISTER})
    void aBodyOverTheLimitIsTooLarge(String path) {
        assertTooLarge(wire.post(path, blanks(MB + 1), Wire.as("officer1")));
        assertTooLarge(wire.post(path, blanks(3 * MB), Wire.as("officer1")));
    }

    @Test
    void aBodyOfTheLimitIsTaken() {
        Wire.Reply answer = wire.post(QUERY, blanks(MB), Wire.as("officer1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("count").isInt()).isTrue();
    }

    @Test
    void inPiecesItIsNoSmaller() {
        assertTooLarge(chunked(blanks(MB + 1)));
        Wire.Reply taken = chunked(blanks(MB));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    }

    @Test
    void theWebappsOwnApiHasTheSameLimit_andTheirLoginToo() {
        Wire.Session officer = wire.login("officer1");
        assertTooLarge(wire.post("/camunda/api/engine/engine/default/task/count", blanks(MB + 1), officer.headers()));
        assertTooLarge(wire.post("/camunda/api/admin/auth/user/default/login/tasklist", "username=" + "x".repeat(MB),
                "Content-Type: application/x-www-form-urlencoded"));
    }

    @Test
    void aDeploymentMayBeLarger_butNotWithoutLimit() {
        String type = "Content-Type: multipart/form-data; boundary=x";
        assertThat(wire.post("/engine-rest/deployment/create", part(2 * MB), Wire.as("officer1"), type).status())
                .isEqualTo(403);
        Wire.Reply taken = wire.post("/engine-rest/deployment/create", part(2 * MB), Wire.asAdmin(), type);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        String deployment = "/engine-rest/deployment/" + taken.json().get("id").asText();
        assertThat(wire.ask("DELETE", deployment, null, Wire.asAdmin()).status()).isEqualTo(204);
        assertTooLarge(wire.post("/engine-rest/deployment/create", part(10 * MB), Wire.asAdmin(), type));
    }

    @Test
    void aLengthThatIsALieHarmsOnlyItsSender() {
        Wire.Reply cutShort = wire.post(QUERY, "{\"assignee\":\"officer1\"}", Wire.as("officer1"), "Content-Length: 5");
        assertThat(cutShort.status()).isEqualTo(400);
        Wire.Reply negative = wire.post(QUERY, "{}", Wire.as("officer1"), "Content-Length: -1");
        assertThat(negative.status()).isEqualTo(400);
        Wire.Reply huge = wire.post(QUERY, "{}", Wire.as("officer1"), "Content-Length: 99999999999999");
        assertTooLarge(huge);
        Wire.Reply both = wire.post(QUERY, "2\r\n{}\r\n0\r\n\r\n", Wire.as("officer1"), "Transfer-Encoding: chunked");
        assertThat(both.status()).as("a length beside pieces counts for nothing, or is refused").isIn(200, 400);
        assertThat(both.header("Connection")).isEqualTo("close");
    }

    private Wire.Reply chunked(String body) {
        StringBuilder request = new StringBuilder("POST " + QUERY + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + Wire.as("officer1") + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int at = 0; at < body.length(); at += 60_000) {
            String piece = body.substring(at, Math.min(body.length(), at + 60_000));
            request.append(Integer.toHexString(piece.length())).append("\r\n").append(piece).append("\r\n");
        }
        return wire.send(request + "0\r\n\r\n");
    }

    private static void assertTooLarge(Wire.Reply answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).matches("application/(json|problem\\+json.*)");
        assertThat(answer.header("Outreach-Code")).isEqualTo("body-too-large");
        assertThat(answer.json().get("message").asText()).contains("lớn hơn mức cho phép");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    private static String blanks(int size) {
        return "{" + " ".repeat(size - 2) + "}";
    }

    private static String part(int size) {
        return "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\n" + "x".repeat(size)
                + "\r\n--x--\r\n";
    }

    @Test
    void aConnectionCarriesRequestAfterRequest_whileAllThatIsSentIsWanted() {
        String head = " HTTP/1.1\r\nHost: localhost\r\n" + Wire.as("officer1") + "\r\n";
        Wire.Reply all = wire.send("GET /engine-rest/task/count" + head + "\r\n"
                + "POST " + QUERY + head + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                + "POST " + QUERY + head + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\n{}\r\n0\r\n\r\n"
                + "GET /engine-rest/task HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "GET /camunda/app/tasklist/camunda-tasklist-bootstrap.css" + head + "\r\n"
                + "GET /camunda/app/tasklist/default/" + head + "Connection: close\r\n\r\n");
        assertThat(all.raw().split("HTTP/1\\.1 ")).hasSize(7)
                .satisfies(answers -> assertThat(answers[4]).startsWith("401"))
                .satisfies(answers -> assertThat(answers[6]).startsWith("200").contains("</html>"));
    }

    // --- packed ------------------------------------------------------------------------------------------------------

    @Test
    void aPackedBodyIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(blanks(30 * MB).getBytes(StandardCharsets.US_ASCII));
        }
        for (String path : new String[] {QUERY, REGISTER}) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + Wire.as("officer1")
                    + "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size()
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(packed.toByteArray());
            Wire.Reply answer = wire.send(request.toByteArray());
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.header("Outreach-Code")).isEqualTo("body-packed");
        }
    }

    // --- how deep ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {QUERY, REGISTER, CORRELATE})
    void jsonThatIsNestedWithoutEndIsRefused(String path) {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String deeper = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        for (String body : new String[] {deep, deeper, "{\"processVariables\":{\"x\":{\"value\":" + deep + "}}}"}) {
            assertShape(wire.post(path, body, Wire.as(path.equals(CORRELATE) ? "integration" : "officer1")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {QUERY, REGISTER, CORRELATE})
    void numbersWithoutEndAreRefused(String path) {
        for (String number : new String[] {"9".repeat(500_000), "1e999999999", "-1" + "0".repeat(5_000) + ".5"}) {
            assertShape(wire.post(path, "{\"priority\":" + number + "}", Wire.as(path.equals(CORRELATE) ? "integration" : "officer1")));
        }
    }

    private static void assertShape(Wire.Reply answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Outreach-Code")).isEqualTo("json-shape");
    }

    @Test
    void aFormThatWasReadAheadStillHasItsFields() {
        assertThat(wire.login("officer1").login().json().get("userId").asText()).isEqualTo("officer1");
    }
}
