package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Days off as the office enters them: what would move is said before, moves after it, and comes back when the day is removed. */
@BrowserTest
class CalendarIT {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Test
    void aNewDayOffSaysWhatMoves_movesIt_andItsRemovalMovesItBack() {
        String code = Workplace.register("TNHH Lịch Nghỉ");
        Workplace.as("officer1").startCase(code).ok();
        LocalDate due = due(code);

        Page desk = Workplace.desk("office");
        open(desk, due.getYear());
        assertThat(desk.locator(".ou-cal-month")).hasCount(12);
        desk.locator("[data-act=off]").click();
        desk.locator("dialog input[name=day]").fill(SHOWN.format(due));
        desk.locator("dialog input[name=name]").fill("Nghỉ tránh bão");
        desk.locator("dialog input[name=source]").fill("Công điện của tỉnh");
        desk.locator("dialog form .ou-primary").click();
        Locator asked = desk.locator("dialog").last();
        assertThat(asked).containsText(Pattern.compile("\\d+ việc đang mở sẽ dời hạn\\."));
        Workplace.sends(desk, "PUT", "/holidays", () -> asked.locator(".ou-primary").click());
        assertThat(row(desk, due)).containsText("Nghỉ tránh bão");
        Chromium.picture(desk, "calendar-desk");
        await("the limit moves").atMost(Duration.ofSeconds(20)).until(() -> due(code).isAfter(due));

        row(desk, due).locator("button").last().click();
        assertThat(desk.locator("dialog")).containsText("việc đang mở sẽ dời hạn.");
        Workplace.sends(desk, "DELETE", "/holidays/" + due, () -> desk.locator("dialog .ou-primary").click());
        assertThat(row(desk, due)).hasCount(0);
        await("the limit moves back").atMost(Duration.ofSeconds(20)).until(() -> due(code).equals(due));
    }

    @Test
    void aPairIsEnteredByKeyboardOnAPhone_changedAndRemovedTogether_andOfficersOnlyRead() {
        Page phone = Workplace.phone("office");
        phone.evaluate("() => localStorage.setItem('outreach.language', 'en')");
        open(phone, 2046);
        assertThat(phone.locator(".ou-cal-missing").last()).containsText("2046");
        phone.locator("[data-act=pair]").focus();
        phone.keyboard().press("Enter");
        phone.locator("dialog input[name=day]").fill("03/01/2046");
        phone.locator("dialog input[name=pairedWith]").fill("07/01/2046");
        phone.locator("dialog input[name=name]").fill("Nghỉ hoán đổi");
        phone.locator("dialog input[name=source]").fill("Thông báo");
        phone.locator("dialog input[name=sure]").uncheck();
        phone.locator("dialog input[name=source]").focus();
        phone.keyboard().press("Enter");
        Locator asked = phone.locator("dialog").last();
        assertThat(asked).containsText("No open task moves.");
        Workplace.sends(phone, "PUT", "/holidays", () -> asked.locator(".ou-primary").press("Enter"));
        assertThat(row(phone, LocalDate.of(2046, 1, 7))).containsText("in place of 03/01/2046");
        assertThat(phone.locator(".ou-cal-month .ou-cal-working")).hasText("7W?");
        assertThat(phone.locator(".ou-cal-month .ou-cal-off")).hasText("3O?");
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(phone).setLegacyMode(true).analyze().getViolations()).isEmpty();
        org.assertj.core.api.Assertions.assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        Chromium.picture(phone, "calendar-phone");

        Page officer = Workplace.desk("officer1");
        open(officer, 2046);
        assertThat(row(officer, LocalDate.of(2046, 1, 3))).containsText("Chưa: văn phòng, ban tổ chức hoặc ban chỉ đạo xác nhận");
        assertThat(officer.locator("[data-act], .ou-cal-acts")).hasCount(0);

        row(phone, LocalDate.of(2046, 1, 7)).locator("button").last().click();
        Workplace.sends(phone, "DELETE", "/holidays/2046-01-07", () -> phone.locator("dialog .ou-primary").click());
        assertThat(phone.locator("[data-row]")).hasCount(0);
    }

    private static void open(Page page, int year) {
        page.navigate(Workplace.application().address() + "/app/calendar?year=" + year);
        page.locator(".ou-cal-months").waitFor();
    }

    private static Locator row(Page page, LocalDate day) {
        return page.locator("[data-row='" + day + "']");
    }

    private static LocalDate due(String code) {
        return OffsetDateTime.parse(Workplace.as("officer1").get("/api/v1/tasks?enterprise=" + code).json().get("items").get(0).get("dueAt").asText())
                .toLocalDate();
    }
}
