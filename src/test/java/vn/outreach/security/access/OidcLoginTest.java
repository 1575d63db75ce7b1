package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.outreach.demo.DemoUsers;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.TestDatabase;

/** The office's directory says who somebody is; groups, rights and the end of the session stay here. */
@Tag("own-application")
class OidcLoginTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static Directory directory;
    private static ConfigurableApplicationContext application;
    private static String address;

    private CookieManager cookies;
    private HttpClient browser;

    @BeforeAll
    static void start() throws IOException {
        directory = new Directory();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        application = ApplicationOn.start(TestDatabase.empty(), "--server.port=" + port, "--outreach.base-url=" + address,
                "--outreach.demo=false", "--spring.profiles.active=oidc", "--outreach.oidc.issuer=" + directory.issuer(),
                "--outreach.oidc.client-id=" + Directory.CLIENT, "--outreach.oidc.client-secret=" + Directory.SECRET);
        application.getBean(DemoUsers.class).create();
    }

    @AfterAll
    static void stop() {
        application.close();
        directory.close();
    }

    @BeforeEach
    void anotherBrowser() {
        cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        directory.says("officer1");
    }

    @Test
    void whomTheDirectoryKnowsIsLoggedIn_andBackWhereTheyWantedToBe() {
        HttpResponse<String> page = get(TASKLIST);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(TASKLIST);
        assertThat(get(TASKS).statusCode()).isEqualTo(200);
        assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"officer1\"");
        assertThat(get("/api/v1/holidays?year=2026").statusCode()).as("the product's API takes the session").isEqualTo(200);
        assertThat(directory.asked()).containsEntry("code_challenge_method", "S256").containsKeys("nonce", "state");
    }

    @Test
    void whomTheEngineDoesNotKnowIsTold_andNotLetIn() {
        directory.says("stranger");
        HttpResponse<String> page = get(TASKLIST);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("stranger").contains("quản trị viên");
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheDirectoryDidNotSignForUsIsNotBelieved() {
        directory.says("admin").signsWithAnotherKey();
        assertRefused();
        directory.says("admin").means("another-client");
        assertRefused();
        directory.says("admin").forgetsTheNonce();
        assertRefused();
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        HttpResponse<String> forged = get("/login/oauth2/code/outreach?code=one&state=guessed");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void loggingOutLogsOut_andTheNextLoginIsAskedForAPassword() {
        get(TASKLIST);
        assertThat(directory.asked()).doesNotContainKey("prompt");
        get(TASKLIST);
        assertThat(post("/camunda/api/admin/auth/user/default/logout").statusCode()).isEqualTo(200);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);

        get(TASKLIST);
        assertThat(directory.asked()).containsEntry("prompt", "login");
        assertThat(get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordFormStaysForWhomTheDirectoryDoesNotKnow() {
        HttpResponse<String> page = get(TASKLIST + "?password");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(TASKLIST);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    private void assertRefused() {
        anotherBrowserWithSameAnswer();
        assertThat(get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    private void anotherBrowserWithSameAnswer() {
        cookies.getCookieStore().removeAll();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private HttpResponse<String> post(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).POST(HttpRequest.BodyPublishers.noBody());
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
