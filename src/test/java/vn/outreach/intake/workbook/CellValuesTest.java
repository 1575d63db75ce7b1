package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.intake.workbook.CellValue.Verdict;

/** What cells say, as people really fill them. */
class CellValuesTest {

    private static CellValue of(ValueKind kind, Cell cell) {
        return CellValues.of(new ListField("any", kind, List.of("Any"), false), cell);
    }

    private static CellValue text(ValueKind kind, String text) {
        return of(kind, Cell.text(0, text));
    }

    private static CellValue number(ValueKind kind, String number) {
        BigDecimal value = new BigDecimal(number);
        return of(kind, new Cell(0, value.toPlainString(), value, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TAX_CODE | 3500370371 | 3500370371", "TAX_CODE | 3500 370 371 | 3500370371", "TAX_CODE | 3500.370.371 | 3500370371",
        "TAX_CODE | MST: 3500-370371 | 3500370371", "TAX_CODE | 0100047516-001 | 0100047516-001", "TAX_CODE | 0100047516001 | 0100047516-001",
        "NUMBER | 1.250 | 1250", "NUMBER | 1,250 | 1250", "NUMBER | 1 250 người | 1250", "NUMBER | 410 LĐ | 410", "NUMBER | 12.345.678 | 12345678",
        "NUMBER | 0 | 0", "NUMBER | 85,0 | 85",
        "DAY | 13/12/2016 | 2016-12-13", "DAY | 13-12-2016 | 2016-12-13", "DAY | 3.2.2016 | 2016-02-03", "DAY | 2016-12-13 | 2016-12-13",
        "DAY | ngày 13 tháng 12 năm 2016 | 2016-12-13", "DAY | 13/12/2016 00:00:00 | 2016-12-13",
        "YES_NO | Có | true", "YES_NO | x | true", "YES_NO | X | true", "YES_NO | Đã có | true", "YES_NO | TRUE | true", "YES_NO | ✓ | true",
        "YES_NO | Chưa | false", "YES_NO | không | false", "YES_NO | Chưa có | false", "YES_NO | 0 | false",
        "TEXT | CTY  TNHH A | CTY TNHH A", "ZONE | KCN Phú Mỹ I | KCN Phú Mỹ I"})
    void certain(ValueKind kind, String text, String value) {
        assertThat(text(kind, text)).isEqualTo(CellValue.ok(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TAX_CODE | 100047516001 | 0100047516-001 | mã số thuế 100047516001 có 12 chữ số, thiếu số 0 ở đầu",
        "TAX_CODE | 100047516 | 0100047516 | mã số thuế 100047516 có 9 chữ số, thiếu số 0 ở đầu",
        "NUMBER | khoảng 300 | 300 | “khoảng 300” không phải số chính xác", "NUMBER | trên 500 | 500 | “trên 500” không phải số chính xác",
        "NUMBER | 1.200+ | 1200 | “1.200+” không phải số chính xác", "NUMBER | 300-350 | | không rõ “300-350” là số nào",
        "NUMBER | 410/120 nữ | | không rõ “410/120 nữ” là số nào", "NUMBER | 1.25 | | không rõ “1.25” là số nào",
        "NUMBER | chưa có | 0 | “chưa có” không phải số",
        "DAY | 12/2016 | 2016-12-01 | “12/2016” chưa rõ ngày: chỉ có tháng và năm", "DAY | 2016 | | “2016” chưa rõ ngày: chỉ có năm",
        "DAY | 13/12/16 | 2016-12-13 | “13/12/16” chưa rõ ngày: năm ghi hai chữ số",
        "DAY | QĐ 12 ngày 13/12/2016 | 2016-12-13 | “QĐ 12 ngày 13/12/2016” chưa rõ ngày: ngày nằm giữa chữ khác",
        "DAY | 12/13/2016 | 2016-12-13 | “12/13/2016” không có tháng 13",
        "YES_NO | Có (2018) | true | không rõ “Có (2018)” là có hay không", "YES_NO | Chưa đủ người | false | không rõ “Chưa đủ người” là có hay không"})
    void asked(ValueKind kind, String text, String suggestion, String reason) {
        assertThat(text(kind, text)).isEqualTo(CellValue.ask(reason, suggestion));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TAX_CODE | 3500370372 | 3500370371 | mã số thuế 3500370372 sai số kiểm tra",
        "TAX_CODE | 35003703 | | mã số thuế 35003703 có 8 chữ số; phải có 10, hoặc 13 với chi nhánh",
        "TAX_CODE | 077085001234 | | 077085001234 có 12 chữ số, là số định danh cá nhân chứ không phải mã số thuế của doanh nghiệp",
        "TAX_CODE | 35OO37O371 | 3500370371 | mã số thuế 35OO37O371 có chữ cái", "TAX_CODE | đang xin | | không đọc được mã số thuế “đang xin”",
        "NUMBER | nhiều | | “nhiều” không phải số", "NUMBER | 99999999999 | | số “99999999999” quá lớn", "NUMBER | #REF! | | công thức trong ô bị lỗi (#REF!)",
        "DAY | 31/02/2016 | | không đọc được ngày “31/02/2016”", "DAY | sắp tới | | không đọc được ngày “sắp tới”",
        "DAY | 13/12/1816 | | không đọc được ngày “13/12/1816”", "YES_NO | tốt | | không rõ “tốt” là có hay không"})
    void refused(ValueKind kind, String text, String suggestion, String reason) {
        assertThat(text(kind, text)).isEqualTo(CellValue.refused(reason, suggestion));
    }

    @ParameterizedTest
    @CsvSource({"TAX_CODE, 3500370371, OK, 3500370371,", "TAX_CODE, 100047516, OK, 0100047516,", "TAX_CODE, 100047516001, OK, 0100047516-001,",
        "TAX_CODE, 100047517, REFUSED,,", "TAX_CODE, 77085001234, REFUSED,,", "NUMBER, 410, OK, 410,", "NUMBER, 409.99999999999994, OK, 410,",
        "NUMBER, 1.25, ASK,, 1250", "NUMBER, -3, REFUSED,,", "DAY, 2016, ASK,,", "DAY, 42717, ASK,, 2016-12-13", "DAY, 12, REFUSED,,",
        "YES_NO, 1, OK, true,", "YES_NO, 25, ASK,, true", "TEXT, 12, OK, 12,"})
    void numbers(ValueKind kind, String number, Verdict verdict, String value, String suggestion) {
        CellValue read = number(kind, number);

        assertThat(read.verdict()).isEqualTo(verdict);
        assertThat(read.value()).isEqualTo(value);
        assertThat(read.suggestion()).isEqualTo(suggestion);
    }

    @Test
    void cellsThatAreShownAsDays() {
        LocalDate day = LocalDate.of(2016, 12, 1);

        assertThat(of(ValueKind.DAY, new Cell(0, "01/12/2016", null, day))).isEqualTo(CellValue.ok("2016-12-01"));
        assertThat(of(ValueKind.DAY, new Cell(0, "12/2016", null, day)).verdict()).isEqualTo(Verdict.ASK);
        assertThat(of(ValueKind.DAY, new Cell(0, "2016", null, day)).verdict()).isEqualTo(Verdict.ASK);
        assertThat(of(ValueKind.NUMBER, new Cell(0, "01/12/2016", null, day)).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(of(ValueKind.TAX_CODE, new Cell(0, "01/12/2016", null, day)).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(of(ValueKind.YES_NO, new Cell(0, "01/12/2016", null, day))).extracting(CellValue::verdict, CellValue::suggestion)
                .containsExactly(Verdict.ASK, "true");
    }

    @ParameterizedTest
    @CsvSource({"TAX_CODE, -", "NUMBER, –", "DAY, ...", "YES_NO, /", "TEXT, '- - -'", "DAY, N/A"})
    void marksForNothing(ValueKind kind, String text) {
        assertThat(text(kind, text)).isEqualTo(CellValue.ok(null));
    }

    @Test
    void codesNearAWrongOne() {
        List<String> near = CellValues.taxCodesNear("3500730371");

        assertThat(near).contains("3500370371").doesNotContain("3500730371").allMatch(code -> code.length() == 10);
        assertThat(near.get(0)).isEqualTo("3500370371");
        assertThat(CellValues.taxCodesNear("12")).isEmpty();
    }
}
