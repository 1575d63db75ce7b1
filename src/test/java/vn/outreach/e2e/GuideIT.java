package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new officer's first day with the guide at {@code /app/help} and nothing else, on a desk and on a phone; it takes the guide's pictures. */
@BrowserTest
class GuideIT {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Path GUIDE = Path.of("src", "main", "resources", "static", "app", "pictures");
    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    @Test
    void aFirstDayOnAPhone() throws IOException {
        firstDay(Workplace.phone("officer1"), "TNHH May Mặc Sớm Mai", true);
    }

    @Test
    @Tag("everything")
    void aFirstDayOnADesk() throws IOException {
        firstDay(Workplace.desk("officer1"), "TNHH Cơ Khí Bình Minh", false);
    }

    @Test
    void theGuideIsInThePersonsMenu_andShowsItsPictures() {
        Page page = Workplace.phone("officer1");
        page.locator("details.ou-me summary").tap();
        Locator guide = page.locator("details.ou-me a").filter(new Locator.FilterOptions().setHasText("Hướng dẫn"));
        assertThat(guide).isInViewport();
        guide.tap();
        page.waitForURL("**/app/help");
        Locator pictures = page.locator(".ou-guide img");
        pictures.first().waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(pictures.count()).isGreaterThanOrEqualTo(6);
        assertThat(page.locator(".ou-guide-roles h3")).containsText(new String[] {"Phụ trách đơn vị", "Ban Tổ chức", "Ban Thường vụ", "Ban Chỉ đạo"});
        assertThat(page.locator(".ou-guide a").first()).hasCSS("color", "rgb(143, 29, 29)");
        for (Locator picture : pictures.all()) {
            picture.scrollIntoViewIfNeeded();
            page.waitForFunction("image => image.complete && image.naturalWidth > 0", picture.elementHandle());
        }
        page.context().close();
    }

    /** What is done every day takes no more clicks than it must, each act from where it begins; what is typed is no click. */
    @Test
    void theActsOfADayTakeSoManyClicks_atADesk() throws IOException {
        actsOfADay(Workplace::desk, "bàn");
    }

    @Test
    void theActsOfADayTakeSoManyTaps_onAPhone() throws IOException {
        actsOfADay(Workplace::phone, "điện thoại");
    }

    private static void actsOfADay(Function<String, Page> window, String where) throws IOException {
        String officer = Workplace.officer("Vũ Thị", "Đếm");
        String surveyed = Workplace.surveyAgreed("TNHH Đếm khảo sát " + where, officer);
        Clicks clicks = new Clicks(window.apply(officer));
        Page page = clicks.page;
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address());
        String survey = Workplace.task("officer1", surveyed, "conductSurvey");

        clicks.begin("/app");
        assertThat(page.locator("#main a").filter(new Locator.FilterOptions().setHasText("Xem tất cả")).first())
                .not().hasCSS("color", "rgb(0, 0, 238)");
        taskOnStartPage(page, survey).click();
        assertThat(page.locator(".task-details h2, .column-right h2").first()).isInViewport();
        clicks.mustBe(1, "the most urgent task is open");

        tasklist.opened(survey);
        clicks.begin();
        tab(page, "Giấy tờ");
        byte[] photo = photo();
        FileChooser camera = page.waitForFileChooser(() -> page.locator(".ou-file-buttons button").first().click());
        camera.setFiles(new FilePayload("IMG_0009.jpg", "image/jpeg", photo));
        page.locator(".ou-paper-form select[name=type]").selectOption("PHOTO");
        page.locator(".ou-paper-form .ou-primary").click();
        assertThat(page.locator(".ou-paper")).hasCount(1);
        clicks.mustBe(3, "a photo is a paper of the survey");

        clicks.begin("/app");
        taskOnStartPage(page, survey).click();
        FormPage form = tasklist.opened(survey).form().fill("surveyResult", "COMPLETED");
        page.locator(".ou-sections button").click();
        Map<String, Object> required = Workplace.sheet();
        required.remove("ownership");
        form.fill(required);
        tasklist.complete();
        clicks.mustBe(6, "the survey is sent with its required fields");

