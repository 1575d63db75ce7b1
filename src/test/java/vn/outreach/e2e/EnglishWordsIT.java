package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks the pages that an officer, a head or a manager meets, in a browser that is set to English, and finds no English
 * word: those of an officer's day, and in a run of everything each that the webapps' programs and the product's own folder
 * have, where a page that is not walked fails.
 */
@BrowserTest
class EnglishWordsIT {

    private static final String TASK_TABS = ".task-details .nav-tabs li a";
    private static final String ENTERPRISE = "enterprise";

    /** Two more heads, and who decides. All words of all forms are read by {@link EnglishWordsTest}; here a few suffice. */
    private static final List<String> WORKERS = List.of("organisation", "zoneunion", "committee");

    private final WalkedPages walked = new WalkedPages(Workplace.application());

    @Test
    void noPageOfAnOfficersDaySpeaksEnglish() {
        ownPages(List.of("officer1"));
        tasksOf("officer1");
        errors();
        assertThat(walked.english()).isEmpty();
        assertThat(walked.routes()).contains("own start", "tasklist /", "error");
    }

    @Test
    @Tag("everything")
    void noPageSpeaksEnglish_andNoPageIsLeftOut() {
        try {
            ownPages(List.of("officer1", "organisation", "board"));
            officer();
            WORKERS.forEach(this::tasksOf);
            board();
            administrator();
            filterDialog();
            errors();
        } finally {
            walked.print();
        }
        assertThat(walked.english()).isEmpty();
        assertThat(WalkedPages.missing(walked.routes())).isEmpty();
    }

    @Test
    void aPageLeftOutIsMissed() {
        Set<String> all = WalkedPages.toWalk();

        assertThat(all).contains("tasklist /", "cockpit /processes", "admin /users/:userId", "welcome /welcome", "own start");
        all.forEach(page -> {
            Set<String> others = new TreeSet<>(all);
            others.remove(page);
            assertThat(WalkedPages.missing(others)).containsExactly(page);
        });
    }

    @Test
    void englishIsOneButtonAwayAndStays() {
        Page page = open("tasklist", "");
        page.locator("form[name=signinForm] button[type=submit]:has-text('Đăng nhập')").waitFor();

        page.locator(".ou-other-language button").click();

        page.locator("form[name=signinForm] button[type=submit]:has-text('Log in')").waitFor();
        assertThat(page.title()).isEqualTo("Enterprise outreach – Tasklist");
        page.navigate(address("welcome", ""));
        page.locator("form[name=signinForm] button[type=submit]:has-text('Log in')").waitFor();
        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("en");

        page.locator(".ou-other-language button").click();

        page.locator("form[name=signinForm] button[type=submit]:has-text('Đăng nhập')").waitFor();
        assertThat(page.title()).isEqualTo("Vận động doanh nghiệp – Trang cá nhân");
        page.context().close();
    }

    @Test
    void inEnglishTasksListsAndFieldsAreEnglish_andWhatPeopleTypedIsAsTheyTypedIt() {
        // A name that is a label, too.
        String code = Workplace.surveyAgreed("Kết quả");
        Page page = Workplace.desk("officer1");
        page.evaluate("() => localStorage.setItem('outreach.language', 'en')");
        new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        page.locator(".task-filters").getByText("My tasks").waitFor();
        page.locator(".task-card h2").getByText("Survey at the enterprise").waitFor();
        page.locator(".fjs-container label").getByText("Result of the survey").waitFor();
        page.locator(".fjs-container textarea[id$=field_note]").fill("Ghi chú");
        page.locator(".fjs-container label").getByText("Completed").first().click();
        page.locator(".fjs-container label").getByText("Workers in all").waitFor();
        assertThat(page.locator(".fjs-container label").getByText("Tổng số lao động").count()).isZero();
        assertThat(page.locator(".fjs-container textarea[id$=field_note]").inputValue()).isEqualTo("Ghi chú");
        page.navigate(Workplace.application().address() + "/app/enterprises/" + code);
        page.locator("h1.ou-profile-name").getByText("Kết quả", new Locator.GetByTextOptions().setExact(true)).waitFor();
        assertThat(page.locator(".ou-stage").innerText()).startsWith("In the plan");
        assertThat(page.locator(".ou-open").first().innerText()).contains("Survey at the enterprise");
        page.context().close();
    }

