package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.document.paper.Samples;

/** The packaged application in a real browser, with the demo round: what a new user sees and does first. */
@BrowserTest
class BrowserIT {


    /** Somebody whose list has one task, on its first page. */
    private static final String OFFICER = Workplace.officer("Phan Thị", "Trình");

    /** All of {@code processes/}: the rules that were deployed. */
    private static final int DECISIONS = java.util.Objects.requireNonNull(
            Path.of("processes").toFile().list((folder, name) -> name.endsWith(".dmn"))).length;

    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    @Test
    void anOfficerCompletesASurveyInTasklist_andTheLedgerHasIt() {
        String name = "TNHH Trình duyệt “Đông Á” <thử>";
        String taxCode = Workplace.surveyAgreed(name, OFFICER);
        TasklistPage tasklist = tasklist(OFFICER);
        assertThat(tasklist.filters())
                .containsExactly("Việc của tôi", "Hôm nay", "Quá hạn", "Đến hạn trong 3 ngày", "Chưa ai nhận", "Việc nhận thay",
                        "Việc của đơn vị tôi");

        tasklist.filter("Việc của tôi").open(name, "khảo sát").form().fill(figures());
        Chromium.picture(tasklist.page(), "survey-filled");
        tasklist.complete();

        JsonNode rows = Workplace.as(OFFICER)
                .get("/api/v1/outcomes?enterprise=" + taxCode + "&step=conductSurvey").ok().json();
        assertThat(rows.get("total").asInt()).isEqualTo(1);
        JsonNode row = rows.get("items").get(0);
        assertThat(row.get("result").asText()).isEqualTo("COMPLETED");
        assertThat(row.get("recordedBy").asText()).isEqualTo(OFFICER);
        assertThat(row.get("source").asText()).isEqualTo("PERSON");
        assertThat(row.get("occurredOn").asText()).isEqualTo(Workplace.today().toString());
        tasklist.logout();
    }

    @Test
    @Tag("everything")
    void whatCannotBeIsSaidInVietnamese_andTheTaskStaysOpen() {
        String taxCode = Workplace.surveyAgreed("TNHH Nhập sai");
        TasklistPage tasklist = tasklist("officer1").openStep(taxCode, "conductSurvey");
        Map<String, Object> wrong = figures();
        wrong.put("unionMembers", 601);
        tasklist.form().fill(wrong);
        assertThat(tasklist.completeRefused()).contains("nhiều hơn số lao động").doesNotContain("unionMembers");
        Chromium.picture(tasklist.page(), "survey-refused");
        assertThat(Workplace.application().as("officer1").tasks(taxCode)).hasSize(1);
    }

