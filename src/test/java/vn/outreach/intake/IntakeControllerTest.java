package vn.outreach.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.intake.Lists.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.intake.Lists.Answer;
import vn.outreach.intake.workbook.SheetRow;
import vn.outreach.intake.workbook.WorkbookReader;
import vn.outreach.testing.OutreachTest;

/** Lists of enterprises over REST, from the file to the register and back. */
@Tag("both-databases")
class IntakeControllerTest extends OutreachTest {

    private static final Object[] HEADER = cells("STT", "Tên doanh nghiệp", "Mã số thuế", "KCN", "Số lao động", "Công đoàn");

    @Autowired
    private IntakeApplying applying;

    private Lists board;

    @BeforeEach
    void asTheOrganisationBoard() {
        at(LocalDate.of(2026, 10, 5));
        board = lists("organisation");
    }

    private Lists lists(String user) {
        return new Lists(port, user, password(user));
    }

    private static byte[] list(Object[]... rows) {
        List<Object[]> all = new ArrayList<>();
        all.add(cells("DANH SÁCH DOANH NGHIỆP"));
        all.add(cells());
        all.add(HEADER);
        all.addAll(List.of(rows));
        return Lists.sheet("Danh sách", all.toArray(Object[][]::new));
    }

    private JsonNode taken(byte[] file, String... more) {
        Answer answer = board.take("REGISTER", "Danh sách KCN.xlsx", file, more);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }

    private JsonNode shown(JsonNode list, int number) {
        return board.get("/" + list.get("id") + "/rows").json().get("items").get(number - 1);
    }

    private JsonNode applied(JsonNode list) {
        Answer answer = board.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        applying.pass();
        return board.get("/" + list.get("id")).json();
    }

    private static String findings(JsonNode row) {
        List<String> sentences = new ArrayList<>();
        row.get("findings").forEach(finding -> sentences.add(finding.get("sentence").asText()));
        return String.join(" | ", sentences);
    }

    // --- there and back ----------------------------------------------------------------------------------------------

    @Test
    void aListIsShownBeforeItIsWritten_andTheSameListAgainChangesNothing() {
        String known = enterprise("name", "TNHH Thép Sóng Lớn", "zone", "Phú Mỹ I", "workers", 600);
        String fresh = newTaxCode();
        byte[] file = list(
                cells(1, "Công ty TNHH Thép Sóng Lớn", known, "KCN Phú Mỹ I", 650, "Có"),
                cells(2, "Công ty CP Gạch " + fresh, fresh, "KCN Phú Mỹ I", "1.250", "Không"));

        JsonNode list = taken(file, "asOf", "2026-09-30");

        assertThat(list.get("state").asText()).isEqualTo("CHECKED");
        assertThat(list.get("counts").toString()).isEqualTo("{\"NEW\":1,\"CHANGED\":1}");
        assertThat(shown(list, 1).get("changes").toString())
                .contains("\"label\":\"Số lao động\",\"before\":\"600\",\"after\":\"650\"")
                .contains("\"label\":\"Ngày công nhận công đoàn cơ sở\",\"before\":null,\"after\":\"30/09/2026\"")
                .doesNotContain("Tên doanh nghiệp", "Khu");
        assertThat(register(known, "workers")).as("nothing is written yet").isEqualTo(600);

        JsonNode written = applied(list);

        assertThat(written.get("state").asText() + " " + written.get("written")).isEqualTo("APPLIED 2");
        assertThat(register(known, "workers")).isEqualTo(650);
        assertThat(register(fresh, "workers")).isEqualTo(1250);
        assertThat(register(fresh, "zone")).as("as the register writes it").isEqualTo("Phú Mỹ I");
        assertThat(jdbc.sql("select source from register_entry where tax_code = ? order by id desc fetch first 1 rows only")
                .param(known).query(String.class).single())
                .isEqualTo("Danh sách “Danh sách KCN.xlsx”, dòng 4; công đoàn: theo danh sách, chưa rõ ngày công nhận");
        assertThat(jdbc.sql("select said_by from register_entry where tax_code = ?").param(fresh).query(String.class).single())
                .isEqualTo("organisation");
        assertThat(jdbc.sql("select new_value from audit where action = 'LIST_APPLIED' and subject = ? and user_id = 'organisation'")
                .param(list.get("id").asText()).query(String.class).list()).containsExactly("2");

        assertThat(taken(file, "asOf", "2026-09-30").get("counts").toString()).isEqualTo("{\"SAME\":2}");
    }