        clicks.begin("/app");
        page.locator(".ou-mine-list a").filter(new Locator.FilterOptions().setHasText(surveyed)).click();
        assertThat(page.locator(".ou-profile-code")).containsText(surveyed);
        clicks.mustBe(1, "the enterprise is read");

        String met = ownerToBeMet("TNHH Đếm gặp gỡ " + where, officer);
        clicks.begin("/app");
        Locator card = page.locator(".ou-start-tasks [data-task]").filter(new Locator.FilterOptions().setHasText("Đếm gặp gỡ"));
        card.getByText("Ghi liên hệ").click();
        page.locator("dialog .ou-kinds .ou-choice").filter(new Locator.FilterOptions().setHasText("Gọi điện")).click();
        assertThat(page.locator("dialog input[name=withWhom]")).isFocused();
        page.keyboard().type("phòng nhân sự");
        page.keyboard().press("Enter");
        page.keyboard().type("Hẹn gặp tuần này");
        Workplace.sends(page, "POST", "/contacts", () -> page.locator(".ou-contact-send .ou-primary").click());
        clicks.mustBe(3, "a call is logged");

        clicks.begin("/app");
        String meeting = Workplace.task("officer1", met, "prepareMeeting");
        taskOnStartPage(page, meeting).click();
        form = tasklist.opened(meeting).form();
        page.locator(".form-pane [id$='-field_meetingDate-date']").click();
        form.fill("meetingDate", Workplace.today());
        tasklist.complete();
        clicks.mustBe(4, "a meeting is planned");

        page.navigate(Workplace.application().address() + "/app/enterprises/" + met);
        Locator drafts = page.locator(".ou-draft-step").filter(new Locator.FilterOptions().setHasText("Giấy mời")).first();
        assertThat(drafts).isVisible();
        clicks.begin();
        drafts.getByText("Tạo dự thảo: Giấy mời").click();
        Download invitation = page.waitForDownload(() -> drafts.locator(".ou-draft-word").getByText("Tải về").click());
        assertThat(invitation.suggestedFilename()).endsWith(".docx");
        clicks.mustBe(2, "a paper is drafted and fetched from the enterprise's page");
        page.context().close();

