package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A member leaves: the head of the unit hands the enterprises over, on a phone and by keys alone. */
@BrowserTest
class PlanHandOverIT {

    private static final int YEAR = Workplace.today().getYear();

    @Test
    void theHeadHandsOver_whatMovesIsSaidBefore_andARefusalStandsAtItsField() {
        int rows = Workplace.as("officer1").get("/api/v1/plans/" + YEAR + "/rows?size=1&responsibleMember=officer3").ok().json().get("total").asInt();
        assertThat(rows).isPositive();
        Page phone = Workplace.phone("officer1");
        phone.navigate(Workplace.application().address() + "/app/plan?year=" + YEAR + "&tab=rows");
        phone.locator("[data-tool=hand-over]").focus();
        phone.keyboard().press("Enter");
        Locator dialog = phone.locator("dialog");
        Locator from = dialog.locator("select[name=from]");
        Locator reason = dialog.locator("textarea[name=reason]");

        reason.focus();
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");
        assertThat(from).isFocused();
        assertThat(error(dialog, "select[name=from]")).hasText("Hãy chọn người bàn giao.");
        assertThat(error(dialog, "textarea[name=reason]")).hasText("Hãy ghi lý do.");

        choose(phone, from, "officer3");
        assertThat(dialog.locator("[role=status]")).hasText(Pattern.compile("Sẽ chuyển " + rows + " doanh nghiệp, cùng việc đang mở .*"));
        choose(phone, dialog.locator("select[name=to]"), "officer2");
        reason.focus();
        phone.keyboard().type("ốm");
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");
        assertThat(error(dialog, "textarea[name=reason]")).containsText("Lý do");
        assertThat(reason).isFocused();
        assertThat(new AxeBuilder(phone).setLegacyMode(true).analyze().getViolations()).isEmpty();
        assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).isLessThanOrEqualTo(0);
        Chromium.picture(phone, "plan-hand-over");

        phone.keyboard().type(", nghỉ công tác từ tháng sau");
        phone.keyboard().press("Tab");
        Workplace.sends(phone, "POST", "/rows:handOver", () -> phone.keyboard().press("Enter"));

        assertThat(phone.locator(".ou-toast")).containsText("Đã bàn giao " + rows + " doanh nghiệp cho ");
        assertThat(dialog).hasCount(0);
        phone.navigate(Workplace.application().address() + "/app/plan?year=" + YEAR + "&tab=rows&responsibleMember=officer3");
        assertThat(phone.locator(".ou-empty")).hasText("Không có doanh nghiệp nào như vậy trong kế hoạch.");
        phone.context().close();
    }

    @Test
    void whoHeadsNoUnitHandsNothingOver() {
        Page desk = Workplace.desk("officer2");
        desk.navigate(Workplace.application().address() + "/app/plan?year=" + YEAR + "&tab=rows");
        assertThat(desk.locator("[data-tool=paper]")).hasText(Pattern.compile("Văn bản số \\d{2,}-KH/ĐUK \\(Word\\)"));
        assertThat(desk.locator("[data-tool=hand-over]")).hasCount(0);
        desk.context().close();
    }

    private static Locator error(Locator dialog, String control) {
        return dialog.locator(".ou-field", new Locator.LocatorOptions().setHas(dialog.page().locator(control))).locator(".ou-error");
    }

    /** The arrow goes through the choices. */
    private static void choose(Page page, Locator select, String value) {
        select.focus();
        for (int steps = 0; steps < 30 && !value.equals(select.inputValue()); steps++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(select).hasValue(value);
    }
}
