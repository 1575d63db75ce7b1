package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.base.refusal.Refusal;

/** The largest lists that are taken, in a small heap, and larger ones, which are refused before they fill it. */
class LargeWorkbooksTest {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 20;

    @TempDir
    private Path home;

    /** What a JVM of its own with a small heap does: how many rows the table of a file has. */
    static final class Count {

        private Count() {}

        public static void main(String[] file) throws IOException {
            long begin = System.nanoTime();
            int rows = rows(Path.of(file[0]));
            Files.writeString(Path.of(file[1]), rows + " " + (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private static int rows(Path file) {
        SheetText sheet = new WorkbookReader().read(file).get(0);
        List<ListField> fields = ListColumns.of("REGISTER", TableFinderTest.register());
        Table table = new TableFinder().find(sheet, fields, Map.of());
        table.rows().forEach(row -> fields.forEach(field -> {
            if (row.cells().containsKey(field.name())) {
                CellValues.of(field, row.cells().get(field.name()));
            }
        }));
        return table.rows().size();
    }

    @Test
    void tenThousandRowsOfTwentyColumnsInSixtyFourMegabytes() throws Exception {
        Path file = written(ROWS);
        Path result = home.resolve("result");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Count.class.getName(), file.toString(), result.toString())
                .redirectErrorStream(true).redirectOutput(home.resolve("out").toFile()).start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(home.resolve("out"))).isZero();
        assertThat(Files.readString(result)).startsWith(ROWS + " ");
    }

    private Path written(int rows) throws IOException {
        Path file = home.resolve("large.xlsx");
        List<String> headings = List.of("Mã số thuế", "Tên doanh nghiệp", "Địa chỉ", "Ngành nghề", "Số lao động", "Ngày công nhận CĐCS", "Đã có CĐCS");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(0, column, column < headings.size() ? headings.get(column) : "Cột " + column);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, String.format("%010d", 3_500_000_000L + row));
                sheet.value(row, 1, "Công ty TNHH Thép Sóng Đông " + row);
                sheet.value(row, 2, "Đường số " + row + ", Khu công nghiệp Phú Mỹ I");
                sheet.value(row, 3, "Sản xuất thép");
                sheet.value(row, 4, row % 900);
                sheet.value(row, 5, LocalDate.of(2016, 12, 13).plusDays(row % 300));
                sheet.style(row, 5).format("dd/mm/yyyy").set();
                sheet.value(row, 6, row % 2 == 0 ? "Có" : "Chưa");
                for (int column = headings.size(); column < COLUMNS; column++) {
                    sheet.value(row, column, column % 2 == 0 ? "Ghi chú " + row : null);
                    sheet.value(row, column, (row + column) * 1.5);
                }
            }
        }
        return file;
    }

    @Test
    void moreRowsThanAreTaken() throws Exception {
        assertRefused(filled("<row><c><v>1</v></c></row>", 100_000), "Tệp có 100.000 dòng, tối đa 20.000 dòng; hãy chia thành nhiều tệp.");
    }

    @Test
    @Tag("everything")
    void aMillionRows() throws Exception {
        Path file = filled("<row><c><v>1</v></c></row>", 1_000_000);

        assertThat(Files.size(file)).isLessThan(10_000_000);
        assertRefused(file, "Tệp có 1.000.000 dòng, tối đa 20.000 dòng; hãy chia thành nhiều tệp.");
    }

    @Test
    @Tag("everything")
    void anArchiveThatUnfoldsToMoreThanAnybodyWrites() throws Exception {
        assertRefused(filled(" ".repeat(1_000), 220_000), "Tệp nở ra quá lớn khi mở nên không được nhận.");
    }

    @Test
    void textsThatFillTheHeap() throws Exception {
        assertRefused(filled("<row><c t=\"inlineStr\"><is><t>" + "x".repeat(30_000) + "</t></is></c></row>", 1_100),
                "Tệp có 33.000.000 ký tự, tối đa 32.000.000 ký tự; hãy chia thành nhiều tệp.");
    }

    private static void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> new WorkbookReader().read(file)).isInstanceOf(Refusal.class).hasMessage(sentence);
    }

    /** A workbook whose first sheet has a piece so many times. */
    private Path filled(String piece, int times) throws IOException {
        Path small = new RawWorkbook().sheet("A", "HERE").write(home.resolve("small.xlsx"));
        Path file = home.resolve("filled.xlsx");
        byte[] octets = piece.getBytes(StandardCharsets.UTF_8);
        try (ZipFile zip = new ZipFile(small.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String[] parts = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).split("HERE");
                out.write(parts[0].getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < times && parts.length > 1; i++) {
                    out.write(octets);
                }
                out.write(parts.length > 1 ? parts[1].getBytes(StandardCharsets.UTF_8) : new byte[0]);
            }
        }
        return file;
    }
}
