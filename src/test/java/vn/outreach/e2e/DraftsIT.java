package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.outreach.document.draft.WordFixture;

/** A paper by one click, as the officer who stands before the meeting makes it. */
@BrowserTest
class DraftsIT {


    @Test
    void theMinutesAreDraftedBesideTheTask_withTheirNumber_andASecondTimeOnPurposeOnly() throws IOException {
        String taxCode = meetingPlanned("TNHH Dự thảo “Đông Á” <thử>");
        Page page = Workplace.desk("officer1");
        new TasklistPage(page, Workplace.application().address()).openStep(taxCode, "meetOwner");
        Locator earlier = page.locator(".ou-earlier");
        assertThat(earlier).containsText("Chuẩn bị cuộc gặp");
        assertThat(earlier).containsText("Nơi gặp");
        assertThat(earlier).containsText("Hội trường <nhà máy> 2");
        assertThat(earlier).containsText("Mang theo tờ gấp");
        Chromium.picture(page, "earlier-steps-desk");
        tab(page);

        Locator minutes = page.locator(".ou-drafts button", new Page.LocatorOptions().setHasText("Tạo dự thảo: Biên bản làm việc"));
        minutes.click();
        Locator word = page.locator(".ou-draft-word");
        assertThat(word).containsText("Đã tạo dự thảo số ");
        assertThat(page.locator(".ou-paper")).containsText("Biên bản làm việc");
        Chromium.picture(page, "drafts-desk");
        Download download = page.waitForDownload(() -> word.getByText("Tải về").click());
        String text = WordFixture.text(Files.readAllBytes(download.path()));

        JsonNode papers = papers(taxCode);
        assertThat(papers.get("total").asInt()).isEqualTo(1);
        JsonNode paper = papers.get("items").get(0);
        String number = paper.get("number").asText();
        assertThat(number).matches("\\d{2,}-BB/ĐUK");
        assertThat(paper.get("type").asText() + " " + paper.get("step").asText() + " " + paper.get("date").asText())
                .isEqualTo("WORK_MINUTES meetOwner " + Workplace.today());
        assertThat(word).containsText(number);
        assertThat(page.locator(".ou-paper")).containsText("Số " + number);
        assertThat(text).contains("Số " + number, "TNHH Dự thảo “Đông Á” <thử>", taxCode).doesNotContain("{{");
        assertThat(download.suggestedFilename()).endsWith(".docx");

        minutes.click();
        assertThat(page.locator("dialog")).containsText("đã có dự thảo số " + number);
        page.locator("dialog").getByText("Không", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(papers(taxCode).get("total").asInt()).as("no is no").isEqualTo(1);
        minutes.click();
        page.locator("dialog .ou-primary").click();
        assertThat(page.locator(".ou-paper")).hasCount(2);
        assertThat(papers(taxCode).get("total").asInt()).isEqualTo(2);
    }

    @Test
    void afterTheMeetingTheMinutesAreDraftedFromTheEnterprisesPage_whereItsNotesStandToo() throws IOException {
        String taxCode = meetingPlanned("TNHH Họp xong");
        Rest officer = Workplace.application().as("officer1");
        officer.complete(task(officer, taxCode, "meetOwner"), Map.of("persuasionOutcome", "DEFERRED", "metOn", Workplace.today().toString(),
                "note", "Chủ doanh nghiệp hẹn trả lời sau Tết")).ok();
        Page page = Workplace.desk("officer1");
        page.navigate(Workplace.application().address() + "/app/enterprises/" + taxCode);
        assertThat(page.locator(".ou-timeline")).containsText("Chủ doanh nghiệp hẹn trả lời sau Tết");
        assertThat(page.locator(".ou-timeline")).containsText("Hội trường <nhà máy> 2");
        Locator meeting = page.locator(".ou-draft-step", new Page.LocatorOptions().setHasText("đã làm ngày"))
                .filter(new Locator.FilterOptions().setHasText("Biên bản làm việc"));
        meeting.getByText("Tạo dự thảo: Biên bản làm việc").click();
        Locator word = meeting.locator(".ou-draft-word");
        assertThat(word).containsText("Đã tạo dự thảo số ");
        assertThat(page.locator(".ou-paper")).containsText("Biên bản làm việc");
        Chromium.picture(page, "drafts-afterwards");
        Download download = page.waitForDownload(() -> word.getByText("Tải về").click());
        assertThat(WordFixture.text(Files.readAllBytes(download.path())))
                .contains("TNHH Họp xong", "ngày " + Workplace.today().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))).doesNotContain("{{");
    }

    @Test
    void onAPhoneTheInvitationIsOneTapAway() {
        String taxCode = meetingPlanned("TNHH Giấy mời");
        Page page = Workplace.phone("officer1");
        new TasklistPage(page, Workplace.application().address()).openStep(taxCode, "meetOwner");
        tab(page);
        page.locator(".ou-drafts button", new Page.LocatorOptions().setHasText("Giấy mời")).tap();
        assertThat(page.locator(".ou-paper")).containsText("Giấy mời");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
        Chromium.picture(page, "drafts-phone");
        assertThat(papers(taxCode).get("items").get(0).get("type").asText()).isEqualTo("INVITATION");
    }

    /** A year of its own: the plan stays in its draft. */
    @Test
    void thePlanOfAYearIsDraftedWithoutANumber_andNobodyIsAskedWhetherToTakeOne() throws IOException {
        Rest organisation = Workplace.as("organisation");
        organisation.put("/api/v1/plans/2019/rows/" + Workplace.register("TNHH Kế hoạch cũ"),
                Map.of("responsibleMember", "officer1", "unit", "youthUnion")).ok();
        organisation.post("/engine-rest/process-definition/key/annualPlan/start",
                Map.of("variables", Map.of("planYear", Map.of("value", 2019, "type", "Integer")))).ok();
        Page page = Workplace.desk("organisation");
        new TasklistPage(page, Workplace.application().address()).openStep("2019", "draftPlan");
        page.locator(".nav-tabs a:visible").getByText("Kế hoạch", new Locator.GetByTextOptions().setExact(true)).click();
        Locator plan = page.locator(".ou-drafts button", new Page.LocatorOptions().setHasText("Tạo dự thảo: Kế hoạch năm"));
        Locator word = page.locator(".ou-draft-word");
        for (int i = 0; i < 2; i++) {
            Workplace.sends(page, "POST", "/drafts", plan::click);
            assertThat(word).containsText("Đã tạo dự thảo; số được cấp khi phê duyệt.");
        }
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator(".ou-draft-list li")).hasCount(1);
        Download download = page.waitForDownload(() -> word.getByText("Tải về").click());
        assertThat(WordFixture.text(Files.readAllBytes(download.path()))).contains("Số ……-KH/ĐUK", "TNHH Kế hoạch cũ").doesNotContain("{{");
        page.context().close();
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static void tab(Page page) {
        page.locator(".task-details, .task-card, .column-right").getByText("Giấy tờ", new Locator.GetByTextOptions().setExact(true)).first()
                .click();
        page.locator(".ou-drafts button").first().waitFor();
    }

    private static JsonNode papers(String taxCode) {
        return Workplace.application().as("officer1").get("/api/v1/enterprises/" + taxCode + "/papers").ok().json();
    }

    /** A case whose owner is to be met today: surveyed a while ago, so that talks begin at once. */
    private static String meetingPlanned(String name) {
        String taxCode = TaxCodes.next();
        Rest officer = Workplace.application().as("officer1");
        officer.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", name, "zone", "Phú Mỹ I", "sector", "thép",
                "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1", "surveyedOn", Workplace.today().minusDays(30).toString()))
                .ok();
        officer.startCase(taxCode).ok();
        officer.complete(task(officer, taxCode, "prepareMeeting"), Map.of("meetingDate", Workplace.today().toString(),
                "meetingPlace", "Hội trường <nhà máy> 2", "note", "Mang theo tờ gấp")).ok();
        Rest propaganda = Workplace.application().as("propaganda");
        propaganda.complete(task(propaganda, taxCode, "chooseMaterials"), Map.of("materials", "LAW_DIGEST")).ok();
        return taxCode;
    }

    private static String task(Rest who, String taxCode, String step) {
        for (JsonNode task : who.tasks(taxCode)) {
            if (task.get("taskDefinitionKey").asText().equals("userTask_" + step)) {
                return task.get("id").asText();
            }
        }
        throw new AssertionError("no task " + step + " of " + taxCode);
    }
}
