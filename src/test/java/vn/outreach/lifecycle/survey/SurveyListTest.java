package vn.outreach.lifecycle.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.intake.Lists.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.background.Background;
import vn.outreach.intake.Lists;
import vn.outreach.intake.Lists.Answer;
import vn.outreach.testing.OutreachTest;

/** Lists of what surveys found: each row completes an open survey as the officer who sent it. */
@Tag("both-databases")
class SurveyListTest extends OutreachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final Object[] HEADER = cells("Mã số thuế", "Tên doanh nghiệp", "Kết quả khảo sát", "Ngày khảo sát", "Số lao động",
            "Đoàn viên công đoàn", "Đoàn viên thanh niên", "Số chi đoàn", "Đảng viên chính thức", "Đảng viên dự bị",
            "Thái độ chủ doanh nghiệp", "Mức độ tiếp cận", "Lao động nữ", "Người liên hệ");

    @Autowired
    private List<Background> background;

    private Lists officer;

    @BeforeEach
    void asAnOfficer() {
        at(DAY);
        officer = new Lists(port, "officer1", password("officer1"));
    }

    private String scheduled(int workers) {
        String code = enterprise("workers", workers);
        startPhase("survey", code, "responsibleMember", "officer1");
        complete("officer1", code, "scheduleSurvey", "surveyDate", DAY.toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        return code;
    }

    private static Object[] found(String code, int workers) {
        return cells(code, "Công ty " + code, "Hoàn thành", DAY, workers, 40, 12, 1, 3, 1, "ủng hộ", "Dễ tiếp cận", 60, "Ông Nguyễn Văn Chủ");
    }

    private JsonNode taken(Lists person, Object[]... rows) {
        List<Object[]> all = new ArrayList<>(List.of(new Object[][] {HEADER}));
        all.addAll(List.of(rows));
        Answer answer = person.take("SURVEYS", "Khảo sát tháng 10.xlsx", Lists.sheet("Phiếu", all.toArray(Object[][]::new)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }

    private JsonNode shown(JsonNode list, int number) {
        return officer.get("/" + list.get("id") + "/rows").json().get("items").get(number - 1);
    }

    private JsonNode applied(JsonNode list) {
        Answer answer = officer.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        background.stream().filter(each -> each.title().equals("Nạp danh sách từ Excel")).forEach(Background::pass);
        return officer.get("/" + list.get("id")).json();
    }

    private static String findings(JsonNode row) {
        List<String> sentences = new ArrayList<>();
        row.get("findings").forEach(finding -> sentences.add(finding.get("sentence").asText()));
        return String.join(" | ", sentences);
    }

    @Test
    void eachRowCompletesTheSurveyOfItsEnterprise_andTheSameListAgainChangesNothing() {
        String first = scheduled(200);
        String refused = scheduled(200);
        Object[][] rows = {found(first, 210), cells(refused, null, "Doanh nghiệp từ chối", null, null, null, null, null, null, null, null, null, null, null)};
        JsonNode list = taken(officer, rows);
        assertThat(list.get("counts").toString()).isEqualTo("{\"NEW\":2}");
        assertThat(list.get("sheets").get(0).get("personal").toString()).isEqualTo("[\"Người liên hệ\"]");
        assertThat(shown(list, 1).get("changes").toString()).contains("\"label\":\"Tổng số lao động\",\"before\":\"200\",\"after\":\"210\"");
        assertThat(openSteps(first)).containsExactly("conductSurvey");

        assertThat(applied(list).get("written").asInt()).isEqualTo(2);

        assertThat(openSteps(first)).containsExactly("verifyPostings");
        assertThat(row(first, "conductSurvey")).containsEntry("result", "COMPLETED").containsEntry("recorded_by", "officer1");
        assertThat(jdbc.sql("select details from outcome where tax_code = ? and step = 'conductSurvey'").param(first).query(String.class).single())
                .contains("femaleWorkers").doesNotContain("Nguyễn Văn Chủ");
        assertThat(register(first, "workers")).isEqualTo(210);
        assertThat(register(first, "owner_attitude")).isEqualTo("SUPPORTIVE");
        assertThat(row(refused, "conductSurvey")).containsEntry("result", "REFUSED");

        assertThat(taken(officer, rows[0]).get("counts").toString()).isEqualTo("{\"SAME\":1}");
    }

    @Test
    void whatTheStepWouldRefuseIsRefusedBeforeAnythingIsWritten() {
        String short1 = scheduled(200);
        String many = scheduled(30);
        String others = scheduled(200);
        tasks.setAssignee(task(others, "conductSurvey").getId(), "officer2");
        String none = enterprise("workers", 200);
        String unknown = newTaxCode();
        String future = scheduled(200);
        Object[] tomorrow = found(future, 210);
        tomorrow[3] = DAY.plusDays(1);
        Object[] attitude = found(short1, 210);
        attitude[10] = "Vui vẻ";
        JsonNode list = taken(officer,
                cells(short1, null, null, DAY, 210, null, 12, 1, 3, 1, null, "Dễ tiếp cận", null, null),
                found(many, 30), found(others, 210), found(none, 210), found(unknown, 210), tomorrow);

        assertThat(list.get("counts").toString()).isEqualTo("{\"REFUSED\":6}");
        assertThat(findings(shown(list, 1))).isEqualTo("Dòng 2: khảo sát đã xong còn thiếu: Thái độ chủ doanh nghiệp, Đoàn viên công đoàn.");
        assertThat(findings(shown(list, 2))).startsWith("Dòng 3: “").contains("là 40").contains("(30)");
        assertThat(findings(shown(list, 3))).isEqualTo("Dòng 4: việc khảo sát đang do Trần Văn Bình giữ.");
        assertThat(findings(shown(list, 4))).isEqualTo("Dòng 5: không có việc khảo sát nào của doanh nghiệp này đang mở với đồng chí.");
        assertThat(findings(shown(list, 5))).isEqualTo("Dòng 6: trong sổ không có doanh nghiệp mang mã số thuế %s.".formatted(unknown));
        assertThat(findings(shown(list, 6))).contains("Dòng 7: “").contains("không được ở sau hôm nay");
        assertThat(findings(shown(taken(officer, attitude), 1))).contains("Dòng 2: “Thái độ chủ doanh nghiệp” phải là một trong: Ủng hộ, Trung lập");
    }

    @Test
    void whatOnlyTheStepKnowsRefusesThatRowAlone() {
        String good = scheduled(200);
        String planned = scheduled(200);
        Object[] before = found(planned, 210);
        before[3] = DAY.minusDays(1);
        JsonNode list = taken(officer, before, found(good, 210));

        JsonNode written = applied(list);

        assertThat(written.get("state").asText() + " " + written.get("written")).isEqualTo("APPLIED 1");
        assertThat(openSteps(planned)).containsExactly("conductSurvey");
        assertThat(shown(list, 1).get("state").asText()).isEqualTo("REFUSED");
        assertThat(findings(shown(list, 1))).contains("Dòng 2:").contains("ngày lên lịch khảo sát");
        assertThat(openSteps(good)).containsExactly("verifyPostings");
    }

    @Test
    void aFigureFarFromTheRegistersIsAsked() {
        String code = scheduled(900);
        JsonNode list = taken(officer, found(code, 210));
        assertThat(findings(shown(list, 1))).isEqualTo("Dòng 2: “Số lao động” là 210, lần trước là 900; số này có đúng không?");
        officer.send("POST", "/" + list.get("id") + "/answers", Map.of("code", "figure-far", "answer", "ACCEPT"));
        assertThat(applied(list).get("written").asInt()).isEqualTo(1);
        assertThat(register(code, "workers")).isEqualTo(210);
    }

    @Test
    void whatIsDoneIsNotTakenBack_andNotWrittenAsAWhole() {
        JsonNode list = taken(officer, found(scheduled(200), 210));
        Answer whole = officer.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "ALL_OR_NOTHING"));
        assertThat(whole.status() + " " + whole.code()).isEqualTo("422 field-choice");
        applied(list);
        Answer undone = officer.send("POST", "/" + list.get("id") + "/undo", Map.of("reason", "Nhầm"));
        assertThat(undone.status() + " " + undone.code()).isEqualTo("409 intake-acts");
    }

    @Test
    void whoSurveysNothingSendsNoSurveys() {
        for (String other : List.of("zoneunion", "office", "propaganda")) {
            Answer answer = new Lists(port, other, password(other)).take("SURVEYS", "a.xlsx", Lists.sheet("Phiếu", HEADER, found(newTaxCode(), 210)));
            assertThat(answer.status() + " " + answer.code()).as(other).isEqualTo("403 wrong-person");
        }
    }
}