    // --- the product's own pages -----------------------------------------------------------------------------------------

    private void ownPages(List<String> users) {
        Page page = Workplace.chromium().window("en-US");
        page.navigate(Workplace.application().address() + "/app");
        page.locator("form.ou-login").waitFor();
        walked.see(page, "own start", "login");
        assertThat(bubbleOf(page, "form.ou-login")).isEqualTo("Bắt buộc nhập.");
        for (String user : users) {
            Page own = Workplace.login(Workplace.chromium().window("en-US"), user);
            for (String name : WalkedPages.ownPages()) {
                own.navigate(Workplace.application().address() + pathOf(name));
                own.locator("#main > :not(.ou-loading)").first().waitFor();
                walked.see(own, "own " + name, user);
            }
            own.locator("details.ou-me summary").click();
            walked.see(own, "own start", user + ": own menu");
            own.context().close();
        }
        page.context().close();
    }

    private static String pathOf(String name) {
        if (name.equals(ENTERPRISE)) {
            JsonNode first = Workplace.application().as("officer1").get("/api/v1/enterprises?size=1").ok().json().get("items").get(0);
            return "/app/enterprises/" + first.get("taxCode").asText();
        }
        return name.equals("start") ? "/app" : "/app/" + name;
    }

    // --- Tasklist and Welcome, as an officer --------------------------------------------------------------------------------

    private void officer() {
        Page page = open("tasklist", "");
        walked.see(page, "tasklist /login", "");
        assertThat(bubbleOf(page, "form[name=signinForm]")).isEqualTo("Bắt buộc nhập.");
        TasklistPage.signIn(page, "officer1", "wrong");
        page.locator(".notifications .alert").first().waitFor();
        walked.see(page, "tasklist /login", "wrong password");
        TasklistPage.signIn(page, "officer1", "officer1");
        TasklistPage.inside(page, ".task-filters .task-filter");
        walked.see(page, "tasklist /", "");
        every(page, ".task-filters .task-filter h4 a", "tasklist /", "filter");
        page.locator(".task-filters .task-filter h4 a").first().click();
        task(page, "officer1");
        dialogs(page);
        starts(page);
        profile(page);
        logout(page);
        Page admin = open("admin", "");
        TasklistPage.signIn(admin, "officer1", "officer1");
        admin.locator(".notifications .alert").first().waitFor();
        walked.see(admin, "admin /login", "refused");
        admin.context().close();
    }

    /** The first task of the open list: its form with the calendar and with mistakes, and each of its tabs. */
    private void task(Page page, String who) {
        page.locator("ol.tasks-list > li h4 a").first().click();
        page.locator(".form-pane .fjs-container .fjs-form-field").first().waitFor();
        walked.see(page, "tasklist /", who + ": task");
        for (ElementHandle field : page.querySelectorAll(".form-pane .fjs-container input[id]:not([type=checkbox], [type=radio]), .form-pane .fjs-container textarea[id]")) {
            if (field.isVisible() && field.isEnabled()) {
                field.focus();
                walked.see(page, "tasklist /", who + ": field " + field.getAttribute("id").replaceAll(".*field_", ""));
            }
        }
        page.keyboard().press("Escape");
        every(page, TASK_TABS, "tasklist /", who + ": tab");
        page.locator(TASK_TABS).first().click();
    }

