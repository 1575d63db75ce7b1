package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.intake.workbook.MarkedWorkbook.Mark;

/** The workbook that goes back to who sent it. */
class MarkedWorkbookTest {

    @TempDir
    private Path home;

    private Path original() throws IOException {
        RawWorkbook raw = new RawWorkbook();
        int heading = raw.shared("MST");
        int name = raw.shared("Tên DN");
        return raw.sheet("Danh sách", "", "<row r=\"2\" spans=\"1:2\"><c r=\"A2\" t=\"s\"><v>" + heading + "</v></c><c r=\"B2\" t=\"s\"><v>" + name + "</v></c></row>"
                        + "<row r=\"3\" spans=\"1:4\" ht=\"30\"><c r=\"A3\" s=\"3\" t=\"inlineStr\"><is><t>3500370372</t></is></c><c r=\"B3\"><f>1+1</f><v>2</v></c>"
                        + "<c r=\"C3\" s=\"1\"/></row><row r=\"4\"><c r=\"B4\" s=\"1\"><v>42717</v></c></row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells><dataValidations count=\"1\"><dataValidation prompt=\"một&#10;hai\" sqref=\"A1\"/>"
                        + "</dataValidations><controls xmlns:x=\"urn:x\"><x:row>4</x:row></controls>")
                .sheet("Ẩn", " state=\"hidden\"", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "").write(home.resolve("a.xlsx"));
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path marked(Path original, Mark... marks) throws IOException {
        Path target = home.resolve("b.xlsx");
        MarkedWorkbook.write(original, target, Map.of("Danh sách", 2), List.of(marks));
        return target;
    }

    private static List<String> column(SheetText sheet, int column) {
        return sheet.rows().stream().filter(row -> row.at(column) != null).map(row -> row.number() + " " + row.at(column).text()).toList();
    }

    @Test
    void theErrorsStandBesideTheRows() throws Exception {
        Path file = marked(original(), new Mark("Danh sách", 3, 0, "mã số thuế 3500370372 sai số kiểm tra"),
                new Mark("Danh sách", 3, null, "trùng <dòng> 12 & 13"), new Mark("Danh sách", 4, 0, "thiếu mã số thuế"), new Mark("Khác", 3, 0, "x"));

        List<SheetText> sheets = new WorkbookReader().read(file);

        assertThat(column(sheets.get(0), 2)).containsExactly("2 Lỗi", "3 trùng <dòng> 12 & 13\nCột A: mã số thuế 3500370372 sai số kiểm tra",
                "4 Cột A: thiếu mã số thuế");
        assertThat(column(sheets.get(0), 0)).containsExactly("2 MST", "3 3500370372");
        assertThat(column(sheets.get(0), 1)).containsExactly("2 Tên DN", "3 2", "4 13/12/2016");
        assertThat(sheets.get(1).hidden()).isTrue();
    }

    @Test
    void theCellsThatAreMeantHaveTheirOwnStyleOnRed() throws Exception {
        Path file = marked(original(), new Mark("Danh sách", 3, 0, "a"), new Mark("Danh sách", 4, 0, "b"), new Mark("Danh sách", 4, 1, "c"));

        assertThat(part(file, "xl/styles.xml")).contains("<fills count=\"3\">").contains("<fgColor rgb=\"FFFFC7CE\"/>").contains("<cellXfs count=\"8\">")
                .contains("<xf numFmtId=\"49\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"></xf>")
                .contains("<xf numFmtId=\"14\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\"><alignment horizontal=\"center\"></alignment></xf></cellXfs>");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("<c r=\"A3\" s=\"6\" t=\"inlineStr\">").contains("<c r=\"A4\" s=\"5\"/><c r=\"B4\" s=\"7\"><v>42717</v>")
                .contains("<f>1+1</f><v>2</v>");
    }

    @Test
    void allElseStaysAsItIs() throws Exception {
        Path original = original();
        Path file = marked(original, new Mark("Danh sách", 3, 0, "a"), new Mark("Danh sách", 4, null, "b"));

        assertThat(part(file, "xl/worksheets/sheet2.xml")).contains("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>");
        assertThat(part(file, "xl/sharedStrings.xml")).isEqualTo(part(original, "xl/sharedStrings.xml"));
        assertThat(part(file, "xl/workbook.xml")).isEqualTo(part(original, "xl/workbook.xml"));
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("<mergeCell ref=\"A1:B1\">").contains("prompt=\"một&#10;hai\"").contains("ht=\"30\"")
                .contains("<x:row>4</x:row>").doesNotContain("dimension").doesNotContain("spans=\"1:4\"");
    }

    @Test
    void theAnswerToAnAnswerHasTheSameColumn() throws Exception {
        Path first = marked(original(), new Mark("Danh sách", 3, 0, "a"), new Mark("Danh sách", 4, null, "b"));
        Path second = home.resolve("c.xlsx");
        MarkedWorkbook.write(first, second, Map.of("Danh sách", 2), List.of(new Mark("Danh sách", 4, null, "c")));

        assertThat(column(new WorkbookReader().read(second).get(0), 2)).containsExactly("2 Lỗi", "4 c");
        assertThat(new WorkbookReader().read(second).get(0).rows().get(0).at(3)).isNull();
    }

    @Test
    void aWorkbookWithoutStyles() throws Exception {
        Path original = Files.write(home.resolve("a.xlsx"), new RawWorkbook().sheet("Danh sách", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
                .bytes(""));

        assertThat(column(new WorkbookReader().read(marked(original, new Mark("Danh sách", 3, 0, "a"))).get(0), 1)).containsExactly("2 Lỗi", "3 Cột A: a");
    }
}
