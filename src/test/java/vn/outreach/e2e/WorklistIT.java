package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of tasks as an officer has it: cards and search in Tasklist, the page of all lists, on a desk and on a phone. */
@BrowserTest
class WorklistIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** The first choice of every text that is to be seen; icons are no text. */
    private static final String TYPEFACES = """
            () => [...new Set([...document.querySelectorAll('body *')]
                .filter(node => node.offsetParent && [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim()))
                .map(node => getComputedStyle(node).fontFamily.split(',')[0].replaceAll('"', '')))]""";

    @Test
    void theCardsInTasklistSayWhatAnOfficerNeeds_inOneRequestAPage() {
        String name = "CP Thép “Sóng Đông” <thẻ>";
        String taxCode = surveyPlanned(name, "officer2");
        List<String> requests = new CopyOnWriteArrayList<>();
        Page page = Workplace.desk("officer2");
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address(TASKLIST));

        Locator card = page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(card.locator(".ou-card-ready")).containsText("Phú Mỹ I · 600 lao động · Trong kế hoạch");
        assertThat(card).containsText("Hẹn ngày khảo sát");
        assertThat(card).containsText(Pattern.compile("\\d\\d/\\d\\d/\\d{4} · còn \\d+ ngày làm việc"));
        assertThat(card.locator(".ou-card-ready")).containsText(Pattern.compile("Ưu tiên (cao|vừa|thấp) · chưa liên hệ"));
        assertThat(card.boundingBox().height).as("seven fill a screen").isLessThan(125);
        assertThat(card.locator(".due-date, .process-definition").first()).isHidden();
        assertThat(requests.stream().filter(url -> url.contains("/api/v1/tasks?ids="))).hasSize(1);

        // The most urgent first, and what is overdue is red and says so.
        JsonNode first = rest("officer2").get("/api/v1/tasks?filter=mine&size=1").ok().json().get("items").get(0);
        assertThat(page.locator("ol.tasks-list > li").first()).containsText(first.get("enterprise").get("name").asText());
        assertThat(page).hasURL(Pattern.compile(".*sorting=.*"));
        Locator late = page.locator(".ou-card .ou-late").first();
        if (first.get("overdue").asBoolean()) {
            assertThat(late).containsText("quá hạn " + -first.get("dueInWorkingDays").asInt() + " ngày làm việc");
            assertThat(late).hasCSS("color", "rgb(179, 21, 28)");
        }
        Chromium.picture(page, "worklist-cards");

        // Whoever takes a task over is on the card at once, though the page knew the task.
        String task = only(taxCode);
        rest("officer2").post("/engine-rest/task/" + task + "/unclaim", Map.of()).ok();
        page.navigate(address(TASKLIST + "#/?filter=" + filter("Chưa ai nhận")));
        assertThat(card.locator(".ou-card-ready")).containsText("Chưa ai nhận – Cán bộ chuyên trách");

        // One typeface, also in forms; the history says names and not logins.
        requests.clear();
        card.click();
        assertThat(page.locator(".fjs-container").first()).isVisible();
        // Whatever stands beside the form comes in one answer.
        assertThat(page.locator(".ou-strip .ou-recent summary")).hasText("Chưa có liên hệ nào được ghi");
        assertThat(page.locator(".ou-whose")).isVisible();
        assertThat(requests.stream().filter(url -> url.contains("/api/v1/tasks/"))).hasSize(1).allMatch(url -> url.endsWith("/page"));
        assertThat(requests).noneMatch(url -> url.contains("/contacts") || url.contains("/deputies"));
        assertThat((List<?>) page.evaluate(TYPEFACES)).isEqualTo(List.of("Noto Sans"));
        // Nobody changes a follow-up here, but its calendar is the one of all of Camunda's dates: it begins on Monday.
        page.evaluate("document.querySelector('.followup-date .view-value').click()");
        assertThat(page.locator(".uib-daypicker thead small").first()).hasText("T2");
        assertThat(page.locator(".uib-daypicker td.h6")).hasCount(0);
        page.locator(".task-details .nav-tabs li a", new Page.LocatorOptions().setHasText("Lịch sử")).click();
        assertThat(page.locator(".history-pane .operation-user").first()).hasText("Trần Văn Bình");
        assertThat(page.locator(".history-pane")).not().containsText("officer2");
        page.context().close();
    }

    @Test
    void theSearchInTasklistsHeaderFindsWithoutMarks_andOpensTheTaskByKeyboard() {
        String name = "TNHH Gốm Đất Nung Ðỏ";
        String taxCode = surveyPlanned(name, "officer1");
        Page page = Workplace.desk("officer1");
        page.navigate(address(TASKLIST));
        Locator field = page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("Tìm doanh nghiệp theo tên hoặc mã số thuế"));
        field.fill("gom dat nung do");
        Locator found = page.locator(".ou-search-list [role=option]");
        assertThat(found.first()).containsText(name);
        assertThat(field).hasAttribute("aria-expanded", "true");
        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", found.first().getAttribute("id"));
        field.press("Escape");
        assertThat(found.first()).isHidden();
        field.press("ArrowDown");
        assertThat(found.first()).isVisible();
        field.press("ArrowDown");
        field.press("ArrowDown");
        assertThat(found.nth(1)).hasAttribute("aria-selected", "true");
        Chromium.picture(page, "worklist-search");
        field.press("Enter");
        page.waitForURL(Pattern.compile(".*task=" + only(taxCode) + ".*"));
        assertThat(page.locator(".task-details h2, .column-right h2").first()).containsText("Hẹn ngày khảo sát");
        assertThat(page.locator(".ou-task-due")).hasText(Pattern.compile("\\d\\d/\\d\\d/\\d{4} · còn \\d+ ngày làm việc"));
        // What could only be refused is not offered: other dates, other units, filters and tasks of one's own.
        assertThat(page.locator("[cam-tasklist-task-meta] .groups")).isVisible();
        assertThat(page.locator("[cam-tasklist-task-meta] .groups a[href]")).hasCount(0);
        assertThat(page.locator(".followup-date:visible, .due-date:visible, .reset-due-date:visible, .create-task-action:visible,"
                + " .task-filter .actions:visible")).hasCount(0);
        assertThat(field).hasValue("");

        field.fill(taxCode.substring(2));
        assertThat(found.first()).containsText(taxCode);
        field.fill("khong co doanh nghiep nay");
        assertThat(page.locator(".ou-search-list")).containsText("Không tìm thấy doanh nghiệp nào.");
        page.context().close();
    }

    @Test
    void thePageOfAllListsFiltersSortsAndSearches() {
        String name = "TNHH Danh Sách Riêng";
        String taxCode = surveyPlanned(name, "officer3");
        Page page = Workplace.desk("officer3");
        page.navigate(address("/app/tasks"));
        Locator row = page.locator(".ou-work tbody tr").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row).hasCount(1);
        assertThat(row.locator("a.ou-work-task")).hasAttribute("href", Pattern.compile(".*#/\\?task=" + only(taxCode)));
        assertThat(row.locator("td.ou-work-enterprise a")).hasAttribute("href", Pattern.compile(".*/app/enterprises/" + taxCode));

        page.locator(".ou-chip[data-filter=overdue]").click();
        assertThat(page.locator(".ou-chip[data-filter=overdue]")).hasAttribute("aria-pressed", "true");
        assertThat(row).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*filter=overdue"));

        page.locator(".ou-chip[data-filter=unit]").click();
        page.locator(".ou-work-tools input[type=search]").fill("danh sach rieng");
        page.locator(".ou-work-tools input[type=search]").press("Enter");
        assertThat(page.locator(".ou-work tbody tr")).hasCount(1);
        page.locator(".ou-work-zone").selectOption("Cái Mép");
        assertThat(page.locator(".ou-work")).containsText("Không có việc nào");
        page.locator(".ou-work-zone").selectOption("Phú Mỹ I");
        assertThat(row).hasCount(1);
        page.reload();
        assertThat(row).hasCount(1);

        page.locator(".ou-chip[data-filter=absent]").click();
        assertThat(page.locator(".ou-work .ou-empty")).isVisible();

        page.navigate(address("/app"));
        assertThat(page.locator(".ou-work-compact tbody tr").first()).isVisible();
        page.locator("a.ou-chip").filter(new Locator.FilterOptions().setHasText("Việc của đơn vị tôi")).click();
        assertThat(page.locator(".ou-chip[data-filter=unit]")).hasAttribute("aria-pressed", "true");
        page.locator("th.ou-work-workers button").click();
        assertThat(page.locator("th.ou-work-workers")).hasAttribute("aria-sort", "ascending");
        page.locator("th.ou-work-workers button").click();
        assertThat(page.locator("th.ou-work-workers")).hasAttribute("aria-sort", "descending");
        String largest = rest("officer3").get("/api/v1/tasks?filter=unit&sort=-workers&size=1").ok().json()
                .get("items").get(0).get("id").asText();
        assertThat(page.locator(".ou-work tbody tr").first()).hasAttribute("data-task", largest);
        Chromium.picture(page, "worklist-desk");
        page.context().close();
    }

    @Test
    void onAPhoneTasksAreCards_andNothingScrollsSideways() {
        String name = "TNHH Cầm Tay Ngoài Cổng Nhà Máy Số Một";
        String taxCode = surveyPlanned(name, "officer1");
        Page page = Workplace.phone("officer1");
        page.navigate(address("/app/tasks"));
        Locator card = page.locator(".ou-work tbody tr").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(card).containsText("600");
        assertThat(sideways(page)).isFalse();
        Chromium.atLeast(card.locator("a.ou-work-task"), "height", 30);
        Chromium.picture(page, "worklist-phone");
        page.locator(".ou-search-field").fill("cam tay ngoai cong");
        page.locator(".ou-search-list [role=option]").first().tap();
        page.waitForURL("**/app/enterprises/" + taxCode);

        page.navigate(address(TASKLIST));
        assertThat(page.locator("ol.tasks-list > li .ou-card-ready").first()).isVisible();
        assertThat(sideways(page)).isFalse();
        page.locator(".navbar-toggle").tap();
        page.locator(".ou-search-field").fill("cam tay ngoai cong");
        page.locator(".ou-search-list .ou-search-task").first().tap();
        page.waitForURL(Pattern.compile(".*task=" + only(taxCode) + ".*"));
        Locator task = page.locator(".task-details h2, .column-right h2").first();
        assertThat(task).containsText("Hẹn ngày khảo sát");
        assertThat(task).isInViewport();
        assertThat(page.locator(".ou-search-field")).isHidden();
        Chromium.picture(page, "worklist-phone-tasklist");

        // A card, the card of the open task once more, and a link as /app and mails have it.
        Locator other = page.locator("ol.tasks-list > li:not(.active)").first();
        String next = other.locator("h4").innerText().strip();
        page.keyboard().press("Home");
        other.tap();
        assertThat(task).hasText(next);
        assertThat(task).isInViewport();
        page.keyboard().press("Home");
        page.locator("ol.tasks-list > li.active").tap();
        assertThat(task).isInViewport();
        page.navigate(address("/app/tasks"));
        card.locator("a.ou-work-task").tap();
        assertThat(task).hasText("Hẹn ngày khảo sát");
        assertThat(task).isInViewport();
        page.context().close();
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static boolean sideways(Page page) {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
    }

    private static String address(String path) {
        return Workplace.application().address() + path;
    }

    private static Rest rest(String user) {
        return Workplace.application().as(user);
    }

    private static String only(String taxCode) {
        JsonNode open = rest("officer1").tasks(taxCode);
        assertThat(open).hasSize(1);
        return open.get(0).get("id").asText();
    }

    private static String filter(String name) {
        return rest("officer1").get("/engine-rest/filter?name=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
                .ok().json().get(0).get("id").asText();
    }

    /** An enterprise of the zone Phú Mỹ I whose case waits for its member to agree on a day of the survey. */
    private static String surveyPlanned(String name, String member) {
        String taxCode = TaxCodes.next();
        rest(member).post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", name, "zone", "Phú Mỹ I", "sector", "thép",
                "ownership", "DOMESTIC", "workers", 600, "responsibleMember", member)).ok();
        rest(member).startCase(taxCode).ok();
        return taxCode;
    }
}
