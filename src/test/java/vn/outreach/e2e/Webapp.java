package vn.outreach.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Camunda's webapps as their own scripts use them: a session from the login form, and the token against forged requests. */
public final class Webapp {

    private static final String API = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    private final String address;

    private Webapp(String address) {
        this.address = address;
    }

    public static Webapp login(String address, String user, String password) {
        Webapp webapp = new Webapp(address);
        webapp.get("/camunda/app/tasklist/default/");
        Rest.Answer answer = webapp.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                "username=" + user + "&password=" + password);
        answer.ok();
        // The session has a new id now, and the token belongs to the session.
        webapp.get("/camunda/app/tasklist/default/");
        return webapp;
    }

    public Rest.Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** A list with everything in it that its cards show, as Tasklist asks for it. */
    public Rest.Answer hypertext(String path) {
        return send("POST", path, "application/json", "{}", "application/hal+json");
    }

    /**
     * The requests that Tasklist itself sends when a person clicks a task in a filter's list, as a browser showed them; what
     * the product's scripts ask is not among them.
     */
    public void openTask(String filterId, String taskId) {
        String task = API + "/task/" + taskId;
        hypertextOf(task).ok();
        hypertext(API + "/filter/" + filterId + "/list?firstResult=0&maxResults=15").ok();
        hypertextOf(task + "/form").ok();
        send("GET", task + "/deployed-form", null, null, "*/*").ok();
        hypertextOf(task + "/form-variables?deserializeValues=false").ok();
    }

    private Rest.Answer hypertextOf(String path) {
        return send("GET", path, null, null, "application/hal+json, application/json; q=0.5");
    }

    /** What Tasklist sends when a person presses "Complete". */
    Rest.Answer submitForm(String taskId, Map<String, ?> fields) {
        return post(API + "/task/" + taskId + "/submit-form", Map.of("variables", Rest.variables(fields)));
    }

    /** What Tasklist sends when a person starts a case by its start form. */
    Rest.Answer submitStartForm(String processKey, Map<String, ?> fields) {
        return post(
                API + "/process-definition/key/" + processKey + "/submit-form",
                Map.of("variables", Rest.variables(fields)));
    }

    /** The engine's API of the webapps, by a path below its engine. */
    Rest.Answer engine(String method, String path, Object body) {
        return send(method, API + path, body);
    }

    Rest.Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    private Rest.Answer send(String method, String path, Object body) {
        try {
            return body == null
                    ? send(method, path, null, null)
                    : send(method, path, "application/json", Rest.JSON.writeValueAsString(body));
        } catch (IOException notWritable) {
            throw new UncheckedIOException(notWritable);
        }
    }

    private Rest.Answer send(String method, String path, String type, String body) {
        return send(method, path, type, body, "application/json");
    }

    private Rest.Answer send(String method, String path, String type, String body, String wanted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", wanted)
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (type != null) {
            request.header("Content-Type", type);
        }
        token(request);
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Rest.Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void token(HttpRequest.Builder request) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    }
}