        decision(window, where);
    }

    /** The committee has the task before it claims it: claiming and deciding are two acts. */
    private static void decision(Function<String, Page> window, String where) {
        String cell = Workplace.cellRequested("TNHH Đếm chi bộ " + where);
        String decision = Workplace.task("committee", cell, "decideCellFounding");
        Clicks clicks = new Clicks(window.apply("committee"));
        clicks.begin("/app");
        taskOnStartPage(clicks.page, decision).click();
        TasklistPage tasklist = new TasklistPage(clicks.page, Workplace.application().address()).opened(decision).claim();
        tasklist.form().fill("cellDecision", "FOUNDED").fill("decisionNumber", "21-QĐ/ĐUK").fill("decisionDate", Workplace.today());
        tasklist.complete();
        clicks.mustBe(5, "the committee decides on a cell");
        assertThat(Workplace.as("committee").get("/api/v1/outcomes?step=decideCellFounding&enterprise=" + cell).ok().json()
                .get("total").asInt()).isEqualTo(1);
        clicks.page.context().close();
    }

    private static Locator taskOnStartPage(Page page, String task) {
        return page.locator("#main .ou-start-tasks a[href*='task=" + task + "']").first();
    }

    /** An enterprise that was surveyed before: the talk with its owner is to be prepared. */
    private static String ownerToBeMet(String name, String officer) {
        String taxCode = TaxCodes.next();
        Workplace.as(officer).post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", name, "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", officer,
                "surveyedOn", Workplace.today().minusDays(30).toString())).ok();
        Workplace.as(officer).startCase(taxCode).ok();
        return taxCode;
    }

    /** How often a person pressed, counted by the page itself, from page to page. */
    private static final class Clicks {

        private final Page page;

        Clicks(Page page) {
            this.page = page;
            page.addInitScript("addEventListener('pointerdown', press => press.isTrusted"
                    + " && sessionStorage.setItem('presses', 1 + Number(sessionStorage.getItem('presses'))), true)");
        }

        void begin(String address) {
            page.navigate(Workplace.application().address() + address);
            begin();
        }

        void begin() {
            page.evaluate("sessionStorage.setItem('presses', 0)");
        }

        void mustBe(int most, String act) {
            int presses = ((Number) page.evaluate("Number(sessionStorage.getItem('presses'))")).intValue();
            assertThat(presses).as(act).isBetween(1, most);
        }
    }

    private void firstDay(Page page, String name, boolean phone) throws IOException {
        String code = Workplace.surveyAgreed(name);
        mostUrgent(page, phone);
        enterprise(page, code, name, phone);
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        call(page, code, phone);
        papers(page, code, phone);
        tab(page, "Biểu mẫu");
        tasklist.form().fill("surveyResult", "COMPLETED").fill("workerCount", 640);
        Chromium.settled(page);
        if (!phone) {
            Chromium.published(page, GUIDE, "guide-form");
            Chromium.published(page, PICTURES, "survey");
        }
        tasklist.form().fill(Map.of("unionMembers", 20, "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5,
                "probationaryMembers", 1, "accessibility", "EASY", "ownerAttitude", "SUPPORTIVE", "conductedOn", Workplace.today()));
        tasklist.complete();
        JsonNode done = officer().get("/api/v1/outcomes?enterprise=" + code + "&step=conductSurvey").ok().json();
        assertThat(done.get("total").asInt()).isEqualTo(1);
        assertThat(done.get("items").get(0).get("recordedBy").asText()).isEqualTo("officer1");
        assertThat(officer().get("/api/v1/enterprises/" + code).ok().json().get("workers").asInt()).isEqualTo(640);
        deputy(page, phone);
        page.context().close();
    }

    /** Step 1: what is overdue for longest stands first, in red. */
    private static void mostUrgent(Page page, boolean phone) {
        page.navigate(Workplace.application().address() + "/app");
        page.locator("#main a[href*='task=']").first().waitFor();
        Chromium.settled(page);
        JsonNode first = officer().get("/api/v1/tasks?filter=mine&size=1").ok().json().get("items").get(0);
        assertThat(first.get("overdue").asBoolean()).isTrue();
        Locator link = page.locator("#main a[href*='task=']").first();
        assertThat(link.getAttribute("href")).contains(first.get("id").asText());
        assertThat(page.locator("#main .ou-late").first()).containsText("quá hạn");
        if (phone) {
            Chromium.published(page, GUIDE, "guide-day");
        } else {
            Chromium.published(page, PICTURES, "my-day");
        }
    }

    /** Step 2. */
    private static void enterprise(Page page, String code, String name, boolean phone) {
        page.navigate(Workplace.application().address() + "/app/enterprises/" + code);
        assertThat(page.locator("#main h1")).containsText(name);
        Chromium.settled(page);
        assertThat(page.locator("#main")).containsText("Khảo sát doanh nghiệp");
        if (phone) {
            Chromium.published(page, GUIDE, "guide-enterprise");
        } else {
            Chromium.published(page, PICTURES, "enterprise");
        }
    }

    /** Step 3. */
    private static void call(Page page, String code, boolean phone) {
        tab(page, "Liên hệ");
        page.locator(".ou-contact-add").click();
        page.locator(".ou-kinds .ou-choice", new Page.LocatorOptions().setHasText("Gọi điện")).click();
        page.locator(".ou-chips button", new Page.LocatorOptions().setHasText("phòng nhân sự")).click();
        page.locator("textarea[name=said]").fill("Phòng nhân sự xác nhận giờ đến khảo sát");
        page.locator(".ou-contact-level summary").click();
        page.locator(".ou-levels .ou-choice", new Page.LocatorOptions().setHasText("4 – Đồng tình")).click();
        if (phone) {
            Chromium.published(page, GUIDE, "guide-contact");
        }
        page.locator(".ou-contact-form .ou-primary").click();
        page.locator(".ou-contact").first().waitFor();
        JsonNode contact = officer().get("/api/v1/enterprises/" + code + "/contacts").ok().json().get("items").get(0);
        assertThat(contact.get("kind").asText() + " " + contact.get("readiness").asInt()).isEqualTo("CALL 4");
    }

    /** Steps 5 and 6: a photo becomes a paper, and the minutes are drafted, numbered and fetched to be printed. */
    private static void papers(Page page, String code, boolean phone) throws IOException {
        tab(page, "Giấy tờ");
        page.locator(".ou-papers .ou-file-buttons").waitFor();
        page.locator(".ou-file-buttons input[type=file]").last().setInputFiles(new FilePayload("IMG_0007.jpg", "image/jpeg", photo()));
        page.locator(".ou-paper-form select[name=type]").selectOption("PHOTO");
        page.locator(".ou-paper-form .ou-primary").click();
        page.locator(".ou-paper").waitFor();
        page.locator(".ou-drafts button", new Page.LocatorOptions().setHasText("Biên bản")).first().click();
        Locator word = page.locator(".ou-draft-word");
        assertThat(word).containsText("Đã tạo dự thảo số ");
        Download minutes = page.waitForDownload(() -> word.getByText("Tải về").click());
        assertThat(minutes.suggestedFilename()).endsWith(".docx");
        if (phone) {
            Chromium.published(page, GUIDE, "guide-papers");
        }
        JsonNode papers = officer().get("/api/v1/enterprises/" + code + "/papers").ok().json().get("items");
        assertThat(papers.findValuesAsText("type")).contains("PHOTO", "WORK_MINUTES");
    }

    /** Step 7: from tomorrow, so that nothing of the others' tests moves today. */
    private static void deputy(Page page, boolean phone) {
        page.navigate(Workplace.application().address() + "/app/deputies");
        page.locator("select[name=deputy] option[value=officer2]").waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.locator("select[name=deputy]").selectOption("officer2");
        page.locator(".ou-deputy-mode", new Page.LocatorOptions().setHasText("Thay hẳn")).click();
        page.locator("input[name=from]").fill(WRITTEN.format(Workplace.today().plusDays(1)));
        page.locator("input[name=to]").fill(WRITTEN.format(Workplace.today().plusDays(3)));
        page.locator("[name=reason]").fill("Tập huấn");
        if (phone) {
            Chromium.published(page, GUIDE, "guide-deputy");
        }
        String absence = Workplace.sends(page, "POST", "/api/v1/deputies", () -> page.locator(".ou-deputy-form .ou-primary").click())
                .get("id").asText();
        assertThat(page.locator("[data-absence='" + absence + "']")).containsText("Trần Văn Bình thay");
        assertThat(officer().get("/api/v1/deputies").ok().json()).as("the database has the absence").anySatisfy(row -> {
            assertThat(row.get("id").asText()).isEqualTo(absence);
            assertThat(row.at("/person/id").asText() + " " + row.at("/deputy/id").asText()).isEqualTo("officer1 officer2");
            assertThat(row.get("endedAt").isNull()).isTrue();
        });
        officer().post("/api/v1/deputies/" + absence + "/end", Map.of()).ok();
    }

    private static Rest officer() {
        return Workplace.application().as("officer1");
    }

    private static void tab(Page page, String name) {
        page.locator(".task-details, .task-card, .column-right").getByText(name, new Locator.GetByTextOptions().setExact(true)).first().click();
    }

    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x4a7a4a));
        pen.fillRect(60, 120, 520, 300);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
