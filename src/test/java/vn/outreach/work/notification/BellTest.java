package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** The bell over HTTP, as browsers ask: what is unread, whose it is, and the stream that says when there is more. */
@Tag("both-databases")
class BellTest extends OutreachTest {

    private static final String NOTICES = "/api/v1/me/notices";

    @Autowired
    private NotificationStreams streams;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Listener> listeners = new ArrayList<>();

    @BeforeEach
    void nothingUnread() {
        jdbc.sql("update notification set read_at = created_at where read_at is null").update();
    }

    @AfterEach
    void hangUp() {
        listeners.forEach(Listener::close);
        await().until(() -> {
            streams.pass();
            return streams.count("officer1") + streams.count("officer3") == 0;
        });
    }

    // --- list ----------------------------------------------------------------------------------------------------------

    @Test
    void anotherPersonsActIsUnread_andReadOnceForAll() throws Exception {
        String taxCode = surveyFor("officer1");
        JsonNode notices = get("officer1", NOTICES + "?unread=true").json();
        assertThat(notices.get("unread").asInt()).isEqualTo(1);
        assertThat(notices.get("bell").asBoolean()).isTrue();
        assertThat(notices.get("quiet").asBoolean()).isFalse();
        JsonNode item = notices.get("items").get(0);
        assertThat(item.get("what").asText()).startsWith("Việc của đồng chí: Hẹn ngày khảo sát").contains(taxCode);
        assertThat(item.get("taxCode").asText()).isEqualTo(taxCode);
        assertThat(item.get("createdAt").asText()).startsWith(day(0) + "T09:00").endsWith("+07:00");
        assertThat(item.get("read").asBoolean()).isFalse();
        assertThat(item.get("link").asText())
                .isEqualTo("/camunda/app/tasklist/default/#/?task=" + task(taxCode, "scheduleSurvey").getId());

        long id = item.get("id").asLong();
        assertThat(post("officer2", NOTICES + "/" + id + "/read", "{}").code()).isEqualTo("notice-unknown");
        assertThat(get("officer1", NOTICES).json().get("unread").asInt()).as("another's read is none").isEqualTo(1);
        assertThat(post("officer1", NOTICES + "/" + id + "/read", "{}").status()).isEqualTo(204);
        assertThat(post("officer1", NOTICES + "/" + id + "/read", "{}").status()).as("again").isEqualTo(204);
        notices = get("officer1", NOTICES).json();
        assertThat(notices.get("unread").asInt()).isZero();
        assertThat(notices.get("items").get(0).get("read").asBoolean()).isTrue();
        assertThat(get("officer1", NOTICES + "?unread=true").json().get("items")).isEmpty();
    }

    @Test
    void allReadMeansAllThatWereSeen_andOnesOwn() throws Exception {
        surveyFor("officer1");
        surveyFor("officer3");
        long seen = get("officer1", NOTICES).json().get("items").get(0).get("id").asLong();
        surveyFor("officer1");
        assertThat(post("officer1", NOTICES + "/read", "{\"upTo\":" + seen + "}").status()).isEqualTo(204);
        assertThat(unread("officer1")).as("the one that came meanwhile").isEqualTo(1);
        assertThat(post("officer1", NOTICES + "/read", "").status()).isEqualTo(204);
        assertThat(unread("officer1")).isZero();
        assertThat(unread("officer3")).isEqualTo(1);
    }

    @Test
    void aListIsOfTheSizeAskedFor_newestFirst() throws Exception {
        String first = surveyFor("officer1");
        String second = surveyFor("officer1");
        assertThat(get("officer1", NOTICES + "?size=1").json().get("items")).hasSize(1)
                .first().extracting(item -> item.get("taxCode").asText()).isEqualTo(second);
        assertThat(get("officer1", NOTICES + "?size=2").json().get("items").get(1).get("taxCode").asText()).isEqualTo(first);
        assertThat(get("officer1", NOTICES + "?size=0").code()).isEqualTo("field-range");
        assertThat(get("officer1", NOTICES + "?size=101").code()).isEqualTo("field-range");
    }

    @Test
    void whoIsNotLoggedInHearsNothing() throws Exception {
        for (String path : List.of(NOTICES, NOTICES + "/stream", "/api/v1/me/notice-settings")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
        }
    }

    // --- stream --------------------------------------------------------------------------------------------------------

    @Test
    void theStreamTellsANewNotice_andThatItWasReadElsewhere() throws Exception {
        Listener listener = listen("officer1", null);
        listener.hears("\"unread\":0");
        surveyFor("officer1");
        streams.pass();
        listener.hears("\"unread\":1");
        surveyFor("officer3");
        streams.pass();
        post("officer1", NOTICES + "/read", "");
        streams.pass();
        await().untilAsserted(() -> assertThat(listener.events())
                .as("nothing of what others are told").extracting(data -> data.replaceAll(",\"newest.*", ""))
                .containsExactly("{\"unread\":0", "{\"unread\":1", "{\"unread\":0"));
        assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
        assertThat(listener.header("Cache-Control")).contains("no-store");
    }

