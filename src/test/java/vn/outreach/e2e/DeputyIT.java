package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody sends themselves away on a phone, and the deputy has the work; a head gives work to somebody else on a desk. */
@BrowserTest
class DeputyIT {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final String absent = Workplace.officer("Lê Thị", "Vắng");
    private final String deputy = Workplace.officer("Trần Văn", "Thay");

    @Test
    void aDeputyIsNamedWithAThumb_doesTheTaskInTasklist_andTheRestComesBack() {
        String done = surveyOf("E", absent);
        String left = surveyOf("F", absent);
        Page phone = Workplace.phone(absent);
        phone.navigate(Workplace.application().address() + "/app/deputies");
        phone.locator("select[name=deputy] option[value=" + deputy + "]").waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        phone.locator("select[name=deputy]").selectOption(deputy);
        phone.locator(".ou-deputy-mode", new Page.LocatorOptions().setHasText("Thay hẳn")).tap();
        phone.locator("input[name=to]").fill(WRITTEN.format(Workplace.today().minusDays(1)));
        phone.locator("[name=reason]").fill("Nghỉ phép");
        phone.locator(".ou-deputy-form .ou-primary").tap();
        assertThat(phone.locator(".ou-deputy-form")).containsText("không được trước ngày bắt đầu");
        phone.locator("input[name=to]").fill(WRITTEN.format(Workplace.today().plusDays(2)));
        Chromium.atLeast(phone.locator(".ou-deputy-form :is(.ou-button, select, .ou-deputy-mode, .ou-day-open)"), "height", 44);
        Chromium.picture(phone, "deputy-phone");
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isTrue();
        phone.locator(".ou-deputy-form .ou-primary").tap();
        Locator running = phone.locator(".ou-deputy-running", new Page.LocatorOptions().setHasText("Trần Văn Thay thay Lê Thị Vắng (tôi)"));
        assertThat(running).hasCount(1);
        assertThat(assignee(done)).isEqualTo(deputy);
        assertThat(assignee(left)).isEqualTo(deputy);

        Page desk = Workplace.desk(deputy);
        new TasklistPage(desk, Workplace.application().address()).openById(taskOf(done).get("id").asText())
                .complete(Map.of("surveyDate", Workplace.today(), "surveyMethod", "PHONE"));
        JsonNode row = Workplace.as(deputy).get("/api/v1/outcomes?enterprise=" + done).ok().json().get("items").get(0);
        assertThat(row.get("recordedBy").asText()).isEqualTo(deputy);
        assertThat(row.get("actedFor").asText()).isEqualTo(absent);

        running.locator(".ou-button").tap();
        phone.locator("dialog .ou-primary").tap();
        assertThat(phone.locator(".ou-toast").last()).containsText("đã trở về");
        assertThat(assignee(left)).isEqualTo(absent);
        Chromium.picture(phone, "deputy-ended");
    }

    @Test
    void aReceiverTakesATaskOverInTasklist_andManyAreDoneAtOnceInTheList() {
        String taxCode = surveyOf("D", absent);
        Workplace.as(absent).post("/api/v1/deputies", Map.of("deputy", deputy, "mode", "RECEIVER",
                "from", Workplace.today().toString(), "to", Workplace.today().plusDays(1).toString(), "reason", "Đi công tác")).ok();
        Page desk = Workplace.desk(deputy);
        new TasklistPage(desk, Workplace.application().address()).openById(taskOf(taxCode).get("id").asText());
        assertThat(desk.locator(".ou-take-over")).hasText("Nhận thay Lê Thị Vắng");
        Chromium.picture(desk, "deputy-take-over");
        desk.locator(".ou-take-over").click();
        assertThat(desk.locator(".ou-take-over")).hasCount(0);
        assertThat(assignee(taxCode)).isEqualTo(deputy);

        desk.navigate(Workplace.application().address() + "/app/tasks?filter=mine&q=" + taxCode);
        desk.locator("tr[data-task='" + taskOf(taxCode).get("id").asText() + "'] .ou-work-tick input").check();
        desk.locator("[data-action=COMPLETE]").click();
        desk.locator("dialog input[name=surveyDate]").fill(WRITTEN.format(Workplace.today()));
        desk.locator("dialog select[name=surveyMethod]").selectOption("Qua điện thoại");
        Chromium.picture(desk, "bulk-complete");
        desk.locator("dialog .ou-primary").click();
        assertThat(desk.locator(".ou-toast")).hasText("Đã xong 1 việc.");
        JsonNode row = Workplace.as(deputy).get("/api/v1/outcomes?enterprise=" + taxCode).ok().json().get("items").get(0);
        assertThat(row.get("recordedBy").asText() + " for " + row.get("actedFor").asText()).isEqualTo(deputy + " for " + absent);
        assertThat(row.get("details").get("surveyMethod").asText()).isEqualTo("PHONE");
    }

    @Test
    void aHeadGivesTasksToSomebodyElse_andIsToldWhatWasNot() {
        String one = surveyOf("A", deputy);
        String other = surveyOf("B", deputy);
        String gone = surveyOf("C", deputy);
        Page desk = Workplace.desk("officer1");
        desk.navigate(Workplace.application().address() + "/app/load");
        Locator member = desk.locator("[data-member=" + deputy + "]");
        assertThat(member.locator("[data-figure=open] dd")).hasText(String.valueOf(openOf(deputy)));
        member.locator("button", new Locator.LocatorOptions().setHasText("Xem việc")).click();
        for (String taxCode : new String[] {one, other, gone}) {
            member.locator("li[data-task='" + taskOf(taxCode).get("id").asText() + "'] input").check();
        }
        Chromium.picture(desk, "load-desk");
        String missing = taskOf(gone).get("id").asText();
        Workplace.as(deputy).complete(missing, Map.of("surveyDate", Workplace.today().toString(), "surveyMethod", "PHONE")).ok();

        member.locator("[data-action=ASSIGN]").click();
        desk.locator("dialog select[name=user]").selectOption(absent);
        desk.locator("dialog .ou-primary").click();

        Locator result = desk.locator(".ou-bulk-result");
        assertThat(result).containsText("2 việc đã xong, 1 việc không làm được");
        assertThat(result.locator("li[data-task='" + missing + "']")).containsText("Không còn việc này");
        Chromium.picture(desk, "bulk-result");
        result.locator(".ou-bulk-again").click();
        assertThat(desk.locator("dialog select[name=user]")).hasValue(absent);
        desk.locator("dialog .ou-actions button").last().click();
        assertThat(member.locator("li[data-task='" + taskOf(one).get("id").asText() + "']")).hasCount(0);
        assertThat(assignee(one)).isEqualTo(absent);
        assertThat(assignee(other)).isEqualTo(absent);
    }

    private static String surveyOf(String name, String member) {
        String taxCode = TaxCodes.next();
        Rest officer = Workplace.as(member);
        officer.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Thay " + name + " " + taxCode, "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", member)).ok();
        officer.startCase(taxCode).ok();
        return taxCode;
    }

    private static int openOf(String member) {
        return Workplace.as("officer1").get("/engine-rest/task/count?assignee=" + member).ok().json().get("count").asInt();
    }

    private static JsonNode taskOf(String taxCode) {
        return Workplace.as("officer1").tasks(taxCode).get(0);
    }

    private static String assignee(String taxCode) {
        return taskOf(taxCode).get("assignee").asText();
    }
}
