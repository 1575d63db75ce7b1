package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all notices: an administrator finds one that did not arrive, gives it up by keyboard alone, and tries it again. */
@BrowserTest
class NoticesIT {

    private static final String PERSON = "khongdiachi";
    /** A desk of 1280 points at 200 %. */
    private static final int HALF_A_DESK = 640;

    @Test
    void aNoticeWithoutAnAddressIsFound_givenUpByKeyboard_triedAgain_andArrives() {
        Rest admin = Workplace.as("admin");
        admin.post("/engine-rest/user/create", Map.of("profile", Map.of("id", PERSON, "firstName", "Vũ Thị", "lastName", "Thiếu"),
                "credentials", Map.of("password", "Can-bo-2026!"))).ok();
        admin.put("/engine-rest/group/outreachOfficers/members/" + PERSON, Map.of()).ok();
        String taxCode = TaxCodes.next();
        Rest colleague = Workplace.as("officer2");
        colleague.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Thiếu Địa Chỉ", "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", PERSON)).ok();
        colleague.startCase(taxCode).ok();
        await("the notice").atMost(Duration.ofSeconds(30)).until(() -> state().equals("WAITING_ADDRESS"));

        Page page = Workplace.desk("admin");
        page.locator(".ou-me summary").click();
        page.locator(".ou-me-list a[href$='/app/notices']").click();
        assertThat(page.locator("h1")).hasText("Thông báo đã gửi");
        Locator person = page.locator("input[name=person]");
        person.fill(PERSON);
        person.press("Enter");
        Locator row = page.locator(".ou-plan-table tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(Pattern.compile("Vũ Thị Thiếu.*Việc mới.*Thiếu địa chỉ thư.*chưa có địa chỉ thư điện tử.*TNHH Thiếu Địa Chỉ"));
        assertThat(page.locator(".ou-chip[aria-pressed=true]")).hasText("Chưa tới nơi (1)");
        look(page, "vi");
        Chromium.picture(page, "notices-desk");

        // By keyboard alone: one stop of the tab key leads into the table, the space bar ticks.
        person.focus();
        for (int stops = 0; stops < 6 && !focused(page, "tbody input[type=checkbox]"); stops++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Space");
        assertThat(page.locator(".ou-notices-bar [role=status]")).hasText("Đã chọn 1 thông báo");
        for (int stops = 0; stops < 6 && !focused(page, "[data-act=set-aside]"); stops++) {
            page.keyboard().press("Shift+Tab");
        }
        page.keyboard().press("Enter");
        page.locator("dialog input[name=reason]").waitFor();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog .ou-error:visible")).containsText("Thiếu “Lý do”");
        assertThat(page.locator("dialog input[name=reason]")).isFocused();
        page.keyboard().type("Đã báo trực tiếp");
        Workplace.sends(page, "POST", "/set-aside", () -> page.keyboard().press("Enter"));
        assertThat(page.locator("#main")).containsText("Không có thông báo nào như vậy.");
        assertThat(state()).isEqualTo("SET_ASIDE");

        page.locator(".ou-chip[data-state=SET_ASIDE]").click();
        assertThat(row).containsText("Gác lại vì: Đã báo trực tiếp");
        admin.put("/engine-rest/user/" + PERSON + "/profile",
                Map.of("id", PERSON, "firstName", "Vũ Thị", "lastName", "Thiếu", "email", "thieu@example.vn")).ok();
        row.locator("input[type=checkbox]").check();
        Workplace.sends(page, "POST", "/retry", () -> page.locator("[data-act=retry]").click());
        await("the mail").atMost(Duration.ofSeconds(30)).until(() -> state().equals("SENT"));

        page.evaluate("localStorage.setItem('outreach.language', 'en')");
        page.navigate(Workplace.application().address() + "/app/notices?state=SENT&person=" + PERSON);
        assertThat(row).containsText("New task");
        look(page, "en");
        page.setViewportSize(HALF_A_DESK, HALF_A_DESK);
        assertThat(wide(page)).as("at 200 %").isZero();
        page.context().close();
    }

    @Test
    void onAPhoneTheOfficeReadsOnly_andWhoseAddressIsRefusedIsToldByTheBell() {
        Page phone = Workplace.phone("office");
        phone.navigate(Workplace.application().address() + "/app/notices?state=SENT");
        phone.locator(".ou-plan-table tbody tr").first().waitFor();
        assertThat(phone.locator("tbody input[type=checkbox], .ou-notices-bar button")).hasCount(0);
        assertThat(wide(phone)).isZero();
        look(phone, "phone");
        Chromium.picture(phone, "notices-phone");

        phone.route(Pattern.compile(".*/api/v1/me/notice(s|-settings)$"), route -> {
            com.microsoft.playwright.APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text().replace("\"refusedMail\":null",
                    "\"refusedMail\":{\"address\":\"office@example.vn\",\"since\":\"2026-11-23T09:00:00+07:00\",\"answer\":\"550 5.1.1\"}")));
        });
        phone.reload();
        phone.locator(".ou-bell-button").tap();
        assertThat(phone.locator(".ou-bell-refused")).containsText("không nhận địa chỉ office@example.vn từ ngày 23/11/2026");
        assertThat(wide(phone)).isZero();
        look(phone, "bell");
        phone.navigate(Workplace.application().address() + "/app/settings");
        assertThat(phone.locator(".ou-notice-refused")).containsText("không nhận địa chỉ office@example.vn từ ngày 23/11/2026");
        phone.context().close();
    }

    private static String state() {
        JsonNode found = Workplace.as("admin").get("/api/v1/notices?person=" + PERSON).ok().json().get("items");
        return found.isEmpty() ? "" : found.get(0).get("state").asText();
    }

    private static boolean focused(Page page, String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private static int wide(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
    }

    private static void look(Page page, String where) {
        Chromium.settled(page);
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).as(where).isEmpty();
    }
}
