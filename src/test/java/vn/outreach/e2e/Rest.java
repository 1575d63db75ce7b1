package vn.outreach.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON over HTTP as one user, or as nobody: what a system of the office, or a browser's script, would send. */
public final class Rest {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final String login;

    private Rest(String address, String login) {
        this.address = address;
        this.login = login;
    }

    public static Rest nobody(String address) {
        return new Rest(address, null);
    }

    public Rest as(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Rest(address, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** What came back; the body is read as JSON only when it is asked for. */
    public record Answer(int status, String body, HttpHeaders headers) {

        /** The stable code of a refusal, wherever it stands; null where there is none. */
        String code() {
            return headers.firstValue("Outreach-Code").orElseGet(() -> json().path("code").asText(null));
        }

        /** The field that is refused, wherever it stands; null where there is none. */
        String field() {
            return headers.firstValue("Outreach-Field").orElseGet(() -> json().path("field").asText(null));
        }

        boolean isOk() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(status + " without JSON: " + body, notJson);
            }
        }

        /** The sentence for the person: a problem's detail or Camunda's message. */
        String sentence() {
            JsonNode json = json();
            return json.path("detail").asText(json.path("message").asText());
        }

        public Answer ok() {
            if (!isOk()) {
                throw new AssertionError("refused: " + this);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** What Camunda's Modeler sends to deploy one file. */
    Answer deploy(String fileName, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ntest\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--edge--\r\n";
        return send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=edge", body);
    }

    /** @throws UncheckedIOException when no answer came: what was asked may or may not have happened */
    public Answer send(String method, String path, Object body) {
        return send(method, path, "application/json", body);
    }

    private Answer send(String method, String path, String type, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json, */*")
                .header("Content-Type", type)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : publisher(body));
        if (login != null) {
            request.header("Authorization", login);
        }
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        try {
            String text = body instanceof String ready ? ready : JSON.writeValueAsString(body);
            return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalArgumentException(notWritable);
        }
    }

    // --- the engine's own JSON ---------------------------------------------------------------------------------------

    /** Variables as Camunda's REST API takes them, each with the type of its Java value. */
    public static Map<String, Object> variables(Map<String, ?> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }

    public Answer startCase(String taxCode) {
        return post(
                "/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("variables", variables(Map.of("enterpriseCode", taxCode))));
    }

    public Answer complete(String taskId, Map<String, ?> fields) {
        return post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables(fields)));
    }

    Answer message(String name, String businessKey, Map<String, ?> fields) {
        return post(
                "/engine-rest/message",
                Map.of("messageName", name, "businessKey", businessKey, "processVariables", variables(fields)));
    }

    /** The open tasks of one business key, phases included, oldest first. */
    JsonNode tasks(String businessKey) {
        return get("/engine-rest/task?processInstanceBusinessKey=" + businessKey + "&sortBy=created&sortOrder=asc&maxResults=500")
                .ok()
                .json();
    }
}
