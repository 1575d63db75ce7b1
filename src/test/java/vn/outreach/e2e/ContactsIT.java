package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contact log beside a task: logged at the factory gate with a thumb, read by the colleague who plans the next one. */
@BrowserTest
class ContactsIT {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String FORM = "Biểu mẫu";

    @Test
    void aCallIsLoggedOnAPhone_andTheColleagueIsWarnedBeforeTheNext() {
        String taxCode = scheduledFor("officer2");
        logOnAPhone(taxCode);
        JsonNode call = contacts(taxCode).get(0);
        assertThat(call.get("kind").asText()).isEqualTo("CALL");
        assertThat(call.get("day").asText()).isEqualTo(Workplace.today().toString());
        assertThat(call.get("withWhom").asText()).isEqualTo("phòng nhân sự");
        assertThat(call.get("said").asText()).isEqualTo("Hẹn cho số liệu <tuần sau> & gửi công văn");
        assertThat(call.get("readiness").asInt()).isEqualTo(4);
        assertThat(call.get("nextStep").isNull()).isTrue();
        assertThat(call.get("madeBy").asText()).isEqualTo("officer2");

        Page desk = Workplace.desk("officer1");
        Locator strip = openTask(desk, taxCode).locator(".form-pane .ou-recent");
        assertThat(strip.locator(".ou-contact-warning")).containsText("Trần Văn Bình đã liên hệ doanh nghiệp này ngày "
                + WRITTEN.format(Workplace.today()));
        assertThat(strip.locator("li")).containsText("Hẹn cho số liệu <tuần sau> & gửi công văn");
        Chromium.picture(desk, "contacts-strip");

        tab(desk, "Liên hệ");
        desk.locator(".ou-contact-add").click();
        choose(desk, ".ou-kinds", "Đến tận nơi");
        desk.locator("input[name=day]").fill(WRITTEN.format(Workplace.today().minusDays(1)));
        desk.locator("input[name=withWhom]").fill("giám đốc");
        desk.locator("textarea[name=said]").fill("Nghe giới thiệu");
        desk.locator("input[name=nextStep]").fill("Gặp lại");
        desk.getByText("sau 3 ngày", new Page.GetByTextOptions().setExact(true)).click();
        save(desk);
        Locator question = desk.locator("dialog.ou-dialog");
        assertThat(question).containsText("Trần Văn Bình");
        question.getByText("Chọn ngày khác").click();
        assertThat(contacts(taxCode)).as("nothing is written before the answer").hasSize(1);
        save(desk);
        question.getByText("Vẫn hẹn ngày này").click();
        assertThat(desk.locator(".ou-contact")).hasCount(2);

        JsonNode visit = contacts(taxCode).get(1);
        assertThat(visit.get("nextDay").asText()).isEqualTo(Workplace.today().plusDays(3).toString());
        assertThat(visit.get("day").asText()).isEqualTo(Workplace.today().minusDays(1).toString());
        assertThat(visit.get("readiness").isNull()).isTrue();
        assertThat(visit.get("madeBy").asText()).isEqualTo("officer1");

        tab(desk, FORM);
        assertThat(strip.locator("li")).hasCount(2);
        assertThat(timelineOf("officer1", taxCode)).contains("giám đốc: Nghe giới thiệu");
        assertThat(timelineOf("zoneunion", taxCode)).doesNotContain("Nghe giới thiệu");
        assertThat(Workplace.application().as("zoneunion").get(path(taxCode)).status()).isEqualTo(403);
        assertThat(Workplace.application().as("integration").get(path(taxCode)).status()).isEqualTo(403);
    }

