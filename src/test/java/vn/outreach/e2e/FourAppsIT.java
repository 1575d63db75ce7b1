package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The four webapps in a real browser, in several windows at once, under the policy that their pages are sent with. */
@BrowserTest
class FourAppsIT {


    /** Each app, and what only somebody who is logged in sees there. */
    private static final Map<String, String> APPS = Map.of(
            "tasklist", ".task-filters .task-filter",
            "cockpit", ".cam-dashboard, .dashboard, .deployed",
            "admin", "a[href='#/users'], a[href='#/user-create']",
            "welcome", ".application, .webapps, a[href*='/app/tasklist']");

    private final List<String> violations = new ArrayList<>();

    @Test
    void fourWindowsOpenAtOnce_eachShowsItsAppToWhoLogsIn_andNothingBreaksThePolicy() {
        openAtOnce(1);
    }

    @Test
    @Tag("everything")
    void soDoTwelve() {
        openAtOnce(3);
    }

    private void openAtOnce(int windowsOfEach) {
        Map<Page, String> windows = new LinkedHashMap<>();
        for (int window = 0; window < windowsOfEach; window++) {
            APPS.keySet().forEach(app -> windows.put(watched(Workplace.chromium().window()), app));
        }
        // All are on their way before the first is looked at.
        windows.forEach((page, app) -> page.evaluate(
                "address => { setTimeout(() => { location.href = address; }, 0); }", address(app)));
        windows.forEach((page, app) -> {
            page.locator("form[name=signinForm] input[type=password]").waitFor();
            TasklistPage.signIn(page, "admin", "admin");
        });
        windows.forEach((page, app) -> {
            TasklistPage.inside(page, APPS.get(app));
            Chromium.picture(page, "app-" + app);
        });
        assertThat(violations).isEmpty();
        windows.keySet().forEach(page -> page.context().close());
    }

    @Test
    void aTaskCockpitAndTheUsersAreShown_andNothingBreaksThePolicy() {
        Page tasks = watched(Workplace.chromium().window());
        TasklistPage tasklist = new TasklistPage(tasks, Workplace.application().address()).login("officer1");
        assertThat(tasklist.filters()).isNotEmpty();
        CockpitPage cockpit = new CockpitPage(watched(Workplace.chromium().window()), Workplace.application().address()).login("admin");
        assertThat(cockpit.processes()).contains("Khảo sát doanh nghiệp");
        cockpit.process("Khảo sát doanh nghiệp");
        for (String name : List.of("Long", "Thu", "May")) {
            Workplace.application().as("admin").post("/engine-rest/user/create", Map.of(
                    "profile", Map.of("id", "nguoi" + name, "firstName", name, "lastName", "Trần", "email", name + "@example.vn"),
                    "credentials", Map.of("password", "Mat-khau-kha-dai-2026"))).ok();
        }
        Page admin = watched(Workplace.chromium().window());
        admin.navigate(address("admin") + "#/users");
        TasklistPage.signIn(admin, "admin", "admin");
        admin.getByText("officer1", new Page.GetByTextOptions().setExact(true)).first().waitFor();
        // Names that are words of Camunda's programs, too: a type of number, a weekday, a month.
        for (String name : List.of("Long", "Thu", "May")) {
            admin.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("nguoi" + name))
                    .getByText(name, new Locator.GetByTextOptions().setExact(true)).waitFor();
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void aLoginLeadsToNoOtherPlaceThanTheApp() {
        List<String> elsewhere = List.of("//evil.invalid/", "/\\evil.invalid/", "https://evil.invalid/");
        for (String destination : elsewhere.subList(0, Boolean.getBoolean("everything") ? elsewhere.size() : 1)) {
            String asked = URLEncoder.encode(destination, StandardCharsets.UTF_8);
            Page page = Workplace.chromium().window();
            page.navigate(address("tasklist") + "?destination=" + asked + "#/login?destination=" + asked);
            TasklistPage.inside(page, "form[name=signinForm] input[type=password]");
            TasklistPage.signIn(page, "officer1", "officer1");
            TasklistPage.inside(page, APPS.get("tasklist"));
            assertThat(page.url()).startsWith(Workplace.application().address() + "/camunda/app/tasklist/");
        }
    }

    /** The words of one login in all places; who mistyped keeps the name; and who is in somewhere is in everywhere. */
    @Test
    void thereIsOneLogin() {
        Page page = Workplace.chromium().window();
        page.navigate(Workplace.application().address() + "/app");
        page.locator("form.ou-login .ou-hint").waitFor();
        List<String> said = page.locator("form.ou-login :is(label, button, .ou-hint)").allInnerTexts();
        assertThat(said).hasSize(4);
        Locator name = page.locator("form[name=signinForm] input[type=text]");
        for (String app : APPS.keySet()) {
            page.navigate(address(app));
            page.locator("form[name=signinForm] .ou-hint").waitFor();
            assertThat(page.locator("form[name=signinForm] :is(label, button, .ou-hint)").allInnerTexts()).as(app).isEqualTo(said);
            assertThat(page.locator(".login-header .app-name").innerText()).isEqualTo("Đăng nhập");
            PlaywrightAssertions.assertThat(name).isFocused();
        }
        page.navigate(address("tasklist"));
        page.locator("form[name=signinForm] .ou-hint").waitFor();
        TasklistPage.signIn(page, "officer1", "wrong");
        page.locator(".notifications .alert, .page-notifications .alert").first().waitFor();
        PlaywrightAssertions.assertThat(name).hasValue("officer1");
        PlaywrightAssertions.assertThat(page.locator("form[name=signinForm] input[type=password]")).isFocused();
        page.keyboard().type("officer1");
        page.keyboard().press("Enter");
        TasklistPage.inside(page, APPS.get("tasklist"));
        page.navigate(Workplace.application().address() + "/app");
        page.locator("details.ou-me").waitFor();
        page.context().close();
    }

    /** Hears what the page breaks, from the browser's own event, before any script of the page runs. */
    private Page watched(Page page) {
        page.exposeFunction("broken", what -> violations.add(page.url() + ": " + List.of(what)));
        page.addInitScript("document.addEventListener('securitypolicyviolation', event =>"
                + " window.broken(event.effectiveDirective, event.blockedURI, event.sample, event.sourceFile));");
        page.onConsoleMessage(said -> {
            if (said.type().equals("warning")) {
                violations.add(page.url() + ": " + said.text());
            }
        });
        page.onPageError(error -> violations.add(page.url() + ": " + error));
        return page;
    }

    private static String address(String app) {
        return Workplace.application().address() + "/camunda/app/" + app + "/default/";
    }
}
