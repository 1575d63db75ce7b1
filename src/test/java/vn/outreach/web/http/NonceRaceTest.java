package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** The pages of the webapps: each has its own nonce, in its header and at each of its scripts. */
class NonceRaceTest extends OutreachTest {

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final int LOADS_OF_EACH = 50;
    private static final int THREADS = 32;
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b");

    private Wire wire;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    @Test
    void twoHundredPagesAtOnceHaveTwoHundredNonces_eachInItsOwnHeader() throws Exception {
        Set<String> nonces = new HashSet<>();
        int scripts = 0;
        for (Wire.Reply page : twoHundredPages()) {
            String nonce = nonceOf(page);
            assertThat(nonces.add(nonce)).as("a nonce that was used before").isTrue();
            assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
            scripts += scripts(page);
        }
        assertThat(nonces).hasSize(APPS.size() * LOADS_OF_EACH);
        assertThat(scripts).as("every page has scripts").isGreaterThanOrEqualTo(nonces.size() * 4);
    }

    private List<Wire.Reply> twoHundredPages() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Wire.Reply>> loads = new ArrayList<>();
            for (int load = 0; load < LOADS_OF_EACH; load++) {
                for (String app : APPS) {
                    loads.add(people.submit(() -> wire.get("/camunda/app/" + app + "/default/")));
                }
            }
            List<Wire.Reply> pages = new ArrayList<>();
            for (Future<Wire.Reply> load : loads) {
                pages.add(load.get());
            }
            return pages;
        } finally {
            people.shutdown();
        }
    }

    /** The one nonce of a page that is whole. */
    private static String nonceOf(Wire.Reply page) {
        assertThat(page.status()).isEqualTo(200);
        Matcher header = IN_HEADER.matcher(page.header("Content-Security-Policy"));
        assertThat(header.find()).isTrue();
        assertThat(IN_PAGE.matcher(page.body()).results().map(found -> found.group(1)))
                .as("nonces in the page")
                .isNotEmpty()
                .allMatch(header.group(1)::equals);
        assertThat(IN_PAGE.matcher(page.body()).results().count()).as("of all scripts").isEqualTo(scripts(page));
        assertThat(page.body()).contains("</html>").doesNotContain("$CSP_NONCE");
        return header.group(1);
    }

    private static int scripts(Wire.Reply page) {
        return (int) SCRIPT.matcher(page.body()).results().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aPageIsStrict_isNotKept_andSaysHowLongItIs(String app) {
        Wire.Reply page = wire.get("/camunda/app/" + app + "/default/");
        assertThat(page.header("Content-Security-Policy"))
                .contains("'strict-dynamic'", "frame-ancestors 'none'", "base-uri 'self'", "object-src 'none'",
                        "form-action 'self'", "default-src 'self'")
                .doesNotContain("unsafe-eval", "https:", "script-src 'self'", "sandbox");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Length")).isEqualTo("" + page.body().getBytes().length);
    }

    @Test
    void aPageIsNeverAnsweredWithNotModified_orInPart() {
        Wire.Reply page = wire.get("/camunda/app/tasklist/default/",
                "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match: *", "Range: bytes=0-10");
        assertThat(nonceOf(page)).isNotEmpty();
    }

    @Test
    void theHeadOfAPageHasTheLengthOfThePage_andNoBody() {
        Wire.Reply page = wire.get("/camunda/app/tasklist/default/");
        Wire.Reply head = wire.ask("HEAD", "/camunda/app/tasklist/default/", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(page.header("Content-Length"));
        assertThat(head.header("Content-Security-Policy")).contains("'nonce-");
    }

    @Test
    void scriptsOfThePagesMayStillBeKeptByTheBrowser() {
        Wire.Reply script = wire.get("/camunda/app/tasklist/camunda-tasklist-bootstrap.js");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.body().length()).isGreaterThan(400_000);
        Wire.Reply again = wire.get("/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "If-Modified-Since: " + script.header("Last-Modified"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