    @Test
    void whatNobodyWorkedOnIsTakenBack_theOthersAreToldWithTheReason() {
        String known = enterprise("name", "TNHH Dệt Kim " + newTaxCode(), "workers", 600);
        String fresh = newTaxCode();
        String worked = newTaxCode();
        JsonNode list = taken(list(
                cells(1, null, known, null, 650, null),
                cells(2, "Công ty " + fresh, fresh, "Phú Mỹ I", 100, null),
                cells(3, "Công ty " + worked, worked, "Phú Mỹ I", 100, null)));
        applied(list);
        startPhase("survey", worked);

        Answer undone = board.send("POST", "/" + list.get("id") + "/undo", Map.of("reason", "Gửi nhầm tệp"));

        assertThat(undone.status()).as("%s", undone).isEqualTo(200);
        assertThat(undone.json().get("state").asText()).isEqualTo("UNDONE");
        assertThat(undone.json().get("undone") + " " + undone.json().get("notUndone")).isEqualTo("2 1");
        assertThat(register(known, "workers")).isEqualTo(600);
        assertThat(jdbc.sql("select tax_code from enterprise where tax_code in (?, ?)").params(fresh, worked)
                .query(String.class).list()).containsExactly(worked);
        assertThat(shown(list, 3).get("notUndone").asText()).isEqualTo("Đã có người làm việc với doanh nghiệp sau khi nạp.");
    }

    // --- what is refused and asked -----------------------------------------------------------------------------------

    @Test
    void aWrongCodeSaysWhichIsMeantProbably_andTheRowStandsOnceItIsMended() {
        String known = enterprise("name", "TNHH Thép Sóng Đông", "workers", 600);
        String wrong = known.substring(0, 9) + (known.charAt(9) == '9' ? '0' : (char) (known.charAt(9) + 1));
        JsonNode list = taken(list(cells(1, "Thép Sóng Đông", wrong, null, 610, null)));

        assertThat(shown(list, 1).get("state").asText()).isEqualTo("REFUSED");
        assertThat(findings(shown(list, 1))).contains("Dòng 4: ", wrong, "có thể là " + known + " (TNHH Thép Sóng Đông)?");

        Answer mended = board.send("PATCH", "/" + list.get("id") + "/rows/1", Map.of("values", Map.of("taxCode", known)));

        assertThat(mended.json().get("state").asText()).as("%s", mended).isEqualTo("CHANGED");
    }

    @Test
    void aWrongCodeThatIsNearToOneInTheRegister_isThatOneProbably() {
        String known = enterprise("name", "TNHH Thép Sóng Đông", "workers", 600);
        String swapped = null;
        for (int i = 2; i < 8 && swapped == null; i++) {
            if (known.charAt(i) != known.charAt(i + 1)) {
                swapped = known.substring(0, i) + known.charAt(i + 1) + known.charAt(i) + known.substring(i + 2);
            }
        }

        JsonNode shown = shown(taken(list(cells(1, "Thép Sóng Đông", swapped, null, 610, null))), 1);

        assertThat(findings(shown)).endsWith("sai số kiểm tra; có thể là " + known + " (TNHH Thép Sóng Đông)?");
        assertThat(shown.get("findings").get(0).get("suggestion").asText()).isEqualTo(known);
    }

    @Test
    void theSameCodeTwice_isRefusedTheSecondTime_untilTheFirstIsLeft() {
        String fresh = newTaxCode();
        JsonNode list = taken(list(cells(1, "Công ty " + fresh, fresh, "Phú Mỹ I", 10, null), cells(2, "Công ty " + fresh, fresh, "Phú Mỹ I", 20, null)));

        assertThat(findings(shown(list, 2))).isEqualTo("Dòng 5 trùng mã số thuế với dòng 4.");

        board.send("PATCH", "/" + list.get("id") + "/rows/1", Map.of("answer", "LEAVE"));

        assertThat(shown(list, 1).get("state").asText() + " " + shown(list, 2).get("state").asText()).isEqualTo("LEFT NEW");
    }

