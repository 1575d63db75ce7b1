package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How Tasklist's forms help whoever fills them, on a desk and on a phone. */
class FormsIT {

    @Test
    void aSurveyIsFilledFromTheRegister_aSlipIsAskedAbout_aRefusalStandsAtItsField() {
        String code = Workplace.surveyAgreed("TNHH Biểu mẫu Một");
        Page page = Workplace.desk("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        FormPage form = tasklist.form().fill("surveyResult", "COMPLETED");
        Locator workers = field(page, "workerCount");
        assertThat(workers).hasValue("600");
        form.fill(Map.of("unionMembers", 90, "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5,
                "probationaryMembers", 1, "accessibility", "EASY", "ownerAttitude", "SUPPORTIVE", "conductedOn", Workplace.TODAY));

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
        Locator refused = page.locator(".fjs-form-field.ou-refused");
        assertThat(refused).containsText("nhiều hơn số lao động");
        assertThat(refused).containsText("đoàn viên công đoàn", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        assertThat(Workplace.application().as("officer1").tasks(code)).hasSize(1);
        Chromium.picture(page, "form-refused");

        form.fill("unionMembers", 70);
        assertThat(page.locator(".ou-refused")).hasCount(0);
        page.locator(".form-pane .form-actions .btn-primary").click();
        question.getByText("Đúng, hoàn thành").click();
        page.waitForURL(url -> !url.contains("task="));
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
    void afterATaskTheNextOneOfTheSameEnterpriseIsOffered() {
        String code = Workplace.surveyed("TNHH Biểu mẫu Ba");
        Workplace.complete("propaganda", code, "chooseMaterials", Map.of("materials", "LAW_DIGEST"));
        Page page = Workplace.desk("officer1");
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(code, "prepareMeeting");
        tasklist.complete(Map.of("meetingDate", Workplace.TODAY));
        Locator next = page.locator(".ou-next");
        assertThat(next).containsText("TNHH Biểu mẫu Ba");
        next.getByText("Làm tiếp").click();
        assertThat(page).hasURL(Pattern.compile(".*task=" + Workplace.task("officer1", code, "meetOwner") + ".*"));
        assertThat(page.locator(".form-pane .fjs-container .fjs-form-field").first()).isVisible();
        page.context().close();
    }

    private static Locator field(Page page, String key) {
        return page.locator(".form-pane [id$='-field_" + key + "']");
    }
}
