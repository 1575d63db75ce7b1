package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as zone authorities, wards and unions send them, written by LibreOffice ({@code src/test/resources/intake}) and by hand. */
class WorkbooksOfOthersTest {

    private static final Path FILES = Path.of("src/test/resources/intake");
    private static final List<ListField> FIELDS = ListColumns.of("REGISTER", TableFinderTest.register());

    @TempDir
    private Path home;

    private static List<SheetText> read(String file) {
        return new WorkbookReader().read(FILES.resolve(file));
    }

    private static Table table(SheetText sheet) {
        return new TableFinder().find(sheet, FIELDS, Map.of());
    }

    private static CellValue value(TableRow row, String name) {
        ListField field = FIELDS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return CellValues.of(field, row.cells().get(name));
    }

    /** What a row says, asked and refused values with ? and !. */
    private static Map<String, String> values(TableRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ListField field : FIELDS) {
            if (row.cells().containsKey(field.name())) {
                CellValue value = value(row, field.name());
                values.put(field.name(), switch (value.verdict()) {
                    case OK -> value.value();
                    case ASK -> "?" + value.suggestion();
                    case REFUSED -> "!" + value.suggestion();
                });
            }
        }
        return values;
    }

    @Test
    void aZoneAuthorityWithZonesAsLines() {
        Table table = table(read("zone-lines.xlsx").get(0));

        assertThat(table.headerRow()).isEqualTo(4);
        assertThat(table.personalColumns()).containsExactly("Điện thoại");
        assertThat(table.rows()).extracting(TableRow::number, TableRow::zoneLine)
                .containsExactly(tuple(6, "KCN Phú Mỹ I"), tuple(7, "KCN Phú Mỹ I"), tuple(10, "CCN Long Sơn"));
        assertThat(values(table.rows().get(0))).isEqualTo(Map.of("name", "Công ty TNHH Thép Sóng Đông", "taxCode", "3500370371", "workers", "1250",
                "unionExists", "true", "unionRecognisedOn", "2016-12-13"));
        assertThat(values(table.rows().get(1))).isEqualTo(Map.of("name", "Công ty CP Giày Biển Xanh", "taxCode", "0100047516", "workers", "?300",
                "unionExists", "false", "note", "mới"));
        assertThat(values(table.rows().get(2))).isEqualTo(Map.of("name", "Cơ sở Mây Tre Lá", "taxCode", "!3500370371", "workers", "85",
                "unionExists", "true", "unionRecognisedOn", "?2016-12-01"));
    }

    @Test
    void aWardWithASheetForEachZoneAndAMergedHeader() {
        List<SheetText> sheets = read("ward.xlsx");

        assertThat(sheets).extracting(SheetText::name, SheetText::hidden)
                .containsExactly(tuple("KCN Phú Mỹ I", false), tuple("CCN Long Sơn", false), tuple("Dữ liệu cũ", true));
        Table table = table(sheets.get(0));
        assertThat(table.headerRow()).isEqualTo(5);
        assertThat(table.personalColumns()).containsExactly("Chủ doanh nghiệp – Họ tên", "Chủ doanh nghiệp – SĐT");
        assertThat(table.columns()).extracting(Column::letter, Column::heading, Column::field).contains(tuple("F", "Lao động – Tổng số", "workers"),
                tuple("G", "Lao động – Nữ", null), tuple("I", "Công đoàn – Ngày thành lập", "unionRecognisedOn"));
        assertThat(table.rows()).extracting(TableRow::number, TableRow::zoneLine)
                .containsExactly(tuple(7, "KCN Phú Mỹ I"), tuple(8, "KCN Phú Mỹ I"), tuple(9, "KCN Phú Mỹ I"));
        assertThat(values(table.rows().get(0))).isEqualTo(Map.of("name", "Công ty TNHH Thép Sóng Đông", "taxCode", "3500370371", "workers", "410",
                "unionExists", "true", "unionRecognisedOn", "2016-12-13", "unionMembers", "400", "address", "Đường số 1"));
        assertThat(values(table.rows().get(1))).containsEntry("taxCode", "0100047516-001").containsEntry("workers", "300").containsEntry("unionExists", "false");
        assertThat(values(table.rows().get(2))).containsEntry("taxCode", "0100047516").containsEntry("workers", "?500")
                .containsEntry("unionRecognisedOn", "?null").containsEntry("unionExists", "true");
        Table other = table(sheets.get(1));
        assertThat(other.rows()).extracting(TableRow::zoneLine).containsExactly("CCN Long Sơn");
        assertThat(values(other.rows().get(0))).containsEntry("taxCode", "0100047516").containsEntry("unionRecognisedOn", "?2016-12-13");
    }

    @Test
    void aUnionThatWritesInLettersOfBefore() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        String rows = "<row r=\"1\">" + text("A1", "MST") + text("B1", "Tªn ®¬n vÞ") + text("C1", "Khu vöïc") + "</row><row r=\"2\">" + text("A2", "3500370371")
                + text("B2", "C«ng ty TNHH ThÐp Sãng §«ng") + text("C2", "Phuù Myõ") + "</row><row r=\"3\">" + text("A3", "0100047516")
                + text("B3", "XÝ nghiÖp giµy BiÓn Xanh") + text("C3", "Vuõng Taøu") + "</row>";

        Table table = table(new WorkbookReader().read(raw.sheet("DS", rows).write(home.resolve("a.xlsx"))).get(0));

        assertThat(table.columns()).extracting(Column::field, Column::encoding)
                .containsExactly(tuple("taxCode", null), tuple("name", LegacyEncoding.TCVN3), tuple("zone", LegacyEncoding.VNI));
        assertThat(table.columns()).extracting(Column::heading).containsExactly("MST", "Tên đơn vị", "Khu vực");
        assertThat(LegacyEncoding.TCVN3.toUnicode(table.rows().get(0).cells().get("name").text())).isEqualTo("Công ty TNHH Thép Sóng Đông");
        assertThat(LegacyEncoding.VNI.toUnicode(table.rows().get(1).cells().get("zone").text())).isEqualTo("Vũng Tàu");
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void aUnionWithTwoColumnsOfWorkersAndAFormOfItsOwn() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        String rows = "<row r=\"1\">" + text("A1", "LIÊN ĐOÀN LAO ĐỘNG") + "</row><row r=\"4\">" + text("A4", "TT") + text("B4", "Tên CĐCS/ Doanh nghiệp") + text("C4", "MST")
                + text("D4", "Số CNVCLĐ") + text("E4", "Số đoàn viên CĐ") + text("F4", "Tổng số lao động") + text("G4", "Chủ tịch CĐCS") + "</row><row r=\"5\">"
                + text("B5", "May Vũng Tàu") + text("C5", "0100047516") + "<c r=\"D5\"><v>85</v></c><c r=\"E5\"><v>80</v></c><c r=\"F5\"><v>86</v></c>" + text("G5", "Bà C") + "</row>";

        Table table = table(new WorkbookReader().read(raw.sheet("DS", rows).write(home.resolve("a.xlsx"))).get(0));

        assertThat(table.ambiguities()).extracting(Ambiguity::sentence).containsExactly("Cột D và cột F đều giống “Số lao động”; chọn một cột.");
        assertThat(table.personalColumns()).containsExactly("Chủ tịch CĐCS");
        assertThat(values(table.rows().get(0))).containsEntry("unionMembers", "80").doesNotContainKey("workers");
    }
}
