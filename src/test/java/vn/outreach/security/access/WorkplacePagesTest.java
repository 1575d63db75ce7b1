package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** The product's own pages below /app: open without a login, empty of data, with a nonce; and the session of the webapps. */
class WorkplacePagesTest extends OutreachTest {

    private static final Pattern POLICY = Pattern.compile("(?i)content-security-policy: [^\\r]*'nonce-([^']+)'");

    @Test
    void everyPageIsAShellWithItsOwnNonce_thatHoldsNoData() {
        String code = enterprise();
        String first = page("/app");
        String enterprise = page("/app/enterprises/" + code);
        assertThat(first).contains("data-page=\"start\"", "lang=\"vi\"");
        assertThat(enterprise).contains("data-page=\"enterprise\"", "data-subject=\"" + code + "\"").doesNotContain("TNHH Thử");
        assertThat(nonce(first)).isNotEqualTo(nonce(enterprise));
        for (String page : new String[] {first, enterprise}) {
            assertThat(page).contains("<script type=\"module\" nonce=\"" + nonce(page) + "\"");
            assertThat(Pattern.compile("(?i)cache-control: no-store").matcher(page).find()).isTrue();
            assertThat(page).doesNotContain("'unsafe-eval'");
        }
    }

    @Test
    void aPageThatIsNotThereIsNotFound_andNoAddressMakesOne() {
        for (String path : new String[] {"/app/nothing", "/app/start", "/app/enterprise", "/app/enterprises/12345", "/app/parts/none.js"}) {
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", path).status()).as(path).isEqualTo(404);
        }
        for (String path : new String[] {"/app/enterprises/x/y", "/app/shell.html", "/app/lib/../shell.html", "/app/lib/%2e%2e/shell.html"}) {
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", path).status()).as(path).isIn(400, 401, 403);
        }
        assertThat(RawHttp.send(port, "127.0.0.1", "POST", "/app").status()).isEqualTo(401);
    }

    @Test
    void scriptsAndStylesAreServedToAnybody_andRunNothingByThemselves() {
        for (String file : new String[] {"/app/app.css", "/app/lib/api.js", "/app/pages/start.js", "/app/mark.svg"}) {
            RawHttp.Answer answer = RawHttp.send(port, "127.0.0.1", "GET", file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.text()).as(file).containsIgnoringCase("nosniff").contains("default-src 'none'")
                    .containsIgnoringCase("cache-control: no-cache");
        }
    }

    @Test
    void scriptsAndStylesAreSentPacked_pagesAndDataAreNot() {
        String packing = "Accept-Encoding: gzip";
        for (String file : new String[] {"/app/lib/api.js", "/app/app.css", "/camunda/lib/deps.js"}) {
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", file, packing).text()).as(file).containsIgnoringCase("content-encoding: gzip");
        }
        for (String other : new String[] {"/app", "/camunda/app/tasklist/default/", "/api/v1/token"}) {
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", other, packing).text()).as(other).doesNotContainIgnoringCase("content-encoding");
        }
    }

    @Test
    void theSessionOfTheWebappsIsThePagesToo_withTheSameToken() {
        WebSession session = new WebSession(port).login("officer1", "officer1");
        RawHttp.Answer me = session.get("/api/v1/me");
        assertThat(me.text()).contains("\"id\":\"officer1\"", "\"opens\":[\"tasklist\"]");
        String token = session.tokenHeader().substring("X-XSRF-TOKEN: ".length());
        assertThat(session.get("/api/v1/token").text()).contains("{\"token\":\"" + token + "\"}");
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/token").text()).contains("{\"token\":null}");
    }

    @Test
    void aScriptIsToldToLogInWithoutTheBrowsersOwnWindow_aSystemWithTheChallenge() {
        RawHttp.Answer script = RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/me", "X-Requested-With: XMLHttpRequest");
        RawHttp.Answer system = RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/me");
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.text()).doesNotContainIgnoringCase("www-authenticate");
        assertThat(system.status()).isEqualTo(401);
        assertThat(system.text()).containsIgnoringCase("www-authenticate: Basic");
    }

    private String page(String path) {
        RawHttp.Answer answer = RawHttp.send(port, "127.0.0.1", "GET", path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private static String nonce(String page) {
        var found = POLICY.matcher(page);
        assertThat(found.find()).as("a policy with a nonce").isTrue();
        return found.group(1);
    }
}
