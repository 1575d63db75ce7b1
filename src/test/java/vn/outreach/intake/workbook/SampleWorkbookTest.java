package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.base.refusal.Refusal;

/** The empty list that people may fill in. */
class SampleWorkbookTest {

    private static final List<ListField> FIELDS = ListColumns.of("REGISTER", TableFinderTest.register());

    @TempDir
    private Path home;

    private Path sample() throws Exception {
        Path file = home.resolve("sample.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            SampleWorkbook.write(out, "Danh sách", FIELDS, Map.of("unionExists", List.of("Có", "Chưa")),
                    List.<String[]>of(new String[] {"Mã số thuế", "10 chữ số"}), List.of(FIELDS.stream().map(field -> "=" + field.name()).toList()));
        }
        return file;
    }

    @Test
    void itsColumnsAreAllRecognised() throws Exception {
        List<SheetText> sheets = new WorkbookReader().read(sample());

        Table table = new TableFinder().find(sheets.get(0), FIELDS, Map.of());
        assertThat(table.columns()).extracting(Column::field)
                .containsExactlyElementsOf(FIELDS.stream().filter(field -> !field.personal()).map(ListField::name).toList());
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void explanationsAndChoicesAreNoLists() throws Exception {
        List<SheetText> sheets = new WorkbookReader().read(sample());

        assertThat(sheets).extracting(SheetText::name).containsExactly("Danh sách", "Giải thích", "Danh mục");
        for (SheetText sheet : sheets.subList(1, 3)) {
            assertThatThrownBy(() -> new TableFinder().find(sheet, FIELDS, Map.of())).isInstanceOf(Refusal.class);
        }
        assertThat(sheets.get(1).rows().get(1).cells()).extracting(Cell::text).containsExactly("Ví dụ Mã số thuế", "'=taxCode");
    }

    @Test
    void choicesAreOfferedInTheCells() throws Exception {
        try (ZipFile zip = new ZipFile(sample().toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet).contains("<dataValidation ").contains("type=\"list\"").contains("$A$2:$A$3");
        }
    }
}
