package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.outreach.intake.Lists;
import vn.outreach.testing.OutreachTest;

/** A zone's list of 300 enterprises: sent, looked through, mended, written, sent again, taken back. */
@BrowserTest
class IntakeIT {

    private static final int ENTERPRISES = 300;
    private static final Path GUIDE = Path.of("src", "main", "resources", "static", "app", "pictures");

    @Test
    void aZonesListIsPreviewed_mended_written_changesNothingTheSecondTime_andIsTakenBack() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        rows.add(Lists.cells("BAN QUẢN LÝ KHU CÔNG NGHIỆP"));
        rows.add(Lists.cells("DANH SÁCH DOANH NGHIỆP NĂM 2026"));
        rows.add(Lists.cells("STT", "Tên doanh nghiệp", "MST", "Tổng số LĐ", "Giám đốc", "Điện thoại"));
        rows.add(Lists.cells("I. KCN Phú Mỹ II"));
        for (int i = 1; i <= ENTERPRISES; i++) {
            rows.add(Lists.cells(i, "Công ty TNHH Thử Nạp Số " + i, OutreachTest.newTaxCode(), i == 2 ? "khoảng 120" : "" + (100 + i), "Nguyễn Văn Kín", "0913 111 222"));
        }
        rows.add(Lists.cells("Cộng", null, null, "75.150"));
        rows.add(Lists.cells(null, "Người lập biểu"));
        byte[] file = Lists.sheet("Phú Mỹ II", rows.toArray(Object[][]::new));

        Page desk = Workplace.desk("organisation");
        send(desk, file);
        assertThat(desk.locator(".ou-intake-summary")).hasText("299 mới, 0 thay đổi, 1 cần trả lời.");
        assertThat(desk.locator(".ou-intake")).containsText("Không đọc các cột về cá nhân: Giám đốc, Điện thoại.");
        assertThat(desk.locator(".ou-intake")).not().containsText("Kín");
        Chromium.published(desk, GUIDE, "guide-intake");
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(desk).setLegacyMode(true).analyze().getViolations()).isEmpty();

        desk.locator("[data-state=ASK]").click();
        assertThat(desk.locator(".ou-intake-finding p")).hasText("Dòng 6: “khoảng 120” không phải số chính xác; có thể là 120?");
        Workplace.sends(desk, "PATCH", "/rows/2", () -> desk.locator("[data-answer=ACCEPT]").click());
        assertThat(desk.locator(".ou-intake-summary")).hasText("300 mới, 0 thay đổi.");

        desk.locator("[data-act=ALL_OR_NOTHING]").click();
        assertThat(desk.locator(".ou-plan-badge")).hasText("Đã nạp");
        assertThat(desk.locator(".ou-intake-summary")).containsText("Đã ghi 300 dòng.");

        Page phone = Workplace.phone("organisation");
        send(phone, file);
        Locator answered = phone.locator("[data-answer=ACCEPT]");
        Workplace.sends(phone, "PATCH", "/rows/2", answered::click);
        assertThat(phone.locator(".ou-intake-summary")).hasText("0 mới, 0 thay đổi, 300 không đổi.");
        org.assertj.core.api.Assertions.assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        phone.context().close();

        String register = desk.url();
        send(desk, file, "PLAN_ROWS");
        Workplace.sends(desk, "PATCH", "/rows/2", () -> desk.locator("[data-answer=ACCEPT]").click());
        assertThat(desk.locator(".ou-intake-summary")).hasText("300 mới, 0 thay đổi.");
        desk.locator("[data-act=VALID_ROWS]").click();
        assertThat(desk.locator(".ou-intake-summary")).containsText("Đã ghi 300 dòng.");
        takenBack(desk);

        desk.navigate(register);
        takenBack(desk);
        desk.context().close();
    }

    private static void takenBack(Page desk) {
        desk.locator("[data-act=undo]").click();
        desk.locator("dialog input[name=reason]").fill("Danh sách thử");
        Workplace.sends(desk, "POST", "/undo", () -> desk.locator("dialog .ou-primary").click());
        assertThat(desk.locator(".ou-intake")).containsText("Đã hoàn tác 300 dòng, 0 dòng giữ nguyên.");
    }

    /** An officer comes back with what was found in a sheet; the task is done without being opened. */
    @Test
    void anOfficersSurveysAreRecordedFromAList() {
        String code = Workplace.surveyAgreed("TNHH Khảo sát từ tệp");
        byte[] file = Lists.sheet("Phiếu",
                Lists.cells("Mã số thuế", "Ngày khảo sát", "Số lao động", "Đoàn viên công đoàn", "Đoàn viên thanh niên", "Số chi đoàn",
                        "Đảng viên chính thức", "Đảng viên dự bị", "Thái độ chủ doanh nghiệp", "Mức độ tiếp cận"),
                Lists.cells(code, Workplace.today(), 610, 0, 0, 0, 3, 0, "Ủng hộ", "Dễ tiếp cận"));
        Page desk = Workplace.desk("officer1");
        send(desk, file, "SURVEYS");
        assertThat(desk.locator(".ou-intake-summary")).hasText("1 mới, 0 thay đổi.");
        assertThat(desk.locator("[data-act=ALL_OR_NOTHING]")).isHidden();
        desk.locator("[data-act=VALID_ROWS]").click();
        assertThat(desk.locator(".ou-intake-summary")).containsText("Đã ghi 1 dòng.");
        assertThat(desk.locator("[data-act=undo]")).isHidden();

        desk.navigate(Workplace.application().address() + "/app/enterprises/" + code);
        assertThat(desk.locator("#main")).containsText("610");
        desk.context().close();
    }

    private static void send(Page page, byte[] file) {
        send(page, file, "REGISTER");
    }

    private static void send(Page page, byte[] file, String kind) {
        page.navigate(Workplace.application().address() + "/app/intake");
        page.locator(".ou-intake-form select[name=kind]").selectOption(kind);
        if (kind.equals("PLAN_ROWS")) {
            // No other test plans this year.
            page.locator(".ou-intake-form input[name=planYear]").fill("2017");
        }
        page.locator(".ou-intake-form input[type=file]").setInputFiles(new FilePayload("Danh sách Phú Mỹ II.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file));
        assertThat(page.locator(".ou-intake-form .ou-file + .ou-hint")).containsText("Danh sách Phú Mỹ II.xlsx");
        page.locator(".ou-intake-form .ou-primary").click();
        assertThat(page.locator(".ou-intake h1")).hasText("Danh sách Phú Mỹ II.xlsx");
    }
}