    @Test
    void moreMembersThanWorkersAreRefused() {
        String fresh = newTaxCode();
        byte[] file = Lists.sheet("A", cells("MST", "Tên", "Lao động", "Đoàn viên công đoàn"), cells(fresh, "Công ty " + fresh, 410, 420));

        JsonNode shown = shown(taken(file), 1);
        assertThat(findings(shown)).as("%s", shown)
                .isEqualTo("Dòng 2: “Số đoàn viên công đoàn” là 420, nhiều hơn số lao động (410).");
    }

    @Test
    void aNameOfTheSameZoneUnderNoCodeIsAsked_andTheAnswerGivesTheCode() {
        String known = newTaxCode();
        String name = "TNHH Nhựa " + known;
        applied(taken(list(cells(1, name, known, "Mỹ Xuân A", 100, null))));
        JsonNode list = taken(list(cells(1, "CÔNG TY " + name.toUpperCase(), null, "KCN Mỹ Xuân A", 130, null)));

        JsonNode asked = shown(list, 1);
        assertThat(asked.get("state").asText()).as("%s", asked).isEqualTo("ASK");
        assertThat(asked.get("findings").get(0).get("choices").get(0).get("key").asText()).isEqualTo(known);

        Answer same = board.send("PATCH", "/" + list.get("id") + "/rows/1", Map.of("answer", "SAME", "taxCode", known));

        assertThat(same.json().get("state").asText()).as("%s", same).isEqualTo("CHANGED");
        applied(list);
        assertThat(register(known, "workers")).isEqualTo(130);
    }

    @Test
    void aFigureFarFromTheRegistersIsAsked_oneAnswerForManyRows() {
        String one = enterprise("workers", 600);
        String other = enterprise("workers", 600);
        JsonNode list = taken(list(cells(1, null, one, null, 60, null), cells(2, null, other, null, "khoảng 300", null)));

        assertThat(findings(shown(list, 1))).isEqualTo("Dòng 4: “Số lao động” là 60, lần trước là 600; số này có đúng không?");
        assertThat(shown(list, 2).get("state").asText()).isEqualTo("ASK");

        Answer answers = board.send("POST", "/" + list.get("id") + "/answers", Map.of("rows", List.of(1, 2), "answer", "ACCEPT"));

        assertThat(answers.json().get("rows").asInt()).isEqualTo(2);
        assertThat(shown(list, 1).get("state").asText() + " " + shown(list, 2).get("state").asText()).isEqualTo("CHANGED CHANGED");
        applied(list);
        assertThat(register(one, "workers") + " " + register(other, "workers")).isEqualTo("60 300");
    }

    @Test
    void whatSomebodyChangedSinceItWasShownIsAskedAgain_andNotWrittenOver() {
        String known = enterprise("workers", 600);
        JsonNode list = taken(list(cells(1, null, known, null, 650, null)));
        jdbc.sql("update enterprise set workers = 640, version = version + 1 where tax_code = ?").param(known).update();

        JsonNode written = applied(list);

        assertThat(written.get("written").asInt()).isZero();
        assertThat(findings(shown(list, 1))).contains("đã được cập nhật sau khi xem trước");
        assertThat(shown(list, 1).get("changes").get(0).get("before").asText()).isEqualTo("640");
        board.send("PATCH", "/" + list.get("id") + "/rows/1", Map.of("answer", "ACCEPT"));
        applied(list);
        assertThat(register(known, "workers")).isEqualTo(650);
    }

