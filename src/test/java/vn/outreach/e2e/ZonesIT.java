package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** The organisation board keeps the zones: another spelling, a text of the register that was none, a slip that is told. */
@BrowserTest
class ZonesIT {

    @Test
    void aSpellingIsAdded_andWhatTheRegisterHasBecomesTheName() {
        String code = OutreachTest.newTaxCode();
        Workplace.as("officer1").post("/api/v1/enterprises", Map.of("taxCode", code, "name", "TNHH Khu Lạ",
                "zone", "KCN Lạ Lẫm 1", "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1")).ok();
        Page desk = Workplace.desk("organisation");
        desk.navigate(Workplace.application().address() + "/app/zones");

        Locator unknown = desk.locator("[data-zone='KCN Lạ Lẫm 1']");
        String id = Workplace.sends(desk, "POST", "/zones", () -> unknown.locator("[data-act=join]").click()).get("id").asText();
        Locator zone = desk.locator("[data-part=known] [data-zone='KCN Lạ Lẫm 1']");
        assertThat(zone).containsText("1 doanh nghiệp");

        zone.locator("[data-act=change]").click();
        desk.locator("dialog input[name=name]").fill("Lạ Lẫm I");
        desk.locator("dialog textarea").fill("Lạ Lẫm 1\nPhú Mỹ I");
        desk.locator("dialog .ou-primary").click();
        assertThat(desk.locator("dialog")).containsText("“Phú Mỹ I” đã là một cách viết của khu “Phú Mỹ I”.");
        desk.locator("dialog textarea").fill("Lạ Lẫm 1\nLạ Lẫm số một");
        Workplace.sends(desk, "PATCH", "/zones/" + id, () -> desk.locator("dialog .ou-primary").click());
        assertThat(desk.locator("[data-zone='Lạ Lẫm I']")).containsText("Lạ Lẫm 1; Lạ Lẫm số một");

        desk.navigate(Workplace.application().address() + "/app/enterprises/" + code);
        assertThat(desk.locator("#main")).containsText("Lạ Lẫm I");
        desk.context().close();

        Page phone = Workplace.phone("organisation");
        phone.navigate(Workplace.application().address() + "/app/zones");
        assertThat(phone.locator("[data-zone='Lạ Lẫm I']")).isVisible();
        org.assertj.core.api.Assertions.assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(phone).setLegacyMode(true).analyze().getViolations()).isEmpty();
        phone.context().close();
    }
}
