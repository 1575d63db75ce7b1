package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How Tasklist's forms help whoever fills them, on a desk and on a phone. */
@BrowserTest
class FormsIT {

    /** Tasklist fetches an open list anew after so many milliseconds. */
    private static final int LISTS_COME = 10_000;

    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Test
    void aSurveyIsFilledFromTheRegister_aSlipIsAskedAbout_aRefusalStandsAtItsField() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Một");
        Page page = Workplace.desk("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        FormPage form = tasklist.form().fill("surveyResult", "COMPLETED");
        Locator workers = field(page, "workerCount");
        assertThat(workers).hasValue("600");
        form.fill(Map.of("unionMembers", 90, "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5,
                "probationaryMembers", 1, "accessibility", "EASY", "ownerAttitude", "SUPPORTIVE", "conductedOn", Workplace.today()));

        field(page, "sector").press("Enter");
        form.fill("workerCount", 60);
        page.locator(".form-pane .form-actions .btn-primary").click();
        Locator question = page.locator(".ou-dialog");
        assertThat(question).containsText("Tổng số lao động");
        assertThat(question).containsText("60, lần trước là 600");
        assertThat(Workplace.application().as("officer1").tasks(code)).as("ENTER and a slip sent nothing").hasSize(1);
        question.getByText("Sửa lại").click();

        form.fill("workerCount", 80);
        page.locator(".form-pane .form-actions .btn-primary").click();
        question.getByText("Đúng, hoàn thành").click();
        Locator refused = page.locator(".fjs-form-field[data-ou-refused]");
        assertThat(refused).containsText("nhiều hơn số lao động");
        assertThat(refused).containsText("đoàn viên công đoàn", new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        assertThat(Workplace.application().as("officer1").tasks(code)).hasSize(1);
        Chromium.picture(page, "form-refused");

        form.fill("unionMembers", 70);
        assertThat(page.locator("[data-ou-refused]")).hasCount(0);
        page.locator(".form-pane .form-actions .btn-primary").click();
        question.getByText("Đúng, hoàn thành").click();
        page.waitForURL(url -> !url.contains("task="));
        // The organisation board's task is none of the officer's: it is said whose it is, and no way leads to it.
        assertThat(page.locator(".ou-next")).containsText("Chưa ai nhận – Ban Tổ chức");
        assertThat(page.locator(".ou-next a.ou-primary")).hasCount(0);
        new TasklistPage(page, Workplace.application().address()).openStep(code, "verifyPostings");
        assertThat(page.locator(".ou-whose")).containsText("Chỉ xem. Người làm việc này: Chưa ai nhận – Ban Tổ chức");
        assertThat(page.locator("button.claim:visible")).hasCount(0);
        JsonNode enterprise = Workplace.application().as("officer1").get("/api/v1/enterprises/" + code).ok().json();
        assertThat(enterprise.get("workers").asInt()).isEqualTo(80);
        assertThat(enterprise.get("unionMembers").asInt()).isEqualTo(70);
        page.context().close();
    }

    @Test
    void aDraftBegunOnThePhoneIsFinishedAtTheDesk_andWhoLeavesIsAsked() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Hai");
        Page phone = Workplace.phone("officer1");
        TasklistPage onPhone = new TasklistPage(phone, Workplace.application().address()).openStep(code, "conductSurvey");
        onPhone.form().fill("surveyResult", "COMPLETED").fill("workerCount", 1250).fill("note", "Hẹn gặp lại “thứ Ba”");
        assertThat(phone.locator(".ou-number").getByText("= 1.250")).isVisible();
        phone.locator(".form-pane .form-actions .btn-default").click();
        assertThat(phone.locator(".ou-toast")).containsText("Đã lưu nháp trên máy chủ");
        assertThat((Boolean) phone.evaluate("() => Object.keys(localStorage).some(key => key.startsWith('camunda-form:'))")).isFalse();
        phone.context().close();

        Page desk = Workplace.desk("officer1");
        TasklistPage atDesk = new TasklistPage(desk, Workplace.application().address()).openStep(code, "conductSurvey");
        assertThat(desk.locator(".ou-draft")).containsText("bản nháp");
        assertThat(field(desk, "workerCount")).hasValue("1250");
        assertThat(field(desk, "note")).hasValue("Hẹn gặp lại “thứ Ba”");
        atDesk.form().fill("note", "đổi ý");
        desk.locator("ol.tasks-list li").filter(new Locator.FilterOptions().setHasNotText("TNHH Biểu mẫu Hai")).first().click();
        Locator question = desk.locator(".ou-dialog");
        assertThat(question).containsText("Nội dung vừa điền chưa được gửi");
        question.getByText("Ở lại").click();
        assertThat(desk).hasURL(Pattern.compile(".*task=" + Workplace.task("officer1", code, "conductSurvey") + ".*"));
        assertThat(field(desk, "note")).hasValue("đổi ý");

        desk.locator(".ou-draft button").click();
        assertThat(desk.locator(".ou-draft")).hasCount(0);
        atDesk.form().fill("surveyResult", "COMPLETED");
        assertThat(field(desk, "workerCount")).hasValue("600");
        desk.context().close();
    }