    private void tasksOf(String user) {
        Page page = Workplace.login(Workplace.chromium().window("en-US"), user);
        page.navigate(address("tasklist", ""));
        TasklistPage.inside(page, ".task-filters .task-filter");
        page.locator(".task-filters .task-filter h4 a").last().click();
        walked.see(page, "tasklist /", user);
        if (page.locator("ol.tasks-list > li h4 a").count() > 0) {
            task(page, user);
        }
        page.context().close();
    }

    private void dialogs(Page page) {
        for (String action : List.of(".shortcut-help a", "button:has-text('Thêm ý kiến'), a:has-text('Thêm ý kiến')")) {
            page.locator(action).first().click();
            page.locator(".modal-dialog").first().waitFor();
            walked.see(page, "tasklist /", action);
            close(page);
        }
        page.locator("[cam-widget-search] input").first().click();
        walked.see(page, "tasklist /", "search");
        page.keyboard().press("Escape");
        page.locator(".account .dropdown-toggle").first().click();
        walked.see(page, "tasklist /", "account");
        page.keyboard().press("Escape");
    }

    /** The dialog of processes to start, and each start form. */
    private void starts(Page page) {
        int processes = 1;
        for (int next = 0; next < processes; next++) {
            page.locator(".start-process-action a").first().click();
            Locator offered = page.locator(".modal-body ul.processes li a");
            offered.first().waitFor();
            processes = offered.count();
            walked.see(page, "tasklist /", "start");
            offered.nth(next).click();
            page.locator(".modal-body .fjs-container .fjs-form-field").first().waitFor();
            walked.see(page, "tasklist /", "start form " + (next + 1));
            close(page);
        }
    }

    /** Filters are changed by administrators only. */
    private void filterDialog() {
        Page page = open("tasklist", "");
        TasklistPage.signIn(page, "admin", "admin");
        TasklistPage.inside(page, ".task-filters .task-filter");
        page.locator(".task-filters .edit-filter, .task-filters .glyphicon-pencil").first().click();
        page.locator(".modal-dialog").first().waitFor();
        walked.see(page, "tasklist /", "filter's dialog");
        every(page, ".modal-body .accordion-toggle, .modal-body .panel-heading a", "tasklist /", "filter's section");
        page.context().close();
    }

    private void profile(Page page) {
        page.navigate(address("welcome", "/welcome"));
        page.locator("a:has-text('Sửa hồ sơ cá nhân')").first().waitFor();
        walked.see(page, "welcome /welcome", "");
        for (String form : List.of("Sửa hồ sơ cá nhân", "Đổi mật khẩu")) {
            page.locator("a:has-text('" + form + "')").first().click();
            walked.see(page, "welcome /welcome", form);
            page.locator("button:has-text('Hủy') >> visible=true").first().click();
        }
    }

    private void logout(Page page) {
        page.locator(".account .dropdown-toggle").first().click();
        page.locator("li.logout a").click();
        page.locator("form[name=signinForm]").waitFor();
        walked.see(page, "welcome /login", "logged out");
        page.context().close();
    }

    // --- Cockpit, as the steering board --------------------------------------------------------------------------------------

    private void board() {
        Page page = open("cockpit", "");
        walked.see(page, "cockpit /login", "");
        TasklistPage.signIn(page, "board", "board");
        TasklistPage.inside(page, ".cam-dashboard, .dashboard, .deployed");
        walked.see(page, "cockpit /dashboard", "");
        for (String route : List.of("/processes", "/decisions", "/tasks", "/repository", "/batch")) {
            go(page, "cockpit", route, "[cam-widget-header] .account");
            walked.see(page, "cockpit " + route, "");
        }
        JsonNode definitions = ask("board", "/process-definition?latestVersion=true&maxResults=50");
        for (JsonNode definition : definitions) {
            go(page, "cockpit", "/process-definition/" + definition.get("id").asText(), ".djs-container .djs-shape");
            walked.see(page, "cockpit /process-definition/:id", definition.get("key").asText());
        }
        go(page, "cockpit", "/process-definition/" + definitions.get(0).get("id").asText() + "/runtime", ".djs-container .djs-shape");
        every(page, ".nav-tabs li a", "cockpit /process-definition/:id/runtime", "tab");
        String instance = ask("board", "/process-instance?processDefinitionKey=enterpriseOutreach&maxResults=1").get(0).get("id").asText();
        go(page, "cockpit", "/process-instance/" + instance, ".djs-container .djs-shape");
        walked.see(page, "cockpit /process-instance/:id", "");
        go(page, "cockpit", "/process-instance/" + instance + "/runtime", ".djs-container .djs-shape");
        every(page, ".nav-tabs li a", "cockpit /process-instance/:id/runtime", "tab");
        page.context().close();
    }

