package vn.outreach.document.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Papers over HTTP as one user: files go as the body, and contents come back as bytes. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String login;

    Desk(int port, String user, String password) {
        this.port = port;
        this.login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What came back. */
    record Answer(int status, HttpResponse<byte[]> response) {

        byte[] bytes() {
            return response.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        String sentence() {
            return json().path("detail").asText(json().path("message").asText());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }

    /** Adds a paper; what is known of it as {@code name, value} pairs. */
    Answer add(String taxCode, byte[] content, String... known) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < known.length; i += 2) {
            query.append(i == 0 ? "?" : "&").append(known[i]).append('=').append(URLEncoder.encode(known[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", papers(taxCode) + query, "application/octet-stream", content);
    }

    Answer list(String taxCode) {
        return send("GET", papers(taxCode), "application/json", null);
    }

    Answer content(String taxCode, long id) {
        return send("GET", papers(taxCode) + "/" + id + "/content", "application/json", null);
    }

    Answer get(String path) {
        return send("GET", path, "application/json", null);
    }

    Answer send(String method, String path, String json) {
        return send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", login)
                .header("Content-Type", type)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    static String papers(String taxCode) {
        return "/api/v1/enterprises/" + taxCode + "/papers";
    }
}