    @Test
    void aTaskOfTheUnitIsTakenAndDone_withPapersFromTheCatalogue() {
        TasklistPage tasklist = tasklist("propaganda").filter("Việc của đơn vị");
        JsonNode open = tasklist.get("/task?maxResults=50&taskDefinitionKey=userTask_chooseMaterials&unassigned=true").get(0);
        String instance = open.get("processInstanceId").asText();
        tasklist.openById(open.get("id").asText());
        seen(tasklist.page().locator(".ou-whose")).containsText("Bấm “Nhận việc”");
        tasklist.claim();
        seen(tasklist.page().locator(".ou-whose")).hasCount(0);
        tasklist.form().tick("materials", "Tóm tắt chín văn bản", "Lợi ích của doanh nghiệp").fill("note", "In 2 bộ");
        tasklist.complete();

        JsonNode rows = Workplace.application().as("propaganda")
                .get("/api/v1/outcomes?step=chooseMaterials&sort=-id&size=500").ok().json().get("items");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get("processInstanceId").asText()).isEqualTo(instance);
            assertThat(row.get("recordedBy").asText()).isEqualTo("propaganda");
        });
    }

    @Test
    void aCaseIsStartedFromItsStartForm_andNotTwice() {
        String taxCode = Workplace.register("TNHH Mở hồ sơ");
        TasklistPage tasklist = tasklist("officer2");
        tasklist.start("enterpriseOutreach", Map.of("enterpriseCode", taxCode));
        assertThat(Workplace.application().as("officer1").tasks(taxCode)).hasSize(1);
        assertThat(tasklist.startRefused("enterpriseOutreach", Map.of("enterpriseCode", taxCode)))
                .contains(taxCode)
                .contains("đang chạy");
        assertThat(Workplace.application().as("officer1").tasks(taxCode)).hasSize(1);
    }

    @Test
    void anOwnerRefuses_isMetAgain_andAgrees() {
        String taxCode = Workplace.surveyed("TNHH Gặp hai lần");
        Workplace.complete("propaganda", taxCode, "chooseMaterials", Map.of("materials", "LAW_DIGEST"));
        TasklistPage officer = tasklist("officer1");
        officer.openStep(taxCode, "prepareMeeting").complete(ordered("meetingDate", Workplace.today(), "meetingPlace", "Phòng họp nhà máy"));
        officer.openStep(taxCode, "meetOwner").complete(ordered("persuasionOutcome", "REFUSED", "metOn", Workplace.today(),
                "obstacles", List.of("OWNER_NOT_INTERESTED"), "note", "Chủ “bận”, hẹn <b>khi khác</b>"));
        assertThat(stage(taxCode)).isEqualTo("REFUSED_PAUSED");
        assertThat(Workplace.application().as("officer1").tasks(taxCode)).isEmpty();

        officer.start("caseEvent", ordered("eventType", "ownerContacted", "enterpriseCode", taxCode, "occurredOn", Workplace.today()));
        officer.openStep(taxCode, "prepareMeeting").complete(ordered("meetingDate", Workplace.today()));
        officer.openStep(taxCode, "meetOwner").complete(ordered("persuasionOutcome", "AGREED_WITH_CONDITIONS",
                "metOn", Workplace.today(), "conditions", "Sinh hoạt ngoài giờ làm việc"));

        assertThat(stage(taxCode)).isEqualTo("UNION");
        JsonNode talks = Workplace.as("officer1")
                .get("/api/v1/outcomes?enterprise=" + taxCode + "&step=meetOwner&sort=-id").ok().json().get("items");
        assertThat(talks).extracting(talk -> talk.get("round").asInt() + " " + talk.get("result").asText() + " " + talk.get("recordedBy").asText())
                .containsExactly("2 AGREED_WITH_CONDITIONS officer1", "1 REFUSED officer1");
    }

    @Test
    void theCommitteeDecidesOnACell_withItsPapersBesideTheForm() {
        String taxCode = Workplace.cellRequested("TNHH Chi bộ mới");
        Workplace.as("officer1").post("/api/v1/enterprises/" + taxCode + "/papers?type=FOUNDING_REQUEST&number=15-TTr&fileName=a.pdf",
                new String(Samples.pdf(), StandardCharsets.US_ASCII)).ok();
        TasklistPage committee = tasklist("committee").openStep(taxCode, "decideCellFounding");
        Locator papers = committee.page().locator(".ou-decision-papers");
        seen(papers).containsText("Tờ trình thành lập chi bộ số 15-TTr");
        Chromium.picture(committee.page(), "decision-papers");
        Page opened = committee.page().waitForPopup(() -> papers.locator("a").click());
        opened.waitForLoadState();
        assertThat(opened.url()).endsWith("/content");
    }

    @Test
    void theSteeringBoardSeesProcessesAndCasesInCockpit_inVietnamese() {
        Page page = Workplace.chromium().window();
        CockpitPage cockpit = new CockpitPage(page, Workplace.application().address()).login("board");
        assertThat(cockpit.processes()).anyMatch(name -> name.contains("Khảo sát")).hasSizeGreaterThanOrEqualTo(8);
        Chromium.picture(page, "cockpit-processes");

        cockpit.process("Tiếp cận doanh nghiệp");
        assertThat(cockpit.headings()).containsExactly("Trạng thái", "ID", "Thời điểm bắt đầu", "Mã hồ sơ");
        assertThat(cockpit.starts()).isNotEmpty().allMatch(start -> start.matches("\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}"));
        assertThat(cockpit.firstCase().variableHeadings()).containsExactly("Tên", "Kiểu", "Giá trị", "Phạm vi");
        seen(cockpit.repairs()).hasCount(0);
        Chromium.picture(page, "cockpit-case");

        seen(
                cockpit.tasksByGroup().filter(new Locator.FilterOptions().setHasText("Ban Tuyên giáo"))).hasCount(1);
        assertThat(page.locator(".page-notifications .alert").count()).as("an error of the page of tasks").isZero();
        seen(cockpit.decisions()).hasCount(DECISIONS);

        // Whoever operates the application keeps the buttons.
        Page operator = Workplace.chromium().window();
        CockpitPage ofAdmin = new CockpitPage(operator, Workplace.application().address()).login("admin");
        ofAdmin.processes();
        ofAdmin.process("Tiếp cận doanh nghiệp").firstCase();
        seen(ofAdmin.repairs()).not().hasCount(0);
    }

    /** Two pictures of the documents. */
    @Test
    @Tag("everything")
    void picturesForTheReadme() {
        TasklistPage tasklist = tasklist("officer1");
        JsonNode open = tasklist.get("/task?maxResults=50&assignee=officer1&taskDefinitionKey=userTask_conductSurvey");
        tasklist.openById(open.get(0).get("id").asText()).form();
        Chromium.settled(tasklist.page());
        Chromium.published(tasklist.page(), PICTURES, "tasklist");

        Page page = Workplace.chromium().window();
        CockpitPage cockpit = new CockpitPage(page, Workplace.application().address()).login("board");
        cockpit.processes();
        String umbrella = tasklist.get("/process-definition/key/enterpriseOutreach").get("name").asText();
        cockpit.process(umbrella);
        Chromium.settled(page);
        Chromium.published(page, PICTURES, "cockpit");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static LocatorAssertions seen(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    private static TasklistPage tasklist(String user) {
        return new TasklistPage(Workplace.chromium().window(), Workplace.application().address()).login(user, Workplace.password(user));
    }

    private static String stage(String taxCode) {
        return Workplace.as("officer1").get("/api/v1/enterprises/" + taxCode).ok().json().get("stage").asText();
    }

    /** What is filled in, in the order in which the form asks for it. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    private static Map<String, Object> figures() {
        Map<String, Object> figures = Workplace.sheet();
        figures.put("note", "Đã gặp ban giám đốc, “hẹn tuần sau” <b>🏭</b>");
        return figures;
    }
}
