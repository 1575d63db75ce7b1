package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The restricted row of a candidate beside the tasks of the admission, on a desk and on a phone. */
@BrowserTest
class CandidateIT {

    private static final String TAB = "Hồ sơ quần chúng";

    @Test
    void whatTheFileLacksIsFilledInBesideTheTask() {
        Page page = Workplace.desk("mobilecell");
        filledInBesideTheTask(page, "Kín Một");
        page.context().close();
    }

    @Test
    void whatTheFileLacksIsFilledInBesideTheTask_onAPhone() {
        Page page = Workplace.phone("mobilecell");
        filledInBesideTheTask(page, "Kín Hai");
        page.context().close();
    }

    @Test
    void onlyTasksOfAnAdmissionHaveTheTab_andOnlyForWhoeverMayReadTheRow() {
        String survey = Workplace.surveyAgreed("TNHH Không hồ sơ");
        Page officer = Workplace.desk("officer1");
        hasNoTab(officer, survey, "conductSurvey");
        officer.context().close();

        String ref = consented("TNHH Có hồ sơ");
        Workplace.as("mobilecell").put("/api/v1/candidates/" + ref, RestrictedCase.facts()).ok();
        complete("mobilecell", ref, "openCandidateFile", Map.of("fileComplete", true, "abroad", false));
        complete("mobilecell", ref, "collectIntroductions", Map.of("introducerPair", "UNION_AND_ONE", "introducerMonths", 24));
        Page union = Workplace.desk("zoneunion");
        hasNoTab(union, ref, "collectResolution");
        union.context().close();
    }

    private static void hasNoTab(Page page, String businessKey, String step) {
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address());
        // Whom the task is about decides it.
        page.waitForResponse(answer -> answer.url().endsWith("/page"), () -> tasklist.openStep(businessKey, step));
        assertThat(tab(page, "Giấy tờ")).isVisible();
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
        assertThat(tab(page, TAB)).isHidden();
    }

    private static void filledInBesideTheTask(Page page, String name) {
        String ref = consented("TNHH " + name);
        TasklistPage tasklist = new TasklistPage(page, Workplace.application().address()).openStep(ref, "openCandidateFile").claim();
        tasklist.form().fill("fileComplete", true).fill("abroad", "false");
        tasklist.completeRefused();
        Locator told = page.locator(".ou-to-candidate");
        assertThat(told).containsText("Tháng sinh");
        told.locator("button").click();

        Locator file = page.locator(".ou-candidate-file");
        assertThat(file.locator("input[name=name]")).hasValue("");
        assertThat(file.locator("select[name=schooling]")).hasValue("");
        file.locator("input[name=name]").fill("Phan Thị " + name);
        file.locator("input[name=birthMonth]").fill("03/1998");
        file.locator("input[name=certificateDate]").fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(lastMonth()));
        file.locator("select[name=schooling]").selectOption("HIGHER");
        Map.of("citizen", "true", "isOwner", "false", "readmission", "false", "inYouthUnion", "false", "inUnion", "true")
                .forEach((flag, answer) -> file.locator("select[name=" + flag + "]").selectOption(answer));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
        Workplace.sends(page, "PUT", "/api/v1/candidates/" + ref, () -> file.locator("form .ou-primary").click());
        assertThat(page.evaluate("() => [localStorage, sessionStorage].some(kept => JSON.stringify(kept).includes('Phan Thị'))"))
                .as("of the row nothing stays in the browser").isEqualTo(false);
        Chromium.picture(page, "candidate-tab-" + page.viewportSize().width);

        tab(page, "Biểu mẫu").click();
        // What was answered before the refusal was kept as the person's draft.
        assertThat(page.locator(".ou-draft")).isVisible();
        tasklist.form();
        tasklist.complete();
        assertThat(Workplace.as("mobilecell").tasks(ref).findValuesAsText("taskDefinitionKey"))
                .isEqualTo(List.of("userTask_collectIntroductions"));
    }

    /** An admission whose candidate has consented: the reference. */
    private static String consented(String enterprise) {
        String taxCode = Workplace.register(enterprise);
        Workplace.as("officer1").send("PATCH", "/api/v1/enterprises/" + taxCode, Map.of("ownerAgreedOn", lastMonth().toString(),
                "unionRecognisedOn", lastMonth().toString())).ok();
        Rest board = Workplace.as("organisation");
        String ref = board.post("/api/v1/candidates", Map.of("enterpriseCode", taxCode)).ok().json().get("candidateRef").asText();
        board.post("/engine-rest/process-definition/key/memberAdmission/start",
                Map.of("variables", Rest.variables(Map.of("enterpriseCode", taxCode, "candidateRef", ref)))).ok();
        complete("organisation", ref, "recordConsent", Map.of("consentGiven", true));
        return ref;
    }

    private static void complete(String user, String ref, String step, Map<String, ?> fields) {
        Workplace.complete(user, ref, step, fields);
    }

    private static LocalDate lastMonth() {
        return Workplace.today().minusMonths(1);
    }

    private static Locator tab(Page page, String label) {
        return page.locator(".tabbed-content .nav-tabs a").getByText(label, new Locator.GetByTextOptions().setExact(true));
    }
}
