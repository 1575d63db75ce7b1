package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .containsExactly(java.util.Set.of("taxCode", "name", "unionRecognisedOn"));
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