    @Test
    void aWrongEntryIsNamedWithoutLoss_andAMistakeIsCorrectedWithItsReason() {
        String taxCode = scheduledFor("officer1");
        Page desk = Workplace.desk("officer1");
        openTask(desk, taxCode);
        tab(desk, "Liên hệ");
        assertThat(desk.locator(".ou-contacts")).containsText("Chưa có liên hệ nào được ghi.");
        desk.locator(".ou-contact-add").click();
        choose(desk, ".ou-kinds", "Họp, làm việc");
        desk.locator(".ou-contact-level summary").click();
        choose(desk, ".ou-levels", "1 – Phản đối");
        desk.locator("textarea[name=said]").fill("Không đồng ý");
        desk.locator("input[name=withWhom]").fill("giám đốc 0903 123 456");
        save(desk);
        assertThat(desk.locator(".ou-contact-form")).containsText("ghi số điện thoại, thư điện tử");
        assertThat(contacts(taxCode)).isEmpty();

        // Whoever looks at the form in between finds what was typed.
        tab(desk, FORM);
        tab(desk, "Liên hệ");
        assertThat(desk.locator("textarea[name=said]")).hasValue("Không đồng ý");
        desk.locator(".ou-chips button", new Page.LocatorOptions().setHasText("giám đốc")).click();
        save(desk);
        assertThat(desk.locator(".ou-contact")).containsText("1/5 Phản đối");

        desk.locator(".ou-contact-tools button", new Page.LocatorOptions().setHasText("Sửa")).click();
        Locator correction = desk.locator("dialog.ou-dialog");
        correction.locator(".ou-levels .ou-choice", new Locator.LocatorOptions().setHasText("2 – E ngại")).click();
        correction.locator("[name=reason]").fill("Chọn nhầm mức");
        correction.locator(".ou-contact-send .ou-primary").click();
        assertThat(desk.locator(".ou-contact")).containsText("2/5 E ngại");
        desk.locator(".ou-contact-trace input").check();
        assertThat(desk.locator(".ou-contact")).hasCount(2);
        Chromium.picture(desk, "contacts-corrected");

        List<JsonNode> rows = contacts(taxCode);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("readiness").asInt()).isEqualTo(2);
            assertThat(row.get("reason").asText()).isEqualTo("Chọn nhầm mức");
        });
    }

    @Test
    void theSessionEndsWhileAContactIsTyped_andNothingOfItIsLost() {
        String taxCode = scheduledFor("officer2");
        Page desk = Workplace.desk("officer2");
        desk.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        desk.locator(".ou-contact-add").click();
        choose(desk, ".ou-kinds", "Gọi điện");
        desk.locator("input[name=withWhom]").fill("giám đốc");
        desk.locator("textarea[name=said]").fill("Sẽ gọi lại");
        desk.context().clearCookies();
        save(desk);
        Locator login = desk.locator("dialog.ou-dialog");
        assertThat(login).containsText("Phiên làm việc đã hết");
        assertThat(login.locator("input[name=user]")).hasValue("officer2");
        assertThat(login.locator("input[name=password]")).isFocused();
        Chromium.picture(desk, "session-over");
        login.locator("input[name=password]").fill("officer2");
        Workplace.sends(desk, "POST", "/contacts", () -> login.locator("button.ou-primary").click());
        assertThat(desk.locator(".ou-contact")).containsText("Sẽ gọi lại");
        assertThat(desk.locator(".ou-contact-add")).isInViewport();
        assertThat(contacts(taxCode)).singleElement().satisfies(row -> assertThat(row.get("said").asText()).isEqualTo("Sẽ gọi lại"));
        desk.context().close();
    }

    @Test
    void aCallIsLoggedOnItsCardInThreeClicks_orAtTheHeadOfTheEnterprise() {
        String officer = Workplace.officer("Phạm Ghi", "Nhanh");
        String taxCode = Workplace.surveyAgreed("TNHH Ghi nhanh", officer);
        Page desk = Workplace.desk(officer);
        Locator card = desk.locator(".ou-start-tasks [data-task]", new Page.LocatorOptions().setHasText("TNHH Ghi nhanh"));
        card.getByText("Ghi liên hệ").click();
        choose(desk, "dialog .ou-kinds", "Gọi điện");
        assertThat(desk.locator("dialog input[name=withWhom]")).isFocused();
        desk.keyboard().type("phòng nhân sự");
        desk.keyboard().press("Enter");
        desk.keyboard().type("Hẹn gửi số liệu");
        Chromium.picture(desk, "contact-on-a-card");
        save(desk);
        assertThat(card.locator(".ou-work-contact")).containsText(WRITTEN.format(Workplace.today()) + " (gọi điện)");

        Page phone = Workplace.phone(officer);
        phone.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        phone.locator(".ou-profile-tools").getByText("Ghi liên hệ").tap();
        phone.locator("dialog .ou-kinds .ou-choice", new Page.LocatorOptions().setHasText("Đến tận nơi")).tap();
        phone.locator("dialog .ou-chips button", new Page.LocatorOptions().setHasText("giám đốc")).tap();
        assertThat(phone.locator("dialog textarea[name=said]")).isFocused();
        phone.keyboard().type("Đã trao giấy mời");
        Chromium.picture(phone, "contact-at-the-head");
        phone.locator("dialog .ou-contact-send .ou-primary").tap();
        assertThat(phone.locator("#contacts .ou-contact")).hasCount(2);
        assertThat(contacts(taxCode)).extracting(row -> row.get("said").asText())
                .containsExactlyInAnyOrder("Hẹn gửi số liệu", "Đã trao giấy mời");

        // Who does not work with owners is not offered what would be refused.
        Page committee = Workplace.desk("committee");
        committee.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        assertThat(committee.locator(".ou-profile-name")).isVisible();
        assertThat(committee.getByText("Ghi liên hệ")).hasCount(0);
        for (Page page : List.of(desk, phone, committee)) {
            page.context().close();
        }
    }

    /** Nothing but the one line has to be typed, and everything is as large as a thumb. */
    private static void logOnAPhone(String taxCode) {
        Page phone = Workplace.phone("officer2");
        openTask(phone, taxCode);
        assertThat(phone.locator(".form-pane .ou-recent summary")).hasText("Chưa có liên hệ nào được ghi");
        tab(phone, "Liên hệ");
        phone.locator(".ou-contact-add").tap();
        assertThat(phone.locator("input[name=day]")).hasValue(WRITTEN.format(Workplace.today()));
        assertThat(phone.locator(".ou-levels")).containsText("1 là thấp nhất (phản đối), 5 là cao nhất (chủ động phối hợp)");
        Chromium.atLeast(phone.locator(".ou-contact-form :is(.ou-choice, .ou-button, .ou-day-open)"), "height", 44);
        phone.locator(".ou-kinds .ou-choice", new Page.LocatorOptions().setHasText("Gọi điện")).tap();
        phone.locator(".ou-chips button", new Page.LocatorOptions().setHasText("phòng nhân sự")).tap();
        phone.locator("textarea[name=said]").fill("Hẹn cho số liệu <tuần sau> & gửi công văn");
        phone.locator(".ou-contact-level summary").tap();
        phone.locator(".ou-levels .ou-choice", new Page.LocatorOptions().setHasText("4 – Đồng tình")).tap();
        Chromium.picture(phone, "contacts-phone");
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isTrue();
        phone.locator(".ou-contact-send .ou-primary").tap();
        assertThat(phone.locator(".ou-contact")).containsText("4/5 Đồng tình");
    }

    // -------------------------------------------------------------------------------------------------------------------

    /** An enterprise of this member, whose survey is to be arranged. */
    private static String scheduledFor(String member) {
        String taxCode = TaxCodes.next();
        Rest officer = Workplace.application().as(member);
        officer.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Liên hệ " + taxCode, "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", member)).ok();
        officer.startCase(taxCode).ok();
        return taxCode;
    }

    private static Page openTask(Page page, String taxCode) {
        return new TasklistPage(page, Workplace.application().address()).openById(
                Workplace.application().as("officer1").tasks(taxCode).get(0).get("id").asText()).page();
    }

    private static void tab(Page page, String label) {
        page.locator("ul.nav-tabs li a", new Page.LocatorOptions().setHasText(label)).click();
    }

    private static void choose(Page page, String group, String text) {
        page.locator(group + " .ou-choice", new Page.LocatorOptions().setHasText(text)).click();
    }

    private static void save(Page page) {
        page.locator(".ou-contact-send .ou-primary").click();
    }

    private static String path(String taxCode) {
        return "/api/v1/enterprises/" + taxCode + "/contacts";
    }

    private static List<JsonNode> contacts(String taxCode) {
        List<JsonNode> contacts = new ArrayList<>();
        Workplace.application().as("office").get(path(taxCode)).ok().json().get("items").forEach(contacts::add);
        return contacts;
    }

    private static String timelineOf(String user, String taxCode) {
        return Workplace.application().as(user).get("/api/v1/enterprises/" + taxCode + "/timeline").ok().body();
    }
}