    @Test
    void allOrNothingWritesNothingWhereOneRowCannotBe() {
        String known = enterprise("workers", 600);
        String other = enterprise("workers", 600);
        JsonNode list = taken(list(cells(1, null, known, null, 650, null), cells(2, null, other, null, 650, null)));
        jdbc.sql("update enterprise set workers = 640, version = version + 1 where tax_code = ?").param(other).update();

        assertThat(board.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "ALL_OR_NOTHING")).status()).isEqualTo(202);
        applying.pass();

        JsonNode after = board.get("/" + list.get("id")).json();
        assertThat(after.get("state").asText() + " " + after.get("written")).isEqualTo("CHECKED 0");
        assertThat(after.get("failure").asText()).isEqualTo("Chưa nạp dòng nào: 1 dòng không ghi được.");
        assertThat(register(known, "workers")).isEqualTo(600);
    }

    @Test
    void columnsOfPersonsAreNotRead_andAColumnThatTwoMayBeIsChosen() {
        String known = enterprise("workers", 600);
        byte[] file = Lists.sheet("A",
                cells("Mã số thuế", "Giám đốc", "Điện thoại", "Số lao động", "Lao động"),
                cells(known, "Nguyễn Văn Kín", "0913111222", 700, 800));
        JsonNode list = taken(file);

        assertThat(list.get("state").asText()).isEqualTo("READ");
        assertThat(list.toString()).contains("Cột D và cột E đều giống “Số lao động”; chọn một cột.").contains("Giám đốc", "Điện thoại");
        assertThat(board.get("/" + list.get("id") + "/rows").toString()).doesNotContain("Nguyễn Văn Kín", "0913111222");
        assertThat(jdbc.sql("select cells from intake_row where intake_id = ?").param(list.get("id").asLong()).query(String.class).single())
                .doesNotContain("Kín", "0913");
        assertThat(board.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "VALID_ROWS")).code()).isEqualTo("intake-columns");

        Answer chosen = board.send("PUT", "/" + list.get("id") + "/columns", Map.of("sheet", "A", "columns", Map.of("D", "workers", "E", "")));

        assertThat(chosen.json().get("state").asText()).as("%s", chosen).isEqualTo("CHECKED");
        assertThat(shown(list, 1).get("changes").get(0).get("after").asText()).isEqualTo("700");
    }

    // --- who and what ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"organisation,201", "office,201", "officer1,403", "board,403", "zoneunion,403", "admin,403"})
    void whoMaySendAList(String user, int status) {
        byte[] file = list(cells(1, "Công ty", newTaxCode(), "Phú Mỹ I", 10, null));
        assertThat(lists(user).take("REGISTER", "a.xlsx", file).status()).isEqualTo(status);
    }

    @Test
    void whatIsNoListIsRefusedInASentence() {
        assertThat(board.take("REGISTER", "a.csv", "a;b".getBytes()).sentence())
                .isEqualTo("Chỉ nhận Excel .xlsx; hãy mở tệp và lưu lại dưới dạng Excel Workbook (.xlsx).");
        assertThat(board.take("REGISTER", "a.xlsx", Lists.sheet("A", cells("Một", "Hai"), cells("ba", "bốn"))).sentence())
                .isEqualTo("Không tìm thấy dòng tiêu đề trong 30 dòng đầu; cần ít nhất cột mã số thuế hoặc tên doanh nghiệp.");
        assertThat(board.take("NOTHING", "a.xlsx", list(cells())).status()).isEqualTo(422);
    }

    @Test
    void aListThatIsBeingWrittenKeepsAnotherWaiting_andADiscardedOneIsGone() {
        JsonNode first = taken(list(cells(1, null, enterprise("workers", 600), null, 650, null)));
        JsonNode second = taken(list(cells(1, null, enterprise("workers", 600), null, 650, null)));
        board.send("POST", "/" + first.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));

        Answer meanwhile = board.send("POST", "/" + second.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));
        applying.pass();

        assertThat(meanwhile.status() + " " + meanwhile.sentence()).matches("409 Danh sách này đang được nạp; xong lúc khoảng \\d\\d:\\d\\d\\.");
        assertThat(board.send("DELETE", "/" + second.get("id"), Map.of()).status()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from intake_file where intake_id = ?").param(second.get("id").asLong()).query(Integer.class).single()).isZero();
        assertThat(board.send("POST", "/" + second.get("id") + "/apply", Map.of("mode", "VALID_ROWS")).code()).isEqualTo("intake-state");
    }

    @Test
    void theSenderGetsTheFileBackWithWhatIsWrong_andNobodyElseDoes() throws IOException {
        String fresh = newTaxCode();
        JsonNode list = taken(list(cells(1, "Công ty " + fresh, fresh, "Phú Mỹ I", "khoảng 300", null), cells(2, "Không mã", null, null, 5, null)));

        Answer back = board.get("/" + list.get("id") + "/file");

        assertThat(back.status()).as("%s", back).isEqualTo(200);
        Path file = Files.createTempFile("back", ".xlsx");
        Files.write(file, back.bytes());
        List<SheetRow> rows = new WorkbookReader().read(file).get(0).rows();
        assertThat(rows.toString()).contains("text=Lỗi", "“khoảng 300” không phải số chính xác", "Dòng 5: chưa có mã số thuế");
        assertThat(lists("office").get("/" + list.get("id") + "/file").status()).as("another who may write lists").isEqualTo(403);
        assertThat(lists("officer1").get("/" + list.get("id")).status()).isEqualTo(403);
        assertThat(board.take("REGISTER", "sửa.xlsx", back.bytes()).json().get("counts").toString()).as("the column of errors is none of the list's")
                .isEqualTo(list.get("counts").toString());
    }

    @Test
    void theFileThatCameBackIsTakenWithoutAQuestionOnceItIsMended() throws IOException {
        String fresh = newTaxCode();
        String other = newTaxCode();
        JsonNode list = taken(list(cells(1, "Công ty " + fresh, fresh, "Phú Mỹ I", "ba tram", null), cells(2, "Công ty " + other, "chua ro", null, 5, null)));
        assertThat(list.get("counts").toString()).doesNotContain("NEW");
        byte[] back = board.get("/" + list.get("id") + "/file").bytes();

        JsonNode again = board.take("REGISTER", "đã sửa.xlsx", mended(back, Map.of("ba tram", "310", "chua ro", other))).json();

        assertThat(again.get("counts").toString()).isEqualTo("{\"NEW\":2}");
        assertThat(applied(again).get("written").asInt()).isEqualTo(2);
        assertThat(register(fresh, "workers")).isEqualTo(310);
    }

    /** As somebody types over cells in a spreadsheet program. */
    private static byte[] mended(byte[] file, Map<String, String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    content = content.replace(">" + text.getKey() + "<", ">" + text.getValue() + "<");
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatTellsOfAPersonIsNotKept_andTheRowSaysSo() {
        String fresh = newTaxCode();
        byte[] file = Lists.sheet("A", cells("MST", "Tên", "Ngành nghề"), cells(fresh, "Công ty " + fresh, "may mặc, gọi anh Tám 0913 111 222"),
                cells(newTaxCode(), "Công ty Hai", "may mặc"));

        JsonNode list = taken(file);

        assertThat(findings(shown(list, 1))).isEqualTo("Dòng 2: cột “Ngành nghề” nêu tên hoặc cách liên lạc của một người;"
                + " nội dung đó không được lưu, hãy sửa ô này.");
        assertThat(shown(list, 2).get("state").asText()).isEqualTo("NEW");
        assertThat(jdbc.sql("select count(*) from intake_row where cells like '%0913%' or findings like '%0913%'").query(Integer.class).single()).isZero();
        assertThat(board.send("PATCH", "/" + list.get("id") + "/rows/1", Map.of("values", Map.of("sector", "may mặc"))).json().get("state").asText())
                .isEqualTo("NEW");
    }

    @Test
    void aRowThatFailsKeepsNoOtherWaiting() {
        String bad = newTaxCode();
        String good = newTaxCode();
        JsonNode list = taken(list(cells(1, "Công ty " + bad, bad, "Phú Mỹ I", 10, null), cells(2, "Công ty " + good, good, "Phú Mỹ I", 10, null)));
        jdbc.sql("update intake_row set cells = replace(cells, '\"text\":\"10\"', '\"text\":null') where intake_id = ? and tax_code = ?")
                .params(list.get("id").asLong(), bad).update();

        JsonNode written = applied(list);

        assertThat(written.get("state").asText() + " " + written.get("written")).isEqualTo("APPLIED 1");
        assertThat(findings(shown(list, 1))).isEqualTo("Dòng 4: hệ thống gặp lỗi khi ghi dòng này; quản trị viên đọc được trong nhật ký.");
        assertThat(register(good, "workers")).isEqualTo(10);
    }

    @Test
    void theSampleOfAKindCanBeReadAgain() {
        Answer sample = board.get("/sample?kind=REGISTER");
        assertThat(sample.status()).isEqualTo(200);
        assertThat(board.take("REGISTER", "mau.xlsx", sample.bytes()).status()).isEqualTo(201);
    }
}
