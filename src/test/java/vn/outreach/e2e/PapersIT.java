package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Papers as officers keep them: at a desk beside the task, and at a factory gate with a phone. */
@BrowserTest
class PapersIT {

    @Test
    void aSurveyIsCompletedOnAPhone_withAPhotoAsItsPaper() throws Exception {
        String taxCode = Workplace.surveyAgreed("TNHH Ảnh chụp");
        Page page = Workplace.phone("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(taxCode, "conductSurvey");
        byte[] photo = photo(Color.ORANGE);
        tab(page);

        FileChooser camera = page.waitForFileChooser(() -> page.getByText("Chụp ảnh").tap());
        ElementHandle field = camera.element();
        assertThat(field.getAttribute("capture")).isEqualTo("environment");
        camera.setFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", photo));
        assertThat(page.locator(".ou-paper-form select[name=type]")).hasValue("PHOTO");
        page.locator(".ou-paper-form input[name=number]").fill("01");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
        Chromium.picture(page, "papers-phone-form");
        page.locator("button:text-is('Lưu')").tap();
        page.locator(".ou-paper").waitFor();
        page.locator(".ou-paper .ou-paper-thumb").tap();
        assertShown(page.locator("dialog .ou-paper-preview img"));
        Chromium.picture(page, "papers-phone-preview");
        page.locator("dialog .ou-close").tap();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);

        JsonNode paper = papers(taxCode).get("items").get(0);
        assertThat(paper.get("sha256").asText()).isEqualTo(sha256(photo));
        assertThat(paper.get("type").asText() + " " + paper.get("step").asText() + " " + paper.get("uploadedBy").asText())
                .isEqualTo("PHOTO conductSurvey officer1");
        page.getByText("Biểu mẫu", new Page.GetByTextOptions().setExact(true)).first().tap();
        tasklist.form().fill(Workplace.sheet());
        tasklist.complete();
        assertThat(Workplace.application().as("officer1").get("/api/v1/outcomes?enterprise=" + taxCode + "&step=conductSurvey").ok().json()
                .get("total").asInt()).isEqualTo(1);
        assertThat(papers(taxCode).get("total").asInt()).as("the paper outlives its task").isEqualTo(1);
    }

    @Test
    void atADesk_papersAreAdded_replaced_describedAndWithdrawn_andAPdfOpens() throws Exception {
        String taxCode = Workplace.surveyAgreed("TNHH Giấy tờ");
        Page page = Workplace.desk("officer1");
        new TasklistPage(page, Workplace.application().address()).openStep(taxCode, "conductSurvey");
        tab(page);
        byte[] pdf = pdf("1");
        choose(page, ".ou-file-buttons", new FilePayload("Biên bản.pdf", "application/pdf", pdf));
        page.locator(".ou-paper-form .ou-primary").click();
        assertThat(page.locator(".ou-paper-form .ou-error:visible")).hasText("Chọn loại giấy tờ.");
        page.locator(".ou-paper-form select[name=type]").selectOption("WORK_MINUTES");
        page.locator(".ou-paper-form input[name=date]").fill(Workplace.today().format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        page.locator(".ou-paper-form .ou-primary").click();
        Locator paper = page.locator(".ou-paper");
        assertThat(paper).containsText("Biên bản làm việc");

        Page opened = page.waitForPopup(() -> paper.getByText("Xem", new Locator.GetByTextOptions().setExact(true)).click());
        opened.waitForLoadState();
        assertThat(opened.url()).as("no page of the browser's that says no").endsWith("/content");
        opened.close();

        choose(page, ".ou-paper", new FilePayload("Biên bản ký.pdf", "application/pdf", pdf("2")));
        assertThat(page.locator(".ou-paper-form")).containsText("Bản mới của");
        page.locator(".ou-paper-form .ou-primary").click();
        assertThat(paper).containsText("bản 2");
        assertThat(paper.locator("details summary")).hasText("1 bản cũ");
        paper.getByText("Sửa").first().click();
        page.locator("dialog input[name=number]").fill("7-BB/TKS");
        page.locator("dialog .ou-primary").click();
        assertThat(paper).containsText("Số 7-BB/TKS");
        Chromium.picture(page, "papers-desk");

        paper.getByText("Rút").first().click();
        page.locator("dialog .ou-primary").click();
        assertThat(page.locator("dialog .ou-error:visible").first()).containsText("Thiếu “Lý do”");
        page.locator("dialog [name=reason]").fill("Chưa đóng dấu");
        page.locator("dialog .ou-primary").click();
        assertThat(paper.locator(".ou-paper-withdrawn")).containsText("Đã rút: Chưa đóng dấu");

        choose(page, ".ou-file-buttons", new FilePayload("hoa-don.pdf", "application/pdf", "MZ\u0090 program".getBytes(StandardCharsets.ISO_8859_1)));
        page.locator(".ou-paper-form select[name=type]").selectOption("OTHER");
        page.locator(".ou-paper-form .ou-primary").click();
        assertThat(page.locator(".ou-paper-form > .ou-error")).containsText("Nội dung tệp không phải PDF");

        JsonNode items = papers(taxCode).get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("number").asText()).isEqualTo("7-BB/TKS");
        assertThat(items.get(0).get("withdrawnReason").asText()).isEqualTo("Chưa đóng dấu");
        assertThat(items.get(1).get("sha256").asText()).isEqualTo(sha256(pdf));
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static void tab(Page page) {
        page.locator(".task-details, .task-card, .column-right").getByText("Giấy tờ", new Locator.GetByTextOptions().setExact(true)).first().click();
        page.locator(".ou-papers .ou-file-buttons").waitFor();
    }

    private static void choose(Page page, String place, FilePayload file) {
        page.locator(place + " input[type=file]").last().setInputFiles(file);
        page.locator(".ou-paper-form").waitFor();
    }

    private static void assertShown(Locator picture) {
        picture.waitFor();
        picture.page().waitForFunction("image => image.complete && image.naturalWidth > 0", picture.elementHandle());
    }

    private static JsonNode papers(String taxCode) {
        return Workplace.application().as("officer1").get("/api/v1/enterprises/" + taxCode + "/papers").ok().json();
    }

    private static byte[] photo(Color color) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillOval(60, 40, 500, 400);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n%" + text)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
