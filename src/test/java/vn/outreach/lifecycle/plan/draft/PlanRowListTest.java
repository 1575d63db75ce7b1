package vn.outreach.lifecycle.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.intake.Lists.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
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

/** Lists of a year's plan over REST: into the draft, out as its sheet, and in again. */
@Tag("both-databases")
class PlanRowListTest extends OutreachTest {

    private static final Object[] HEADER = cells("Mã số thuế", "Doanh nghiệp", "KCN", "Số lao động", "Người phụ trách",
            "Bộ phận tham mưu", "Nội dung giao", "Số người kết nạp", "Hoàn thành trước");

    @Autowired
    private List<Background> background;

    private Lists board;

    @BeforeEach
    void asTheOrganisationBoard() {
        at(LocalDate.of(2026, 10, 5));
        board = new Lists(port, "organisation", password("organisation"));
    }

    private JsonNode taken(int year, byte[] file) {
        Answer answer = board.take("PLAN_ROWS", "Kế hoạch.xlsx", file, "planYear", Integer.toString(year));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }

    private JsonNode applied(JsonNode list) {
        assertThat(board.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "ALL_OR_NOTHING")).status()).isEqualTo(202);
        background.stream().filter(each -> each.title().equals("Nạp danh sách từ Excel")).forEach(Background::pass);
        return board.get("/" + list.get("id")).json();
    }

    private byte[] sheet(int year) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("organisation:" + password("organisation")).getBytes());
        HttpResponse<byte[]> sheet = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/plans/" + year + "/rows.xlsx"))
                .header("Authorization", "Basic " + login).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(sheet.statusCode()).as("%s", new String(sheet.body())).isEqualTo(200);
        return sheet.body();
    }

    private List<Map<String, Object>> rows(int year) {
        return jdbc.sql("select tax_code, responsible_member, unit, measures, admission_target, due_on from plan_row where plan_year = ? order by tax_code")
                .param(year).query().listOfRows();
    }

    @Test
    void aListBecomesRowsOfTheDraft_withEnterprisesThatNobodyKnew_andItsSheetChangesNothing() throws Exception {
        String known = enterprise("workers", 600);
        String fresh = newTaxCode();
        JsonNode list = taken(2017, Lists.sheet("Kế hoạch", HEADER,
                cells(known, null, null, null, "officer1", "Ban Dân vận", "Khảo sát doanh nghiệp, Thành lập công đoàn", 2, LocalDate.of(2017, 6, 30)),
                cells(fresh, "Công ty " + fresh, "KCN Phú Mỹ I", 250, null, null, null, null, null)));
        assertThat(list.get("counts").toString()).isEqualTo("{\"NEW\":2}");

        assertThat(applied(list).get("written").asInt()).isEqualTo(2);

        assertThat(register(fresh, "workers")).isEqualTo(250);
        Map<String, Object> row = rows(2017).stream().filter(each -> each.get("tax_code").equals(known)).findFirst().orElseThrow();
        assertThat(row).containsEntry("responsible_member", "officer1").containsEntry("unit", "massMobilisationBoard")
                .containsEntry("measures", "SURVEY,UNION").containsEntry("admission_target", 2);
        assertThat(taken(2017, sheet(2017)).get("counts").toString()).as("0 new, 0 changed").isEqualTo("{\"SAME\":2}");
    }

    @Test
    void whatAListWroteIntoADraftIsTakenBack_withTheEnterpriseThatCameWithIt() {
        String known = enterprise("workers", 600);
        String fresh = newTaxCode();
        planned(known, 2018, "DRAFT", 1);
        JsonNode list = taken(2018, Lists.sheet("Kế hoạch", HEADER,
                cells(known, null, null, null, null, null, null, 5, null),
                cells(fresh, "Công ty " + fresh, "KCN Phú Mỹ I", 250, null, null, null, null, null)));
        assertThat(list.get("counts").toString()).isEqualTo("{\"NEW\":1,\"CHANGED\":1}");
        applied(list);
        assertThat(rows(2018)).extracting(row -> row.get("admission_target")).contains(5);

        Answer undone = board.send("POST", "/" + list.get("id") + "/undo", Map.of("reason", "Nhầm năm"));

        assertThat(undone.json().get("undone").asInt()).as("%s", undone).isEqualTo(2);
        assertThat(rows(2018)).hasSize(1).first().extracting(row -> row.get("admission_target")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from enterprise where tax_code = ?").param(fresh).query(Integer.class).single()).isZero();
    }

    @Test
    void whatAPlanCannotHaveIsRefusedInItsRow_andAnApprovedPlanTakesNoList() {
        String known = enterprise("workers", 600);
        JsonNode list = taken(2019, Lists.sheet("Kế hoạch", HEADER,
                cells(known, null, null, null, "Người Không Có", null, null, null, null),
                cells(enterprise(), null, null, null, null, null, "Trồng cây", null, null),
                cells(enterprise(), null, null, null, null, null, null, null, LocalDate.of(2020, 1, 1))));
        assertThat(board.get("/" + list.get("id") + "/rows").json().get("items").findValuesAsText("sentence")).containsExactly(
                "Dòng 2: người phụ trách “Người Không Có” không có trong hệ thống.",
                "Dòng 3: “Nội dung giao” không có “Trồng cây”; chỉ có: Khảo sát doanh nghiệp, Gặp chủ doanh nghiệp, Thành lập công đoàn,"
                        + " Thành lập chi bộ, Kết nạp đảng viên.",
                "Dòng 4: “Hoàn thành trước” phải trong năm 2019.");
        planned(known, 2020, "APPROVED", 1);
        assertThat(board.take("PLAN_ROWS", "a.xlsx", Lists.sheet("A", HEADER), "planYear", "2020").code()).isEqualTo("plan-approved");
        assertThat(board.take("PLAN_ROWS", "a.xlsx", Lists.sheet("A", HEADER)).code()).isEqualTo("field-missing");
        assertThat(new Lists(port, "office", password("office")).take("PLAN_ROWS", "a.xlsx", Lists.sheet("A", HEADER), "planYear", "2019").status())
                .isEqualTo(403);
    }
}