    @Test
    void aDayIsChosenInThePhonesOwnCalendar() {
        String code = Workplace.register("TNHH Biểu mẫu Chín");
        Workplace.as("officer1").startCase(code).ok();
        Page phone = Workplace.login(Workplace.chromium().phone(ANDROID), "officer1");
        List<String> errors = new CopyOnWriteArrayList<>();
        phone.onPageError(errors::add);
        TasklistPage tasklist = new TasklistPage(phone, Workplace.application().address()).openStep(code, "scheduleSurvey");
        tasklist.form().fill("surveyMethod", "VISIT");
        phone.locator(".flatpickr-mobile").fill(Workplace.today().toString());
        tasklist.complete();
        JsonNode row = Workplace.as("officer1").get("/api/v1/outcomes?step=scheduleSurvey&enterprise=" + code).ok().json().get("items").get(0);
        assertThat(row.get("details").get("surveyDate").asText()).isEqualTo(Workplace.today().toString());
        assertThat(errors).isEmpty();
        phone.context().close();
    }

    @Test
    void whatIsMissingIsNamed_theNetworkMayGo_andTheSessionToo() {
        String officer = Workplace.officer("Lý Thị", "Bảy");
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Bảy", officer);
        String other = Workplace.surveyAgreed("TNHH Biểu mẫu Tám", officer);
        Page page = Workplace.chromium().window();
        page.clock().install();
        Workplace.login(page, officer);
        new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        Locator complete = page.locator(".form-pane .form-actions .btn-primary");
        complete.click();
        assertThat(page.locator(".ou-missing")).containsText("“Kết quả khảo sát”");
        assertThat(page.locator(".page-notifications .alert:visible")).hasCount(0);

        // The first stop of the tab key of a page that was just opened leads to the form.
        page.locator(".ou-to-form").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".form-pane .fjs-container input:focus")).hasCount(1);
        page.locator(".form-pane [id$='-field_surveyResult-3']").check();
        field(page, "note").fill("chữ đang viết");
        Locator card = page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHasText("TNHH Biểu mẫu Tám"));
        assertThat(card).hasCount(1);
        page.context().setOffline(true);
        complete.click();
        assertThat(page.locator(".ou-network")).hasText(
                "Không kết nối được máy chủ. Kiểm tra mạng; nội dung đang nhập vẫn còn trên màn hình.");
        assertThat(page.locator(".page-notifications .alert:visible")).hasCount(0);
        assertThat((Boolean) complete.evaluate("button => { button.scrollIntoView({block: 'nearest'});"
                + " const box = button.getBoundingClientRect();"
                + " return button.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }")).isTrue();
        Workplace.as(officer).complete(Workplace.task("officer1", other, "conductSurvey"), Workplace.figures()).ok();
        page.context().setOffline(false);
        // The list comes by itself again, and without the task that was done meanwhile.
        page.clock().fastForward(LISTS_COME);
        assertThat(page.locator(".ou-network")).hasCount(0);
        assertThat(page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHasText("TNHH Biểu mẫu Bảy")))
                .not().hasCount(0);
        assertThat(card).hasCount(0);

        field(page, "note").fill("chữ viết trước khi hết phiên");
        page.context().clearCookies();
        TasklistPage.signIn(page, officer, Workplace.password(officer));
        assertThat(field(page, "note")).hasValue("chữ viết trước khi hết phiên");
        page.context().close();
    }

    @Test
    void afterATaskTheNextOneOfTheSameEnterpriseIsOffered() {
        String code = Workplace.surveyed("TNHH Biểu mẫu Ba");
        Workplace.complete("propaganda", code, "chooseMaterials", Map.of("materials", "LAW_DIGEST"));
        Page page = Workplace.phone("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "prepareMeeting");
        tasklist.complete(Map.of("meetingDate", Workplace.today()));
        Locator next = page.locator(".ou-next");
        assertThat(next).containsText("TNHH Biểu mẫu Ba");
        next.getByText("Làm tiếp").click();
        assertThat(next).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*sorting=.*dueDate.*"));
        assertThat(page).hasURL(Pattern.compile(".*task=" + Workplace.task("officer1", code, "meetOwner") + ".*"));
        assertThat(page.locator(".form-pane .fjs-container .fjs-form-field").first()).isVisible();
        Locator heading = page.locator(".task-details h2, .column-right h2").first();
        assertThat(heading).hasText("Gặp chủ doanh nghiệp");
        assertThat(heading).isInViewport();
        page.context().close();
    }

    @Test
    void aDayIsSentAsItWasTyped_orIsRefusedAtItsField_onAnyComputer() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Bốn");
        Page page = Workplace.login(Workplace.chromium().window("en-US", "America/New_York"), "officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        FormPage form = tasklist.form().fill("surveyResult", "COMPLETED");
        Locator day = field(page, "conductedOn-date");
        for (String none : some("31/4/2026", "2026-11-20", "29/2/2026", "31/11/2026", "20/11/26", "20/11/0026", "01/01/2101", "hôm qua")) {
            isRefused(typed(day, none), none);
        }
        assertThat(typed(day, "1/5/2026")).hasValue("01/05/2026");
        isRefused(typed(day, "31/4/2026"), "31/4/2026");
        assertThat(typed(day, "1-5-2026")).hasValue("01/05/2026");
        assertThat(page.locator("[data-ou-refused]")).hasCount(0);

        // One that need not be filled in keeps the form from being sent, too.
        form.fill(Workplace.sheet());
        Locator optional = field(page, "unionRecognisedOn-date");
        isRefused(typed(optional, "30/2/2020"), "30/2/2020");
        page.locator(".form-pane .form-actions .btn-primary").click();
        assertThat(optional).isFocused();
        assertThat(Workplace.application().as("officer1").tasks(code)).hasSize(1);
        form.fill("unionRecognisedOn", LocalDate.of(2020, 2, 29));
        tasklist.complete();
        page.context().close();

        String planned = Workplace.register("TNHH Biểu mẫu Năm");
        Workplace.application().as("officer1").startCase(planned).ok();
        Page desk = Workplace.login(Workplace.chromium().window("vi-VN", "Pacific/Auckland"), "officer1");
        TasklistPage atDesk = new TasklistPage(desk, Workplace.application().address()).openStep(planned, "scheduleSurvey");
        Locator agreed = field(desk, "surveyDate-date");
        isRefused(typed(agreed, TYPED.format(Workplace.today().minusDays(1))), TYPED.format(Workplace.today().minusDays(1)));
        assertThat(whole(agreed)).containsText("từ hôm nay");
        atDesk.complete(Map.of("surveyDate", Workplace.today(), "surveyMethod", "VISIT"));
        desk.context().close();
    }

    @Test
    void aWholeNumberIsReadAsItWasMeant_orIsRefusedAtItsField() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Sáu");
        Page page = Workplace.desk("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        FormPage form = tasklist.form().fill("surveyResult", "COMPLETED");
        Locator workers = field(page, "workerCount");
        assertThat(workers).hasValue("600");
        // form-js forgets to take back what was half typed when the same number stands there again.
        assertThat(typed(workers, "600")).hasValue("600");
        for (String none : some("6,5", "12a", "6.5", "1.200,5", "1,200.5", "0.500", "1.20", "1e3", "-")) {
            isRefused(typed(workers, none), none);
            isRefused(pasted(workers, none), none);
        }
        for (String meant : some("1.200", "\u200b1200 ", "1200", "1,200", "1 200", "1\u00a0200", "1\u202f200")) {
            assertThat(typed(workers, meant)).hasValue("1200");
            assertThat(pasted(workers, meant)).hasValue("1200");
        }
        assertThat(typed(workers, "1.234.567")).hasValue("1234567");
        assertThat(page.locator("[data-ou-refused]")).hasCount(0);

        // A field that was emptied switches the button off, and is named beside it.
        typed(workers, "");
        assertThat(page.locator(".form-actions .ou-missing")).containsText("Tổng số lao động");
        typed(workers, "600");
        assertThat(page.locator(".form-actions .ou-missing")).hasCount(0);

        // One that need not be filled in keeps the form from being sent, too.
        form.fill(Workplace.sheet());
        Locator optional = field(page, "averageAge");
        isRefused(typed(optional, "35,5"), "35,5");
        page.locator(".form-pane .form-actions .btn-primary").click();
        assertThat(optional).isFocused();
        assertThat(Workplace.application().as("officer1").tasks(code)).hasSize(1);
        form.fill("averageAge", 35);
        tasklist.complete();
        page.context().close();
    }

    @Test
    void aLongFormIsReadByItsSections_andSentByItsRequiredFieldsAlone() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Bảy");
        Page page = Workplace.desk("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        FormPage form = tasklist.form().fill("surveyResult", "COMPLETED");
        Locator required = page.locator(".ou-sections button");
        required.click();
        assertThat(field(page, "averageAge")).isHidden();
        assertThat(field(page, "legalRepresentative")).isHidden();
        assertThat(field(page, "workerCount")).isVisible();
        page.locator(".ou-sections select").selectOption("2. Chủ doanh nghiệp, quản lý");
        assertThat(field(page, "legalRepresentative")).isFocused();
        assertThat(field(page, "averageAge")).isVisible();
        required.click();
        Chromium.picture(page, "form-required-only");
        Map<String, Object> sheet = Workplace.sheet();
        sheet.remove("ownership");
        form.fill(sheet);
        tasklist.complete();
        page.context().close();
    }

    /** The first two, in a run of everything all: how each is read, the tests of the script say. */
    private static List<String> some(String... texts) {
        return List.of(texts).subList(0, Boolean.getBoolean("everything") ? texts.length : 2);
    }

    /** Key by key over what was there, and then left. */
    private static Locator typed(Locator field, String text) {
        field.press("ControlOrMeta+a");
        field.press("Delete");
        field.pressSequentially(text);
        field.press("Tab");
        return field;
    }

    private static Locator pasted(Locator field, String text) {
        field.press("ControlOrMeta+a");
        field.page().keyboard().insertText(text);
        field.press("Tab");
        return field;
    }

    private static void isRefused(Locator field, String text) {
        assertThat(field).hasValue(text);
        assertThat(whole(field).locator(".ou-error")).hasCount(1);
        assertThat(whole(field).getByText("Bắt buộc nhập")).isHidden();
    }

    /** The field with its label, its hint and what is wrong with it. */
    private static Locator whole(Locator control) {
        return control.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' fjs-form-field ')][1]");
    }

    private static Locator field(Page page, String key) {
        return page.locator(".form-pane [id$='-field_" + key + "']");
    }
}
