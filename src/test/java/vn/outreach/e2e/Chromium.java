package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real browser: the Chromium that is there, or else the one that Playwright brings itself. */
final class Chromium implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 90_000;

    private static final String AT_REST = """
            () => new Promise((done, never) => {
              const begun = performance.now();
              let moved = begun;
              const watch = new MutationObserver(() => { moved = performance.now(); });
              watch.observe(document, {subtree: true, childList: true, characterData: true});
              const look = () => {
                const now = performance.now();
                const busy = [...document.querySelectorAll('.spinner, .ou-loading, .app-splash, .animate-spin, .loader-state.loading')]
                  .some(one => one.checkVisibility());
                if (!busy && now - moved > 300) {
                  watch.disconnect();
                  done();
                } else if (now - begun > 20000) {
                  watch.disconnect();
                  never(new Error('The page does not come to rest'));
                } else {
                  setTimeout(look, 50);
                }
              };
              look();
            })""";

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path installed = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Map<String, String> environment = new HashMap<>();
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"));
        if (installed != null) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(installed);
        }
        // What a person would wait for on a busy machine, an assertion waits for too.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(options);
    }

    /** A window of its own, as on another person's desk: no cookies, the office's language and time zone. */
    Page window() {
        return window("vi-VN");
    }

    /** The same in a browser of this language. */
    Page window(String language) {
        return window(language, "Asia/Ho_Chi_Minh");
    }

    /** The same on a computer whose clock has this time zone. */
    Page window(String language, String zone) {
        BrowserContext desk = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale(language)
                .setTimezoneId(zone));
        desk.setDefaultTimeout(PATIENCE_MILLIS);
        return desk.newPage();
    }

    /** A window on a phone: narrow, high, touched instead of clicked. */
    Page phone() {
        return phone(null);
    }

    /** The same, with a browser that calls itself so; null for the usual name. */
    Page phone(String userAgent) {
        BrowserContext phone = browser.newContext(new Browser.NewContextOptions()
                .setUserAgent(userAgent)
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        phone.setDefaultTimeout(PATIENCE_MILLIS);
        return phone.newPage();
    }

    /**
     * Waits until something is drawn there and all of it is at least this large. A page may draw a part anew at any time, so
     * all are measured in one look at the page, never one that was found a moment ago.
     *
     * @param side {@code width} or {@code height}, in points
     */
    static void atLeast(Locator targets, String side, double points) {
        await(targets.toString()).atMost(Duration.ofMillis((long) PATIENCE_MILLIS)).untilAsserted(() -> assertThat(sizes(targets, side))
                .isNotEmpty()
                .allSatisfy((what, size) -> assertThat(size).as(what).isGreaterThanOrEqualTo(points)));
    }

    private static Map<String, Double> sizes(Locator targets, String side) {
        @SuppressWarnings("unchecked")
        List<String> measured = (List<String>) targets.evaluateAll("(all, side) => all.map((one, i) =>"
                + " `${one.getBoundingClientRect()[side]} ${i} ${one.innerText}`)", side);
        return measured.stream().collect(Collectors.toMap(one -> one.substring(one.indexOf(' ') + 1),
                one -> Double.valueOf(one.substring(0, one.indexOf(' ')))));
    }

    /**
     * Waits until nothing on the page moves and nothing turns: then all that there is to see is there. The network being idle
     * says less: after the page's first load it counts as idle for ever.
     */
    static void settled(Page page) {
        page.evaluate(AT_REST);
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** A picture that is shown to people, in the documents or in the guide: with {@code -Dpictures=write} it replaces the one there. */
    static void published(Page page, Path folder, String name) {
        picture(page, name);
        if ("write".equals(System.getProperty("pictures"))) {
            // What was done before has its word over the page for some seconds.
            PlaywrightAssertions.assertThat(page.locator(".ou-toast")).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        }
    }

    /** Closes all windows: an open page goes on asking the application. */
    void closeWindows() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
