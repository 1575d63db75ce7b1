package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.ooxml.OfficeFile;
import vn.outreach.base.refusal.Refusal;

/** What is read of a workbook, and which files are refused. */
class WorkbookReaderTest {

    private static final String ONLY_XLSX =
            "Chỉ nhận Excel .xlsx; hãy mở tệp và lưu lại dưới dạng Excel Workbook (.xlsx).";

    @TempDir
    private Path home;

    @Test
    void aPlainWorkbook() throws Exception {
        Path file = home.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            sheet.value(0, 0, "MST");
            sheet.value(0, 1, "Tên DN");
            sheet.value(0, 2, "Ngày công nhận CĐCS");
            sheet.value(2, 0, 3500370371L);
            sheet.value(2, 1, "Thép Sóng Đông");
            sheet.value(2, 2, LocalDate.of(2016, 12, 13));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
        }

        List<SheetText> sheets = new WorkbookReader().read(file);

        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0).name()).isEqualTo("Danh sách");
        assertThat(sheets.get(0).rows()).extracting(SheetRow::number).containsExactly(1, 3);
        SheetRow row = sheets.get(0).rows().get(1);
        assertThat(row.cells()).extracting(Cell::text).containsExactly("3500370371", "Thép Sóng Đông", "13/12/2016");
        assertThat(row.cells().get(0).number()).isEqualByComparingTo("3500370371");
        assertThat(row.cells().get(2).day()).isEqualTo("2016-12-13");
        Table table = new TableFinder().find(sheets.get(0), ListColumns.of("REGISTER", TableFinderTest.register()), Map.of());
        assertThat(table.rows()).extracting(each -> each.cells().keySet())
                .containsExactly(Set.of("taxCode", "name", "unionRecognisedOn"));
    }

    private List<SheetText> read(RawWorkbook workbook) throws IOException {
        return new WorkbookReader().read(workbook.write(home.resolve("raw.xlsx")));
    }

    private static List<String> texts(SheetText sheet) {
        return sheet.rows().stream().map(row -> row.number() + row.cells().stream()
                .map(cell -> " " + Cell.letter(cell.column()) + "=" + cell.text()).collect(Collectors.joining())).toList();
    }

    @Test
    void everyKindOfCell() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        int first = raw.shared("Mã số\nthuế");
        int second = raw.shared("Thép</t></si><si><r><t>Sóng </t></r><r><rPr><b/></rPr><t>Đông</t></r><rPh><t>ignored</t></rPh></si><si><t>x");
        raw.sheet("Tờ 1", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + first + "</v></c><c r=\"B1\" t=\"s\"><v>" + (second + 1)
                + "</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>trong_x000D_\nô</t></is></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><v>3.500370371E9</v></c><c r=\"B3\"><f>SUM(C1:C2)</f><v>410</v></c>"
                + "<c r=\"C3\" t=\"str\"><f>A1&amp;B1</f><v>kết quả</v></c><c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\" t=\"e\"><v>#N/A</v></c>"
                + "<c r=\"F3\" s=\"3\"/><c r=\"G3\" t=\"str\"><f>IF(1,\"\",2)</f><v></v></c></row>"
                + "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>42717</v></c><c r=\"B4\" s=\"2\"><v>42717</v></c><c r=\"C4\" s=\"4\"><v>42717</v></c>"
                + "<c r=\"D4\" s=\"1\"><f>A4+1</f><v>42718.5</v></c><c r=\"E4\"><v>0.30000000000000004</v></c><c r=\"F4\" s=\"1\"><v>-5</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t> \u00a0 </t></is></c></row>");

        SheetText sheet = read(raw).get(0);

        assertThat(texts(sheet)).containsExactly("1 A=Mã số\nthuế B=Sóng Đông D=trong \nô",
                "3 A=3500370371 B=410 C=kết quả D=TRUE E=#N/A",
                "4 A=13/12/2016 B=12/2016 C=42717 D=14/12/2016 E=0.30000000000000004 F=-5");
        assertThat(sheet.rows().get(1).at(1).number()).isEqualByComparingTo("410");
        assertThat(sheet.rows().get(2).at(1).day()).isEqualTo("2016-12-13");
        assertThat(sheet.rows().get(2).at(2).day()).isNull();
    }

    @Test
    void daysThatAreCountedFrom1904() throws Exception {
        RawWorkbook raw = new RawWorkbook().countsFrom1904().sheet("A", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>41255</v></c></row>");

        assertThat(read(raw).get(0).rows().get(0).at(0).day()).isEqualTo("2016-12-13");
    }

    @Test
    void sheetsThatAreHiddenAndRowsWithoutNumbers() throws Exception {
        RawWorkbook raw = new RawWorkbook().sheet("A", "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")
                .sheet("B", " state=\"hidden\"", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "").sheet("C", " state=\"veryHidden\"", "", "");

        List<SheetText> sheets = read(raw);

        assertThat(sheets).extracting(SheetText::name, SheetText::hidden)
                .containsExactly(tuple("A", false), tuple("B", true), tuple("C", true));
        assertThat(texts(sheets.get(0))).containsExactly("1 A=a B=2", "3 A=3");
    }

    @Test
    void cellsThatAreMergedAndRowsThatAreNotShown() throws Exception {
        SheetText sheet = read(new RawWorkbook().sheet("A", "", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>",
                "<mergeCells><mergeCell ref=\"B7:C12\"/><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"x\"/></mergeCells>")).get(0);

        assertThat(sheet.merged()).containsExactly(new MergedCells(7, 12, 1, 2));
        assertThat(sheet.hiddenRows()).isEqualTo(1);
        assertThat(sheet.rows()).hasSize(2);
    }

    @Test
    void aWorkbookWithoutStyles() throws Exception {
        Path file = Files.write(home.resolve("raw.xlsx"), new RawWorkbook().sheet("A", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes(""));

        assertThat(texts(new WorkbookReader().read(file).get(0))).containsExactly("1 A=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"14 | | DAY", "27 | | DAY", "0 | General | NUMBER", "164 | dd\\/mm\\/yyyy;@ | DAY", "164 | [$-42A]d mmmm, yyyy | DAY",
        "164 | mm/yyyy | MONTH", "164 | yyyy | YEAR", "164 | #,##0 \"đồng\" | NUMBER", "164 | [Red]0.00 | NUMBER", "164 | [h]:mm:ss | NUMBER",
        "49 | @ | NUMBER", "164 | 0_d | NUMBER", "164 | \"ngày\" 0 | NUMBER", "164 | \\y0 | NUMBER"})
    void formatsThatShowDays(int id, String format, CellFormat shown) {
        assertThat(CellFormat.of(id, format)).isEqualTo(shown);
    }

    @Test
    void moreThanIsTaken() throws Exception {
        RawWorkbook sheets = new RawWorkbook();
        for (int i = 1; i <= 21; i++) {
            sheets.sheet("S" + i, "");
        }
        assertRefused(sheets.bytes(), "intake-size", "Tệp có 21 trang tính, tối đa 20 trang tính.");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20_001; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\"><v>1</v></c></row>");
        }
        assertRefused(new RawWorkbook().sheet("A", rows.toString()).bytes(), "intake-size",
                "Tệp có 20.001 dòng, tối đa 20.000 dòng; hãy chia thành nhiều tệp.");
        assertRefused(new RawWorkbook().sheet("A", "<row r=\"1\"><c r=\"GS1\"><v>1</v></c></row>").bytes(), "intake-size",
                "Tệp có 201 cột, tối đa 200 cột.");
    }

    @Test
    void wideAndLongSheetsWithNothingInThem() throws Exception {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>");
        for (int i = 2; i <= 30_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" s=\"1\"/></row>");
        }

        assertThat(texts(read(new RawWorkbook().sheet("A", rows.toString())).get(0))).containsExactly("1 A=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "<row r=\"99999999\"><c><v>1</v></c></row>",
        "<row r=\"x\"><c><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>7</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" s=\"z\"><v>7</v></c></row>", "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"9\"/><v>7</v></c></row>"})
    void sheetsThatNoProgramWrites(String rows) throws Exception {
        assertRefused(new RawWorkbook().sheet("A", rows).bytes(), "intake-broken",
                "Tệp Excel bị hỏng, không đọc được; hãy mở bằng Excel, lưu lại rồi gửi lại.");
    }

    @Test
    void aSharedTextThatIsNotThere() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        raw.shared("a");
        assertRefused(raw.sheet("A", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>").bytes(), "intake-broken",
                "Tệp Excel bị hỏng, không đọc được; hãy mở bằng Excel, lưu lại rồi gửi lại.");
    }

    @Test
    void numbersThatNobodyWrites() throws Exception {
        assertThat(texts(read(new RawWorkbook().sheet("A", "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c><c r=\"B1\"><v>nan</v></c></row>")).get(0)))
                .containsExactly("1 A=1E999999999");
        assertRefused(new RawWorkbook().sheet("A", "<row r=\"1\"><c r=\"A1\"><v>" + "1".repeat(100_000) + "</v></c></row>").bytes(),
                "intake-broken", "Tệp Excel bị hỏng, không đọc được; hãy mở bằng Excel, lưu lại rồi gửi lại.");
    }

    @Test
    void whatRunsOrIsNoWorkbook() throws Exception {
        assertRefused(OfficeFile.word("<w:p/>").bytes(), "intake-kind", ONLY_XLSX);
        assertRefused(new OfficeFile().part("a.txt", "text/plain", "x").bytes(), "intake-embedded",
                "Tệp chèn nguyên một tài liệu hay trang web khác không được nhận; hãy chép nội dung vào tệp rồi lưu lại.");
        assertRefused(new OfficeFile().part("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "<workbook/>").bytes(),
                "intake-macros", ONLY_XLSX);
        assertRefused(new RawWorkbook().sheet("A", "<row r=\"1\"><c r=\"A1\"><f>cmd|'/c calc'!A0</f></c></row>").bytes(), "intake-links",
                "Bảng tính có công thức lấy dữ liệu từ nơi khác không được nhận: cmd|'/c calc'!A0. Hãy đổi công thức thành giá trị rồi lưu lại.");
    }

    @Test
    void otherFiles() throws Exception {
        assertRefused("MST;Tên\n1;2".getBytes(StandardCharsets.UTF_8), "intake-kind", ONLY_XLSX);
        assertRefused("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "intake-kind", ONLY_XLSX);
        assertRefused(new byte[0], "intake-empty", "Tệp rỗng.");
        assertRefused(ole("Workbook"), "intake-kind", ONLY_XLSX);
        assertRefused(ole("EncryptedPackage"), "intake-password", "Tệp có mật khẩu không được nhận; hãy bỏ mật khẩu rồi lưu lại.");
    }

    private static byte[] ole(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        byte[] file = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, file, 0, 4);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    private void assertRefused(byte[] content, String code, String sentence) throws IOException {
        Path file = home.resolve("other");
        Files.write(file, content);
        assertThatThrownBy(() -> new WorkbookReader().read(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessage(sentence);
        });
    }
}
