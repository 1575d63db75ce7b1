package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.intake.workbook.MarkedWorkbook.Mark;

/** What goes back to senders opens in another program than the one that we read it with, and comes back from there. */
class MarkedWorkbookIT {

    private static final Path FILES = Path.of("src/test/resources/intake");
    private static final List<ListField> FIELDS = ListColumns.of("REGISTER", TableFinderTest.register());

    @TempDir
    private static Path work;

    @BeforeAll
    static void writeAndConvert() throws Exception {
        MarkedWorkbook.write(FILES.resolve("zone-lines.xlsx"), work.resolve("zones.xlsx"), Map.of("zones", 4),
                List.of(new Mark("zones", 10, 2, "mã số thuế 3500370372 sai số kiểm tra"), new Mark("zones", 7, 2, "trùng với dòng 12"), new Mark("zones", 7, 7, "sai")));
        MarkedWorkbook.write(FILES.resolve("ward.xlsx"), work.resolve("ward.xlsx"), Map.of("KCN Phú Mỹ I", 5, "CCN Long Sơn", 5),
                List.of(new Mark("KCN Phú Mỹ I", 9, 8, "chưa rõ ngày"), new Mark("KCN Phú Mỹ I", 9, 6, "thiếu số"), new Mark("CCN Long Sơn", 7, null, "hỏi lại")));
        try (OutputStream out = Files.newOutputStream(work.resolve("sample.xlsx"))) {
            SampleWorkbook.write(out, "Danh sách", FIELDS, Map.of("unionExists", List.of("Có", "Chưa")), List.<String[]>of(new String[] {"Mã số thuế", "10 số"}), List.of());
        }
        convert("csv:Text - txt - csv (StarCalc):44,34,76", work.resolve("csv"));
        convert("xlsx:Calc MS Excel 2007 XML", work.resolve("again"));
    }

    private static void convert(String form, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of("libreoffice", "--headless", "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--convert-to", form, "--outdir", folder.toString()));
        for (String name : List.of("zones.xlsx", "ward.xlsx", "sample.xlsx")) {
            command.add(work.resolve(name).toString());
        }
        Path said = work.resolve("said.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("libreoffice-calc-nogui of Debian is needed: " + Files.readString(said)).isZero();
    }

    private static List<String> csv(String name) throws Exception {
        return Files.readAllLines(work.resolve("csv").resolve(name + ".csv"));
    }

    @Test
    void theErrorsStandBesideTheRows() throws Exception {
        assertThat(csv("zones").get(3)).isEqualTo("TT,Tên doanh nghiệp,MST,Tổng số LĐ (người),Đã có công đoàn,Ngày thành lập CĐCS,Điện thoại,Ghi chú,Lỗi");
        assertThat(csv("zones").get(5)).startsWith("1,Công ty TNHH Thép Sóng Đông,3500370371,1250,x,").endsWith(",0254 1234567,,");
        assertThat(String.join("\n", csv("zones"))).contains("mới,\"Cột C: trùng với dòng 12\nCột H: sai\"\n")
                .contains("3,Cơ sở Mây Tre Lá,3500370372,85,Có,12/2016,,,Cột C: mã số thuế 3500370372 sai số kiểm tra\n");
        assertThat(csv("ward").get(4)).endsWith(",Số đoàn viên,,Lỗi");
        assertThat(csv("ward").get(7)).contains("300,140,Chưa");
    }

    @Test
    void whatAnotherProgramSavesIsReadAgain() throws Exception {
        List<SheetText> sheets = new WorkbookReader().read(work.resolve("again").resolve("ward.xlsx"));

        assertThat(sheets).extracting(SheetText::hidden).containsExactly(false, false, true);
        Table table = new TableFinder().find(sheets.get(0), FIELDS, Map.of());
        assertThat(table.columns()).extracting(Column::heading).endsWith("Lỗi");
        assertThat(table.columns()).filteredOn(column -> column.heading().equals("Lỗi")).extracting(Column::field).containsOnlyNulls();
        assertThat(table.rows()).hasSize(3);
        assertThat(sheets.get(0).rows().get(7).at(11).text()).isEqualTo("Cột G: thiếu số\nCột I: chưa rõ ngày");
        assertThat(sheets.get(1).rows().get(5).at(11).text()).isEqualTo("hỏi lại");
    }

    @Test
    void theCellsThatAreMeantAreOnRed() throws Exception {
        try (ZipFile zip = new ZipFile(work.resolve("again").resolve("ward.xlsx").toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8)).contains("FFFFC7CE");
        }
    }

    @Test
    void theSampleOpens() throws Exception {
        assertThat(csv("sample").get(0)).startsWith("Mã số thuế,Tên doanh nghiệp,\"Khu, cụm công nghiệp\",Địa chỉ");
        Table table = new TableFinder().find(new WorkbookReader().read(work.resolve("again").resolve("sample.xlsx")).get(0), FIELDS, Map.of());
        assertThat(table.columns()).extracting(Column::field).startsWith("taxCode", "name", "zone");
    }
}
