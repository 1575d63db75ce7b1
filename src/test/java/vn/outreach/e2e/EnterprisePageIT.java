package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The enterprise at hand: beside its task and on its own page, on a desk and on a phone; and where a day begins. */
@BrowserTest
class EnterprisePageIT {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Test
    void anOfficerReadsTheEnterpriseBesideTheTask_andOpensItsPage() {
        String taxCode = register("officer1");
        Rest officer = Workplace.application().as("officer1");
        officer.startCase(taxCode).ok();
        Page desk = Workplace.desk("officer1");
        desk.navigate(Workplace.application().address() + "/camunda/app/tasklist/default/#/?task="
                + officer.tasks(taxCode).get(0).get("id").asText());
        Locator tabs = desk.locator(".task-details .nav-tabs li, .nav-tabs li");
        tabs.filter(new Locator.FilterOptions().setHasText("Hồ sơ doanh nghiệp")).first().click();

        Locator profile = desk.locator(".ou-profile");
        assertThat(profile.locator(".ou-profile-name")).hasText("TNHH Hồ sơ “" + taxCode + "” <&>");
        assertThat(profile.locator(".ou-stage")).hasText("Trong kế hoạch, đang khảo sát doanh nghiệp");
        assertThat(profile.locator(".ou-way li")).hasCount(5);
        assertThat(profile.locator(".ou-way-running")).containsText("Khảo sát doanh nghiệp");
        assertThat(profile.locator(".ou-way-running")).containsText("Đang làm: hẹn ngày khảo sát");
        assertThat(profile.locator(".ou-way-running")).containsText("từ " + WRITTEN.format(Workplace.today()));
        Locator workers = profile.locator(".ou-counts > div").filter(new Locator.FilterOptions().setHasText("Số lao động"));
        assertThat(workers.locator(".ou-count")).hasText("1.234");
        assertThat(workers.locator(".ou-source")).hasText(WRITTEN.format(Workplace.today()) + " · Nguyễn Thị Hạnh");
        assertThat(profile.locator(".ou-open")).containsText("Hẹn ngày khảo sát");
        Chromium.picture(desk, "enterprise-tab");

        profile.getByText("Mở trang riêng").click();
        assertThat(desk.locator("#main h1")).hasText("TNHH Hồ sơ “" + taxCode + "” <&>");
        assertThat(desk.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Nhật ký liên hệ"))).isVisible();
        Chromium.picture(desk, "enterprise-page");
        desk.getByText("Ngày của tôi").first().click();
        assertThat(desk.locator(".ou-mine")).isVisible();
    }

    @Test
    void anEventIsReportedFromThePageOnAPhone_andTheLedgerHasIt() {
        String taxCode = register("officer1");
        Page phone = Workplace.phone("officer1");
        phone.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        phone.locator(".ou-profile-tools .ou-primary").tap();
        Locator form = phone.locator("dialog .ou-event-form");
        // No case runs: nothing but its end can be reported of this enterprise.
        assertThat(form.locator("select option")).hasCount(2);
        assertThat(form.locator("input[name=enterpriseCode]")).hasValue(taxCode);
        assertThat(form.locator("[name=reason]")).isHidden();
        form.locator("select").selectOption("enterpriseClosed");
        form.locator(".ou-actions .ou-primary").tap();
        assertThat(form).containsText("Thiếu “Lý do đóng cửa”.");
        assertThat(ledger(taxCode)).isEmpty();
        Chromium.picture(phone, "event-refused-phone");
        form.locator("[name=reason]").fill("Chuyển nhà máy <đi nơi khác>");
        form.locator(".ou-actions .ou-primary").tap();

        assertThat(phone.locator(".ou-stage")).hasText("Đã ngừng hoạt động");
        assertThat(phone.locator(".ou-timeline")).containsText("Doanh nghiệp ngừng hoạt động – Đã xong");
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
        Chromium.picture(phone, "enterprise-phone");
        JsonNode rows = ledger(taxCode);
        assertThat(rows.findValuesAsText("step")).containsExactly("enterpriseClosed", "end");
        assertThat(rows.get(0).get("recordedBy").asText()).isEqualTo("officer1");
        assertThat(rows.get(0).get("occurredOn").asText()).isEqualTo(Workplace.today().toString());
        JsonNode register = Workplace.application().as("officer1").get("/api/v1/enterprises/" + taxCode).ok().json();
        assertThat(register.get("closedReason").asText()).isEqualTo("Chuyển nhà máy <đi nơi khác>");
    }

    @Test
    void fromTheStartPageAnEventFindsItsEnterpriseByName() {
        String taxCode = register("officer1");
        Page desk = Workplace.desk("officer1");
        desk.locator(".ou-start-head .ou-primary").click();
        Locator form = desk.locator("dialog .ou-event-form");
        form.locator("input[role=combobox]").fill("hồ sơ " + taxCode);
        form.locator("[role=option]").click();
        assertThat(form.locator("select option")).hasCount(2);
        assertThat(form.locator("input[name=enterpriseCode]")).hasValue(taxCode);
        form.locator("select").selectOption("enterpriseClosed");
        form.locator("[name=reason]").fill("Giải thể");
        Chromium.picture(desk, "event-by-name");
        Workplace.sends(desk, "POST", "/submit-form", () -> form.locator(".ou-actions .ou-primary").click());
        assertThat(ledger(taxCode).findValuesAsText("step")).contains("enterpriseClosed");
        desk.context().close();
    }

    @Test
    void theDayBeginsWithOnesOwnEnterprises_onAPhoneToo() {
        String mine = register("officer3");
        register("officer2");
        Page phone = Workplace.phone("officer3");
        assertThat(phone.locator(".ou-mine-list li").filter(new Locator.FilterOptions().setHasText(mine))).containsText("Mới vào sổ");
        List<String> names = phone.locator(".ou-mine-list strong").allInnerTexts();
        assertThat(names).hasSameSizeAs(namesOf("officer3")).containsAll(namesOf("officer3"));
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
        Chromium.picture(phone, "start-phone");
        phone.locator(".ou-mine-list a").filter(new Locator.FilterOptions().setHasText(mine)).tap();
        assertThat(phone.locator(".ou-profile-code")).containsText(mine);
        assertThat(phone.locator(".ou-profile-tools")).not().containsText("Theo dõi quy trình");
    }

    @Test
    void theSteeringBoardGoesFromThePageToTheCaseInCockpit() {
        String taxCode = register("officer1");
        Workplace.application().as("officer1").startCase(taxCode).ok();
        Page desk = Workplace.desk("board");
        desk.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        assertThat(desk.locator(".ou-profile-tools")).not().containsText("Báo sự việc");
        assertThat(desk.locator("#contacts .ou-contacts, #papers .ou-papers, #readiness .ou-readiness")).hasCount(3);
        desk.getByText("Theo dõi quy trình").click();
        desk.waitForURL("**/cockpit/default/#/process-instance/*/runtime*");
        assertThat(desk.locator("body")).containsText(taxCode);
    }

    @Test
    void theUnionReadsTheEnterprise_withoutWhatIsTheOfficesOwn() {
        String taxCode = register("officer1");
        Page phone = Workplace.phone("zoneunion");
        phone.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        assertThat(phone.locator("#papers .ou-papers")).containsText("Chưa có giấy tờ nào.");
        assertThat(phone.locator("#contacts, #readiness, .ou-failure")).hasCount(0);
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    private static List<String> namesOf(String member) {
        JsonNode items = Workplace.application().as(member).get("/api/v1/enterprises?size=500&responsibleMember=" + member)
                .ok().json().get("items");
        return items.findValuesAsText("name");
    }

    private static JsonNode ledger(String taxCode) {
        return Workplace.application().as("officer1").get("/api/v1/outcomes?enterprise=" + taxCode).ok().json().get("items");
    }

    private static String register(String member) {
        String taxCode = TaxCodes.next();
        Workplace.application().as(member).post("/api/v1/enterprises", Map.of("taxCode", taxCode,
                "name", "TNHH Hồ sơ “" + taxCode + "” <&>", "zone", "Phú Mỹ I", "sector", "thép", "ownership", "DOMESTIC",
                "workers", 1234, "responsibleMember", member)).ok();
        return taxCode;
    }
}