    @Test
    void whoComesBackIsToldOnlyWhatChangedMeanwhile() throws Exception {
        surveyFor("officer1");
        Listener listener = listen("officer1", null);
        listener.hears("\"unread\":1");
        String seen = listener.lastId();
        listener.close();

        Listener again = listen("officer1", seen);
        again.hearsComment();
        streams.pass();
        assertThat(again.events()).isEmpty();
        surveyFor("officer1");
        streams.pass();
        again.hears("\"unread\":2");

        again.close();
        surveyFor("officer1");
        listen("officer1", again.lastId()).hears("\"unread\":3");
    }

    @Test
    void aFourthWindowTakesThePlaceOfTheFirst() throws Exception {
        Listener first = listen("officer1", null);
        first.hears("unread");
        for (int i = 0; i < NotificationStreams.MOST_PER_PERSON; i++) {
            listen("officer1", null).hears("unread");
        }
        await().untilAsserted(() -> assertThat(first.lines).contains("event:" + NotificationStreams.REPLACED));
        await().until(first::isOver);
        assertThat(streams.count("officer1")).isEqualTo(NotificationStreams.MOST_PER_PERSON);
    }

    @Test
    void aLoginThatLostItsUnitsEndsTheStream() throws Exception {
        var user = identities.newUser("belluser");
        user.setPassword("Mat-khau-2026!");
        identities.saveUser(user);
        identities.createMembership("belluser", "outreachOfficers");
        Listener listener = listen("belluser", "Mat-khau-2026!", null);
        listener.hears("unread");
        streams.checkLogins();
        assertThat(listener.isOver()).isFalse();
        identities.deleteMembership("belluser", "outreachOfficers");
        streams.checkLogins();
        await().until(listener::isOver);
        identities.deleteUser("belluser");
    }

    @Test
    void whoGoesAwayIsForgotten_andAHeartbeatComes() throws Exception {
        Listener listener = listen("officer1", null);
        listener.hearsComment();
        long comments = listener.comments();
        for (int i = 0; i < 8; i++) {
            streams.pass();
        }
        await().untilAsserted(() -> assertThat(listener.comments()).isEqualTo(comments + 1));
        listener.close();
        await().until(() -> {
            for (int i = 0; i < 8; i++) {
                streams.pass();
            }
            return streams.count("officer1") == 0;
        });
    }

    // -------------------------------------------------------------------------------------------------------------------

    private String surveyFor(String member) {
        String taxCode = enterprise("responsible_member", member);
        startPhase("survey", taxCode);
        return taxCode;
    }

    private int unread(String user) throws Exception {
        return get(user, NOTICES).json().get("unread").asInt();
    }

    record Answer(int status, String body) {

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }

        String code() throws IOException {
            return json().get("code").asText();
        }
    }

    private Answer get(String user, String path) throws Exception {
        return send(request(user, password(user), path).GET().build());
    }

    private Answer post(String user, String path, String body) throws Exception {
        return send(request(user, password(user), path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private Answer send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    private HttpRequest.Builder request(String user, String password, String path) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + pair);
    }

    private Listener listen(String user, String lastSeen) throws Exception {
        return listen(user, user, lastSeen);
    }

    private Listener listen(String user, String password, String lastSeen) throws Exception {
        HttpRequest.Builder request = request(user, password, NOTICES + "/stream").header("Accept", "text/event-stream");
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        Listener listener = new Listener(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        listeners.add(listener);
        return listener;
    }

    /** A window of a browser that listens to a stream. */
    private static final class Listener {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpResponse<InputStream> answer;
        private final CompletableFuture<Void> reading;

        Listener(HttpResponse<InputStream> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            this.answer = answer;
            this.reading = CompletableFuture.runAsync(() -> {
                try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException closed) {
                    // The test hung up.
                }
            }, task -> new Thread(task, "listener").start());
        }

        List<String> events() {
            return lines.stream().filter(line -> line.startsWith("data:{")).map(line -> line.substring("data:".length())).toList();
        }

        String lastId() {
            return lines.stream().filter(line -> line.startsWith("id:")).reduce((first, second) -> second).orElseThrow()
                    .substring("id:".length());
        }

        long comments() {
            return lines.stream().filter(line -> line.startsWith(":")).count();
        }

        void hears(String text) {
            await().untilAsserted(() -> assertThat(events()).isNotEmpty().last().asString().contains(text));
        }

        void hearsComment() {
            await().until(() -> comments() > 0);
        }

        boolean isOver() {
            return reading.isDone();
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        void close() {
            try {
                answer.body().close();
            } catch (IOException gone) {
                // So it is closed.
            }
        }
    }
}
