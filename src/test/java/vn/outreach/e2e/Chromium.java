package vn.outreach.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser: the Chromium that is there, or else the one that Playwright brings itself. */
final class Chromium implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 30_000;

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
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(options);
    }

    /** A window of its own, as on another person's desk: no cookies, the office's language and time zone. */
    Page window() {
        return window("vi-VN");
    }

    /** The same in a browser of this language. */
    Page window(String language) {
        BrowserContext desk = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale(language)
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        desk.setDefaultTimeout(PATIENCE_MILLIS);
        return desk.newPage();
    }

    /** A window on a phone: narrow, high, touched instead of clicked. */
    Page phone() {
        BrowserContext phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        phone.setDefaultTimeout(PATIENCE_MILLIS);
        return phone.newPage();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** A picture that is shown to people, in the README or in the guide: with {@code -Dpictures=write} it replaces the one there. */
    static void published(Page page, Path folder, String name) {
        picture(page, name);
        if ("write".equals(System.getProperty("pictures"))) {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
