package vn.outreach.document.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.outreach.document.draft.WordFixture.p;
import static vn.outreach.document.draft.WordFixture.text;
import static vn.outreach.document.draft.WordFixture.withBody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.testing.OutreachTest;
import vn.outreach.testing.TestFiles;

/** Drafts at tasks and the office's own templates, over REST as the people who use them. */
class DraftControllerTest extends OutreachTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String MINUTES = "bien-ban-lam-viec";
    private static final String TEMPLATES = "/api/v1/templates";

    private record Answer(int status, byte[] bytes) {

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        String sentence() {
            return json().path("detail").asText();
        }
    }

    @AfterEach
    void theBuiltInTemplatesAgain() {
        for (DraftTemplate template : DraftTemplate.values()) {
            if (Files.exists(TestFiles.directory("templates").resolve(template.fileName() + ".docx"))) {
                assertThat(send("admin", "DELETE", TEMPLATES + "/" + template.fileName(), null).status()).isEqualTo(200);
            }
        }
    }

    // --- drafts ----------------------------------------------------------------------------------------------------

    /** The papers name days in words and figures. */
    @BeforeEach
    void onMondayTheFifthOfOctober() {
        at(LocalDate.of(2026, 10, 5));
    }

    @Test
    void oneClickMakesTheMinutesWithTheirNumberAPaperOfTheEnterprise() throws IOException {
        String code = enterprise("name", "TNHH <Thép> & “Sóng Đông”", "address", "Lô 7, đường Đ1", "full_members", 4);
        Task meeting = meeting(code, "2026-10-09");
        assertThat(offered("officer1", meeting)).containsExactly(MINUTES, "giay-moi");

        JsonNode made = make("officer1", meeting, MINUTES, 201).json();

        String number = made.get("number").asText();
        assertThat(number).matches("\\d{2,}-BB/ĐUK");
        Map<String, Object> paper = paper(code);
        assertThat(paper).containsEntry("TYPE", "WORK_MINUTES").containsEntry("NUMBER", number).containsEntry("VERSION", 1)
                .containsEntry("UPLOADED_BY", "officer1").containsEntry("TASK_ID", meeting.getId())
                .containsEntry("STEP", "meetOwner").containsEntry("FILE_NAME", "Biên bản làm việc " + number.replace('/', '-') + ".docx");
        assertThat(paper.get("PAPER_DATE")).hasToString(today().toString());
        assertThat(made.get("paperId").asLong()).isEqualTo(paper.get("ID"));
        assertThat(content(paper))
                .contains("Số " + number, "ĐẢNG CỘNG SẢN VIỆT NAM", "ngày 05 tháng 10 năm 2026", "TNHH <Thép> & “Sóng Đông”", code,
                        "ngày 09/10/2026", "Lô 7, đường Đ1", "Phú Mỹ I", "600")
                .contains(DraftValues.MISSING)
                .doesNotContain("{{", "officer1");
    }

    @Test
    void theDayOfAnEarlierRoundIsNotOfferedAgain() throws IOException {
        String code = enterprise();
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", "2026-10-05", "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        make("officer1", task(code, "conductSurvey"), "cong-van-khao-sat", 201);
        assertThat(content(paper(code))).contains("ngày 05/10/2026");
        complete("officer1", code, "conductSurvey", "surveyResult", "UNREACHABLE", "conductedOn", "2026-10-05");
        message("outreach.ownerContacted", code);

        make("officer1", task(code, "scheduleSurvey"), "cong-van-khao-sat", 201);

        assertThat(content(paper(code))).contains("ngày " + DraftValues.MISSING).doesNotContain("05/10/2026");
    }

    @Test
    void numbersOfAKindRunOn_andEachKindForItself() {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        int first = number(make("officer1", meeting, MINUTES, 201));
        int invitation = number(make("officer1", meeting, "giay-moi", 201));
        assertThat(number(make("officer1", meeting, MINUTES, 201))).as("sent again, because no answer came").isEqualTo(first);
        assertThat(papers(code)).isEqualTo(2);
        jdbc.sql("update enterprise set address = 'Lô 9' where tax_code = ?").param(code).update();
        assertThat(number(make("officer1", meeting, MINUTES, 201))).as("it says something else now").isEqualTo(first + 1);
        assertThat(number(make("officer1", meeting, "giay-moi", 201))).isEqualTo(invitation + 1);
        assertThat(jdbc.sql("select count(*) from draft where tax_code = ?").param(code).query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    @Tag("both-databases")
    void theSameDraftSentTwiceAtOnceTakesOneNumber() throws Exception {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        ExecutorService officers = Executors.newFixedThreadPool(4);
        Callable<Integer> draft = () -> number(make("officer1", meeting, MINUTES, 201));
        Set<Integer> numbers = new HashSet<>();
        for (Future<Integer> made : officers.invokeAll(Collections.nCopies(4, draft))) {
            numbers.add(made.get());
        }
        officers.shutdown();
        assertThat(numbers).hasSize(1);
        assertThat(papers(code)).isOne();
    }

    @Test
    @Tag("both-databases")
    void manyAtOnceLeaveNoGap_andARefusedDraftTakesNoNumber() throws Exception {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        int before = number(make("officer1", meeting, MINUTES, 201));
        // By hand, past the check: the draft fails after its number was taken.
        Path own = TestFiles.directory("templates").resolve(MINUTES + ".docx");
        Files.createDirectories(own.getParent());
        Files.write(own, withBody(p("{{luong}}")));
        Answer refused = make("officer1", meeting, MINUTES, 422);
        assertThat(refused.code()).isEqualTo("template-faults");
        assertThat(refused.sentence()).contains("Đoạn 1", "{{luong}}");
        Files.delete(own);

        ExecutorService officers = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> drafts = IntStream.range(0, 12).mapToObj(i -> meeting(enterprise(), "2026-10-09"))
                .<Callable<Integer>>map(task -> () -> number(make("officer1", task, MINUTES, 201))).toList();
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> made : officers.invokeAll(drafts)) {
            numbers.add(made.get());
        }
        officers.shutdown();

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(before + 1, before + 12).boxed().toList());
    }

    @Test
    void onlyWhoWorksOnTheTaskDrafts() {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        assertThat(offered("office", meeting)).as("sees the task").isEmpty();
        assertThat(make("office", meeting, MINUTES, 403).code()).isEqualTo("wrong-person");
        assertThat(make("officer2", meeting, MINUTES, 403).code()).as("it is officer1's").isEqualTo("wrong-person");
        JsonNode away = send("officer1", "POST", "/api/v1/deputies", """
                {"deputy": "officer2", "mode": "RECEIVER", "from": "%1$s", "to": "%1$s", "reason": "Đi họp"}""".formatted(today())).json();
        assertThat(make("officer2", meeting, "giay-moi", 201).json().get("number").asText()).as("officer1's deputy today").isNotBlank();
        send("officer1", "POST", "/api/v1/deputies/" + away.get("id").asText() + "/end", "{}");
        assertThat(make("officer2", meeting, MINUTES, 403).code()).as("no deputy any more").isEqualTo("wrong-person");
        assertThat(make("zoneunion", meeting, MINUTES, 404).code()).as("does not see it").isEqualTo("task-unknown");
        assertThat(make("integration", meeting, MINUTES, 403).status()).isEqualTo(403);
        tasks.setAssignee(meeting.getId(), null);
        assertThat(make("officer2", meeting, MINUTES, 201).json().get("taxCode").asText()).isEqualTo(code);
        assertThat(make("officer2", meeting, "quyet-dinh-thanh-lap", 422).code()).isEqualTo("template-step");
        assertThat(make("officer2", meeting, "../../etc", 422).code()).isEqualTo("field-choice");
    }

    @Test
    void afterTheStepIsDone_whoDidItDraftsWithTheFiguresJustSent() throws IOException {
        String code = enterprise("workers", 480, "full_members", 2);
        Task survey = surveyDone(code);
        jdbc.sql("update enterprise set workers = 990 where tax_code = ?").param(code).update();

        assertThat(offered("officer1", survey)).containsExactly(MINUTES, "cong-van-khao-sat");
        JsonNode made = make("officer1", survey, MINUTES, 201).json();
        Map<String, Object> paper = paper(code);
        assertThat(made.get("paperId").asLong()).isEqualTo(paper.get("ID"));
        assertThat(paper).containsEntry("STEP", "conductSurvey").containsEntry("TASK_ID", survey.getId());
        assertThat(content(paper)).contains("610", "ngày 07/10/2026", "Lô B4, đường số 9").doesNotContain("480", "990", "06/10/2026");
        assertThat(make("officer1", survey, MINUTES, 201).json().get("number")).as("sent again").isEqualTo(made.get("number"));
        assertThat(make("officer1", survey, "quyet-dinh-thanh-lap", 422).code()).isEqualTo("template-step");
    }

    @Test
    void theEnterprisesPageOffersWhatTheReaderMayDraft_openAndDone() {
        String code = enterprise();
        Task survey = surveyDone(code);
        JsonNode tasks = send("officer1", "GET", "/api/v1/enterprises/" + code + "/drafts", null).json();
        assertThat(tasks.findValuesAsText("taskId")).contains(survey.getId());
        JsonNode conducted = tasks.get(0);
        assertThat(conducted.get("taskId").asText()).as("the newest first").isEqualTo(survey.getId());
        assertThat(conducted.get("name").asText()).isEqualTo("Khảo sát tại doanh nghiệp");
        assertThat(conducted.get("doneOn").asText()).isEqualTo("2026-10-07");
        assertThat(conducted.get("offered").findValuesAsText("template")).containsExactly(MINUTES, "cong-van-khao-sat");
        Task meeting = meeting(code, "2026-10-09");
        tasks = send("officer1", "GET", "/api/v1/enterprises/" + code + "/drafts", null).json();
        assertThat(tasks.get(0).get("taskId").asText()).as("the open one before").isEqualTo(meeting.getId());
        assertThat(tasks.get(0).get("doneOn").isNull()).isTrue();
        for (String other : List.of("officer2", "organisation", "zoneunion", "board")) {
            assertThat(send(other, "GET", "/api/v1/enterprises/" + code + "/drafts", null).json()).as(other).isEmpty();
        }
        assertThat(send("officer1", "GET", "/api/v1/enterprises/0100047516/drafts", null).code()).isEqualTo("enterprise-unknown");
    }

    @Test
    void aDoneStepIsNobodysButWhoDidIt() {
        Task survey = surveyDone(enterprise());
        for (String other : List.of("officer2", "organisation", "office", "zoneunion", "admin")) {
            assertThat(ordered(other, survey, MINUTES).status()).as(other).isIn(403, 404);
        }
        JsonNode away = send("officer1", "POST", "/api/v1/deputies", """
                {"deputy": "officer2", "mode": "RECEIVER", "from": "%1$s", "to": "%1$s", "reason": "Đi họp"}""".formatted(today())).json();
        assertThat(make("officer2", survey, MINUTES, 201).json().get("number").asText()).as("officer1's deputy today").isNotBlank();
        send("officer1", "POST", "/api/v1/deputies/" + away.get("id").asText() + "/end", "{}");
        assertThat(ordered("officer2", survey, MINUTES).status()).isEqualTo(404);
        identities.deleteMembership("officer1", "outreachOfficers");
        try {
            assertThat(ordered("officer1", survey, MINUTES).status()).as("works elsewhere now").isEqualTo(404);
        } finally {
            identities.createMembership("officer1", "outreachOfficers");
        }
    }

    /** A survey that was agreed for the 6th and made on the 7th; its task is over. */
    private Task surveyDone(String code) {
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", "2026-10-06", "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        Task survey = task(code, "conductSurvey");
        at(LocalDate.of(2026, 10, 7));
        complete("officer1", code, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", "2026-10-07", "accessibility", "EASY",
                "ownerAttitude", "NEUTRAL", "workerCount", 610, "unionMembers", 0, "youthUnionMembers", 2, "youthBranches", 0,
                "fullMembers", 1, "probationaryMembers", 0, "address", "Lô B4, đường số 9");
        return survey;
    }

    @Test
    void outsideEveryTermThereIsNoNumber() {
        Task meeting = meeting(enterprise(), "2026-10-09");
        at(LocalDate.of(2019, 1, 7));
        assertThat(make("officer1", meeting, MINUTES, 409).code()).isEqualTo("term-missing");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-08, 30, 28, 28", "2026-01-09, 28, 28, 26"})
    void aPartyPaperIsLaidOutAsOnItsDay(LocalDate day, String title, String place, String issuer) throws IOException {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        at(day);

        make("officer1", meeting, MINUTES, 201);

        Map<String, String> sizes = WordFixture.styleSizes(
                Files.readAllBytes(TestFiles.directory("papers").resolve((String) paper(code).get("STORAGE_KEY"))));
        assertThat(sizes).containsEntry("TieuDeDang", title).containsEntry("DiaDanhNgay", place).containsEntry("CoQuan", issuer);
    }

    @Test
    void aSettingThatNamesNoTemplateOrLacksAnIssuerIsSaidAtTheStart() {
        DraftSettings settings = new DraftSettings(Path.of("x"), List.of(), List.of(), Map.of(), Map.of("meetOwner", List.of("bien-ban")));
        assertThatThrownBy(() -> new PaperDrafts(null, null, null, null, null, settings, null, null, null, null, null, null, null, null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("“bien-ban” của bước meetOwner")
                .hasMessageContaining("COMMITTEE");
    }

    @Test
    void anAdmissionOffersNoDraft() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = send("organisation", "POST", "/api/v1/candidates", "{\"enterpriseCode\": \"" + code + "\"}").json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        Task consent = task(ref, "recordConsent");
        assertThat(offered("organisation", consent)).isEmpty();
        assertThat(make("organisation", consent, MINUTES, 422).code()).isEqualTo("template-step");
    }

    @Test
    void theUnionsPapersHaveTheirOwnFormAndNumbers() throws IOException {
        String code = enterprise();
        startPhase("unionFounding", code);
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true);
        complete("zoneunion", code, "collectApplications", "signedApplications", 43, "legalPerson", true);
        complete("zoneunion2", code, "confirmApplications", "confirmed", true);
        complete("zoneunion", code, "holdCongress", "congressDate", "2026-10-05", "congressForm", "FULL", "congressValid", true,
                "committeeSize", 5);
        Task file = task(code, "submitUnionFile");

        String number = make("zoneunion", file, "to-trinh-cong-doan", 201).json().get("number").asText();

        assertThat(number).matches("\\d{2,}/TTr-CĐKCN");
        assertThat(paper(code)).containsEntry("TYPE", "RECOGNITION_REQUEST");
        assertThat(content(paper(code)))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: " + number, "ngày 05/10/2026",
                        "LIÊN ĐOÀN LAO ĐỘNG|TỈNH", "TM. BAN THƯỜNG VỤ", "43", "bầu 5 ủy viên")
                .doesNotContain("ĐẢNG CỘNG SẢN");
        assertThat(jdbc.sql("select period from draft where tax_code = ?").param(code).query(String.class).single()).isEqualTo("2026");
    }

    @Test
    void theYearsPlanIsDraftedWithItsAppendix_andHasNoNumberBeforeItIsApproved() {
        Task draftPlan = planOf2018();
        assertThat(offered("organisation", draftPlan)).containsExactly("ke-hoach-nam");
        Integer before = numbersOfPlans();

        JsonNode made = make("organisation", draftPlan, "ke-hoach-nam", 201).json();

        assertThat(made.get("paperId").isNull()).isTrue();
        assertThat(made.get("number").isNull()).as("no number at every press of the button").isTrue();
        assertThat(made.get("fileName").asText()).isEqualTo("Kế hoạch năm và bảng phân công (dự thảo).docx");
        assertThat(make("organisation", draftPlan, "ke-hoach-nam", 201).json().get("id")).as("sent again").isEqualTo(made.get("id"));
        assertThat(numbersOfPlans()).isEqualTo(before);
        JsonNode seen = send("committee", "GET", drafts(draftPlan), null).json();
        assertThat(seen.get("offered")).as("sees the task, and the paper").isEmpty();
        assertThat(seen.get("made").get(0).get("number").isNull()).isTrue();
        Answer file = send("committee", "GET", drafts(draftPlan) + "/" + made.get("id").asLong(), null);
        assertThat(file.status()).isEqualTo(200);
        List<String> lines = text(file.bytes()).lines().toList();
        assertThat(lines).contains("Số ……-KH/ĐUK", "Bà Rịa - Vũng Tàu, ngày … tháng … năm 2026",
                "Theo Nghị quyết 2018|của Đảng bộ, Ban Thường vụ Đảng ủy Khối Doanh nghiệp ban hành kế hoạch năm 2018 như sau:",
                "Bảng phân công, phân nhiệm năm 2018", "(Kèm theo dự thảo Kế hoạch năm 2018)");
        // Every column of a row, in the order of the ranks: the smaller one was surveyed.
        int head = lines.lastIndexOf("Hạng và lý do");
        assertThat(lines.subList(head - 3, head + 8)).containsExactly("TT", "Doanh nghiệp", "Số lao động", "Hạng và lý do", "Nội dung giao",
                "Sản phẩm", "Người phụ trách", "Bộ phận tham mưu", "Đơn vị phối hợp", "Bắt đầu từ", "Hoàn thành trước");
        assertThat(lines.subList(head + 8, head + 12)).element(1).asString().startsWith("CP May Hai|(MST ");
        assertThat(lines.subList(head + 10, head + 19)).containsExactly("90",
                "Hạng 3: khảo sát 06/02/2018, dễ tiếp cận, chưa có công đoàn, 90 lao động (ngưỡng 500). Thứ 1 trong hạng theo số lao động.",
                "Khảo sát doanh nghiệp, Gặp chủ doanh nghiệp; Kết nạp 4 người", "Biên bản gặp", name("officer1"), "Ban Dân vận",
                "Đoàn Thanh niên, Ban Tuyên giáo", "01/03/2018", "30/06/2018");
        assertThat(String.join("\n", lines)).contains("CP Thép Một").doesNotContain("{{", "officer1", "CP Đã Đưa Ra");
        assertThat(send("zoneunion", "GET", drafts(draftPlan) + "/" + made.get("id").asLong(), null).status()).isEqualTo(404);
        assertThat(send("organisation", "GET", drafts(draftPlan) + "/999999", null).code()).isEqualTo("draft-unknown");
        jdbc.sql("delete from plan_row where plan_year = 2018").update();
    }

    private Task planOf2018() {
        String large = enterprise("name", "CP Thép Một", "responsible_member", "officer1");
        String easy = enterprise("name", "CP May Hai", "workers", 90, "surveyed_on", LocalDate.of(2018, 2, 6), "accessibility", "EASY");
        String gone = enterprise("name", "CP Đã Đưa Ra");
        for (String code : List.of(large, easy, gone)) {
            jdbc.sql("insert into plan_row (plan_year, tax_code, responsible_member, unit, admission_target, status, partners, product,"
                    + " measures, start_on, due_on, removed_by) values (2018, ?, 'officer1', 'massMobilisationBoard', 4, 'PLANNED',"
                    + " 'youthUnion,propagandaBoard', 'Biên bản gặp', 'SURVEY,MEETING', date '2018-03-01', date '2018-06-30', ?)")
                    .params(code, code.equals(gone) ? "committee" : null).update();
        }
        start("organisation", "annualPlan", "planYear", 2018);
        jdbc.sql("update plan set basis = 'Theo Nghị quyết 2018\ncủa Đảng bộ;' where plan_year = 2018").update();
        return task("2018", "draftPlan");
    }

    private Integer numbersOfPlans() {
        return jdbc.sql("select coalesce(max(last_number), 0) from draft_counter where kind = 'KH'").query(Integer.class).single();
    }

    private String name(String user) {
        return jdbc.sql("select first_ || ' ' || last_ from act_id_user where id_ = ?").param(user).query(String.class).single();
    }

    // --- templates ---------------------------------------------------------------------------------------------------

    @Test
    void theOfficesOwnFileWins_untilItIsTakenBack() throws IOException {
        byte[] own = withBody(p("Mẫu riêng của cơ quan: ", "{{ten", "DoanhNghiep}} – {{soVanBan}}"));
        JsonNode stored = send("office", "PUT", TEMPLATES + "/" + MINUTES, own).json();
        assertThat(stored.get("source").asText()).isEqualTo("OFFICE");
        assertThat(send("officer1", "GET", TEMPLATES + "/" + MINUTES, null).bytes()).isEqualTo(own);

        String code = enterprise("name", "TNHH Ỷ Lan");
        Task meeting = meeting(code, "2026-10-09");
        String number = make("officer1", meeting, MINUTES, 201).json().get("number").asText();
        assertThat(content(paper(code))).isEqualTo("Mẫu riêng của cơ quan: TNHH Ỷ Lan – " + number);

        assertThat(send("admin", "DELETE", TEMPLATES + "/" + MINUTES, null).json().get("source").asText()).isEqualTo("HOUSE");
        assertThat(send("officer1", "GET", TEMPLATES + "/" + MINUTES, null).bytes()).isEqualTo(WordFixture.builtIn(DraftTemplate.WORK_MINUTES));
        assertThat(jdbc.sql("select new_value from audit where action = 'TEMPLATE_CHANGED' and subject = ? and user_id = 'office'")
                .param(MINUTES).query(String.class).list()).contains("OFFICE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{tenGiamDoc}}", "{{maSoThue", "{{@anh}}"})
    void aFileWithAFaultIsRefusedWithItsPlace_andNothingIsStored(String fault) {
        byte[] good = withBody(p("{{soVanBan}}"));
        send("office", "PUT", TEMPLATES + "/" + MINUTES, good);

        Answer refused = send("office", "PUT", TEMPLATES + "/" + MINUTES, withBody(p("Được") + p("Kính gửi ", fault)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("template-faults");
        assertThat(refused.sentence()).startsWith("Đoạn 2, “Kính gửi " + fault);
        assertThat(send("office", "GET", TEMPLATES + "/" + MINUTES, null).bytes()).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docProps/core.xml", "customXml/item1.xml", "word/charts/chart1.xml"})
    void aFieldWhereNoneIsFilledIsRefusedAtOnce(String part) {
        byte[] template = WordFixture.with(part, "<x><a>{</a><a>{nam}}</a></x>");
        Answer refused = send("office", "PUT", TEMPLATES + "/" + MINUTES, template);
        assertThat(refused.code()).as("%s", refused.sentence()).isEqualTo("template-faults");
        assertThat(refused.sentence()).contains("Phần " + part, "{{nam}}");
        assertThat(send("office", "PUT", TEMPLATES + "/" + MINUTES, WordFixture.with(part, "<x a=\"{{nam}}\"/>")).status()).isEqualTo(422);
        assertThat(send("office", "GET", TEMPLATES + "/" + MINUTES, null).bytes()).isEqualTo(WordFixture.builtIn(DraftTemplate.WORK_MINUTES));
    }

    @Test
    void aDraftThatStillHoldsBracesIsNoPaperAndTakesNoNumber() {
        String code = enterprise("name", "TNHH {{maSoThue}}");
        Task meeting = meeting(code, "2026-10-09");
        Task other = meeting(enterprise(), "2026-10-09");
        int before = number(make("officer1", other, MINUTES, 201));
        assertThat(make("officer1", meeting, MINUTES, 422).code()).isEqualTo("draft-unfilled");
        assertThat(jdbc.sql("select count(*) from paper where tax_code = ?").param(code).query(Integer.class).single()).isZero();
        assertThat(number(make("officer1", meeting(enterprise(), "2026-10-09"), MINUTES, 201))).isEqualTo(before + 1);
    }

    @Test
    void whatIsNoWordFileIsRefused() {
        assertThat(send("office", "PUT", TEMPLATES + "/" + MINUTES, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("template-not-word");
        assertThat(send("office", "PUT", TEMPLATES + "/" + MINUTES, null).code()).isEqualTo("field-missing");
        assertThat(send("office", "PUT", TEMPLATES + "/thu-tinh", withBody(p("x"))).code()).isEqualTo("template-unknown");
    }

    @Test
    void onlyOfficeAndAdministratorsReplace_everybodyReads() {
        byte[] own = withBody(p("x"));
        for (String user : List.of("officer1", "organisation", "committee", "zoneunion")) {
            assertThat(send(user, "PUT", TEMPLATES + "/" + MINUTES, own).status()).as(user).isEqualTo(403);
            assertThat(send(user, "DELETE", TEMPLATES + "/" + MINUTES, null).status()).as(user).isEqualTo(403);
        }
        assertThat(send("admin", "PUT", TEMPLATES + "/" + MINUTES, own).status()).isEqualTo(200);
        assertThat(send("officer1", "GET", TEMPLATES, null).json().get("items")).hasSize(DraftTemplate.values().length)
                .allSatisfy(row -> assertThat(row.get("faults")).isEmpty());
        JsonNode fields = send("officer1", "GET", TEMPLATES + "/ke-hoach-nam/fields", null).json();
        assertThat(fields.get("fields")).anySatisfy(field -> {
            assertThat(field.get("name").asText()).isEqualTo("chiTieuKhaoSat");
            assertThat(field.get("meaning").asText()).isEqualTo("Chỉ tiêu khảo sát");
        });
        assertThat(fields.get("rows").get(0).get("name").asText()).isEqualTo("phanCong");
        assertThat(send("integration", "GET", TEMPLATES, null).status()).isEqualTo(403);
    }

    // --- hands -------------------------------------------------------------------------------------------------------

    /** The owner is to be met on this day. */
    private Task meeting(String code, String day) {
        startPhase("ownerPersuasion", code);
        complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", code, "prepareMeeting", "meetingDate", day);
        return task(code, "meetOwner");
    }

    private List<String> offered(String user, Task task) {
        List<String> names = new ArrayList<>();
        send(user, "GET", drafts(task), null).json().get("offered").forEach(item -> names.add(item.get("template").asText()));
        return names;
    }

    @Test
    void anotherDraftIsMadeOnPurpose_andThatOrderSentTwiceMakesOneToo() {
        String code = enterprise();
        Task meeting = meeting(code, "2026-10-09");
        int first = number(make("officer1", meeting, MINUTES, 201));
        long seen = jdbc.sql("select id from draft where tax_code = ?").param(code).query(Long.class).single();
        String another = "{\"template\": \"" + MINUTES + "\", \"after\": " + seen + "}";
        assertThat(number(send("officer1", "POST", drafts(meeting), another))).isEqualTo(first + 1);
        assertThat(number(send("officer1", "POST", drafts(meeting), another))).isEqualTo(first + 1);
        assertThat(papers(code)).isEqualTo(2);
    }

    private Answer make(String user, Task task, String template, int status) {
        Answer answer = ordered(user, task, template);
        assertThat(answer.status()).as(new String(answer.bytes(), StandardCharsets.UTF_8)).isEqualTo(status);
        return answer;
    }

    private Answer ordered(String user, Task task, String template) {
        return send(user, "POST", drafts(task), "{\"template\": \"" + template + "\"}");
    }

    private int papers(String code) {
        return jdbc.sql("select count(*) from paper where tax_code = ?").param(code).query(Integer.class).single();
    }

    private static int number(Answer made) {
        return Integer.parseInt(made.json().get("number").asText().split("[-/]")[0]);
    }

    private static String drafts(Task task) {
        return "/api/v1/tasks/" + task.getId() + "/drafts";
    }

    private Map<String, Object> paper(String code) {
        return jdbc.sql("select * from paper where tax_code = ? order by id desc fetch first 1 rows only").param(code).query().singleRow();
    }

    private static String content(Map<String, Object> paper) throws IOException {
        return text(Files.readAllBytes(TestFiles.directory("papers").resolve((String) paper.get("STORAGE_KEY"))));
    }

    private Answer send(String user, String method, String path, Object body) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password(user)).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", body instanceof byte[] ? TemplateController.WORD.toString() : "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : body instanceof byte[] bytes
                                ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                                : HttpRequest.BodyPublishers.ofString((String) body))
                .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
