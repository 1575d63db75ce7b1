package vn.outreach.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One packaged application with the demo round and one Chromium for all browser tests of the workplace: both start with
 * the first test that needs them and end with the JVM. Tests share it, so each makes the enterprise it works on.
 */
final class Workplace {

    private static Workplace open;

    private final RunningApplication application;
    private final Chromium chromium;

    private Workplace() {
        application = new RunningApplication(home()).with("outreach.letter-worker.interval", "PT1S").start();
        chromium = new Chromium();
    }

    /** The application; its process ends by {@link RunningApplication}'s own hook, Chromium with Playwright's driver. */
    static RunningApplication application() {
        return instance().application;
    }

    static Chromium chromium() {
        return instance().chromium;
    }

    /** A window on a desk, with this user of the demo logged in at {@code /app}. */
    static Page desk(String user) {
        return login(chromium().window(), user);
    }

    /** The same on a phone of 390 x 844 points with a touch screen. */
    static Page phone(String user) {
        return login(chromium().phone(), user);
    }

    /** Logs in at the page of the house; Tasklist and Cockpit share the session. */
    static Page login(Page page, String user) {
        page.navigate(application().address() + "/app");
        page.locator("form.ou-login input[name=user]").fill(user);
        page.locator("form.ou-login input[name=password]").fill(user);
        page.locator("form.ou-login button").click();
        page.locator("#header nav").waitFor();
        return page;
    }

    private static synchronized Workplace instance() {
        if (open == null) {
            open = new Workplace();
        }
        return open;
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "workplace")), "run").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
