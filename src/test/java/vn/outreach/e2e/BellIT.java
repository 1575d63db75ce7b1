package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bell on a desk and on a phone: what another person's act brings comes without reloading, and leads to the task. */
@BrowserTest
class BellIT {

    /** Somebody whom nothing but this test's acts reaches. */
    private final String member = Workplace.officer("Đỗ Thị", "Chuông");

    @Test
    void onADesk_aNewTaskRingsInTasklist_andTheClickOpensIt() {
        Page desk = Workplace.desk(member);
        desk.navigate(Workplace.application().address() + "/camunda/app/tasklist/default/");
        Locator count = desk.locator(".ou-bell-count");
        assertThat(desk.locator(".ou-bell-button")).hasAttribute("aria-label", "Thông báo: không có tin chưa đọc");
        String taxCode = caseBegun();

        assertThat(count).hasText("1");
        assertThat(desk.locator(".ou-toast")).containsText("Hẹn ngày khảo sát");
        desk.locator(".ou-bell-button").click();
        Locator notice = desk.locator(".ou-bell-item.ou-unread");
        assertThat(notice).containsText(taxCode);
        assertThat((Boolean) desk.evaluate("() => [...document.querySelectorAll('.ou-bell-item > a')]"
                + ".every(link => link.scrollHeight <= link.clientHeight)")).as("no line runs over the next").isTrue();
        Chromium.picture(desk, "bell-desk");
        notice.locator("a").click();
        assertThat(desk.locator(".task-details, [cam-tasklist-task]").first()).containsText("Hẹn ngày khảo sát");
        assertThat(desk).hasURL(Pattern.compile(".*task=" + me().tasks(taxCode).get(0).get("id").asText() + ".*"));
        assertThat(count).isHidden();
        assertThat(unread()).isZero();
        desk.context().close();
    }

    @Test
    void onAPhone_itRingsOnThePageOfTheDay_andIsReadWithAThumb() {
        Page phone = Workplace.phone(member);
        assertThat(phone.locator(".ou-bell-count")).isHidden();
        caseBegun();
        assertThat(phone.locator(".ou-bell-count")).hasText("1");
        phone.locator(".ou-bell-button").tap();
        Locator read = phone.locator(".ou-bell-item.ou-unread .ou-bell-read");
        Chromium.atLeast(read, "width", 44);
        Chromium.picture(phone, "bell-phone");
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isTrue();
        read.tap();
        assertThat(phone.locator(".ou-bell-item.ou-unread")).hasCount(0);
        assertThat(unread()).isZero();
        phone.context().close();
    }

    @Test
    void quietHoursAndThePersonalCalendarAreSetOnOnePage() {
        Page desk = Workplace.desk(member);
        desk.navigate(Workplace.application().address() + "/app/settings");
        desk.locator("input[name=mail]").uncheck();
        desk.locator("input[name=bell]").uncheck();
        desk.locator(".ou-notice-settings .ou-primary").click();
        assertThat(desk.locator(".ou-notice-settings form > .ou-error")).containsText("ít nhất một cách báo tin");
        desk.locator("input[name=bell]").check();
        desk.locator("input[name=mail]").check();
        desk.locator("input[name=quietFrom]").fill("00:00");
        desk.locator("input[name=quietTo]").fill("00:01");
        desk.locator(".ou-notice-settings .ou-primary").click();
        assertThat(desk.locator(".ou-toast-done")).isVisible();
        JsonNode kept = me().get("/api/v1/me/notice-settings").ok().json();
        assertThat(kept.get("quietTo").asText()).isEqualTo("00:01");
        assertThat(kept.get("mail").asText()).isEqualTo("AT_ONCE");

        desk.locator(".ou-feed-make").click();
        String address = desk.locator(".ou-feed-address input").inputValue();
        Chromium.picture(desk, "settings");
        Rest.Answer calendar = Workplace.application().asNobody().get(URI.create(address).getPath()).ok();
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR");
        desk.locator(".ou-feed-revoke").click();
        desk.locator("dialog.ou-dialog .ou-primary").click();
        assertThat(desk.locator(".ou-calendar-feed")).containsText("Chưa có địa chỉ lịch");
        assertThat(Workplace.application().asNobody().get(URI.create(address).getPath()).status()).isEqualTo(404);
        desk.context().close();
    }

    @Test
    void thePasswordIsChangedOnThatPageToo() {
        String person = Workplace.officer("Lê Thị", "Khóa");
        Page desk = Workplace.desk(person);
        desk.navigate(Workplace.application().address() + "/app/settings");
        Locator form = desk.locator(".ou-own-password form");
        form.locator("input[name=authenticatedUserPassword]").fill(Workplace.password(person));
        form.locator("input[name=password]").fill("ngan");
        form.locator("input[name=again]").fill("ngan ");
        form.locator(".ou-primary").click();
        assertThat(form).containsText("Hai lần nhập mật khẩu mới khác nhau.");
        form.locator("input[name=again]").fill("ngan");
        form.locator(".ou-primary").click();
        assertThat(form).containsText("Mật khẩu phải có ít nhất 10 ký tự");
        form.locator("input[name=password]").fill("Doi-lai-2027!");
        form.locator("input[name=again]").fill("Doi-lai-2027!");
        form.locator(".ou-primary").click();
        assertThat(desk.locator(".ou-toast-done")).containsText("Đã đổi mật khẩu");
        assertThat(Workplace.application().asNobody().as(person, "Doi-lai-2027!").get("/api/v1/me").status()).isEqualTo(200);
        assertThat(Workplace.application().asNobody().as(person, Workplace.password(person)).get("/api/v1/me").status()).isEqualTo(401);
        // The session of this window goes on.
        desk.reload();
        assertThat(form).isVisible();
        desk.context().close();
    }

    // -------------------------------------------------------------------------------------------------------------------

    /** A colleague registers an enterprise for the member and opens its case: the first task is the member's. */
    private String caseBegun() {
        String taxCode = TaxCodes.next();
        Rest colleague = Workplace.application().as("officer2");
        colleague.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Chuông " + taxCode, "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", member)).ok();
        colleague.startCase(taxCode).ok();
        return taxCode;
    }

    private Rest me() {
        return Workplace.as(member);
    }

    private int unread() {
        return me().get("/api/v1/me/notices").ok().json().get("unread").asInt();
    }
}