    // --- Admin -------------------------------------------------------------------------------------------------------------------

    private void administrator() {
        Page page = open("admin", "");
        walked.see(page, "admin /login", "");
        TasklistPage.signIn(page, "admin", "admin");
        TasklistPage.inside(page, "[cam-widget-header] .account");
        walked.see(page, "admin /", "");
        for (String route : List.of("/users", "/user-create", "/group-create", "/tenants", "/system")) {
            go(page, "admin", route, "[cam-widget-header] .account");
            walked.see(page, "admin " + route, "");
        }
        for (String tab : List.of("profile", "account", "tenants")) {
            go(page, "admin", "/users/officer2?tab=" + tab, "[cam-widget-header] .account");
            walked.see(page, "admin /users/:userId", tab);
        }
        go(page, "admin", "/groups/outreachOfficers", "[cam-widget-header] .account");
        walked.see(page, "admin /groups/:groupId", "");
        page.context().close();
    }

    // --- errors ---------------------------------------------------------------------------------------------------------------------

    private void errors() {
        Page page = Workplace.login(Workplace.chromium().window("en-US"), "officer1");
        for (String path : List.of("/app/nothing", "/app/enterprises/nothing", "/camunda/app/tasklist/default/nothing", "/nothing")) {
            page.navigate(Workplace.application().address() + path);
            walked.see(page, "error", path);
        }
        page.context().close();
    }

    // --- hands ------------------------------------------------------------------------------------------------------------------------

    private static Page open(String app, String route) {
        Page page = Workplace.chromium().window("en-US");
        page.navigate(address(app, route));
        page.locator("form[name=signinForm] input[type=password]").waitFor();
        return page;
    }

    private static String address(String app, String route) {
        return Workplace.application().address() + "/camunda/app/" + app + "/default/" + (route.isEmpty() ? "" : "#" + route);
    }

    /** Loads the app anew on this route: nothing of the page before is left. */
    private static void go(Page page, String app, String route, String shown) {
        page.navigate("about:blank");
        page.navigate(address(app, route));
        page.locator(shown).first().waitFor();
    }

    /** Clicks each of these, as many as there are, and looks at what it opens. */
    private void every(Page page, String selector, String route, String what) {
        List<String> names = new ArrayList<>();
        for (int next = 0; next < page.locator(selector).count(); next++) {
            Locator one = page.locator(selector).nth(next);
            if (one.isVisible()) {
                String name = one.innerText().strip();
                one.click();
                walked.see(page, route, what + " " + name);
                names.add(name);
            }
        }
        assertThat(names).as(what + " of " + route).isNotEmpty();
    }

    private static void close(Page page) {
        page.locator(".modal-footer button.btn-link, .modal-footer button:has-text('Đóng'), .modal-footer button:has-text('Hủy')").last().click();
        page.locator(".modal-dialog").first().waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    /** What the browser says at the first field when the empty form is sent. */
    private static Object bubbleOf(Page page, String form) {
        page.locator(form + " button").first().click();
        return page.locator(form + " input:invalid").first().evaluate("field => field.validationMessage");
    }

    private static JsonNode ask(String user, String path) {
        return Workplace.application().as(user).get("/engine-rest" + path).ok().json();
    }
}
