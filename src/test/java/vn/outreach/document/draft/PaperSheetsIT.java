package vn.outreach.document.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every draft as it comes out of a printer: opened by LibreOffice, a program that is not ours, made into a PDF and read
 * again. What a sheet looks like is for people: {@code target/papers} has each as a picture.
 */
class PaperSheetsIT {

    private static final Path PICTURES = Path.of("target", "papers");
    private static final int MINUTES = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final DraftSettings SETTINGS = new DraftSettings(Path.of("no-templates"), List.of(),
            List.of(new DraftSettings.Layout("05-HD/VPTW", LocalDate.of(2026, 1, 9), 14, 14, 13)), Map.of(), Map.of());

    @TempDir
    private static Path work;

    @BeforeAll
    static void printAll() throws Exception {
        List<String> command = new ArrayList<>(List.of(program("libreoffice", "libreoffice-writer-nogui"), "--headless",
                "-env:UserInstallation=" + work.resolve("profile").toUri(), "--convert-to", "pdf", "--outdir", work.toString()));
        for (DraftTemplate template : DraftTemplate.values()) {
            Path file = work.resolve(template.fileName() + ".docx");
            // The office's own templates are looked for in a folder that has none.
            Files.write(file, new OfficeTemplates(SETTINGS).fill(template, values(template), DAY));
            command.add(file.toString());
        }
        run(command);
        Files.createDirectories(PICTURES);
        for (DraftTemplate template : DraftTemplate.values()) {
            run(List.of(program("pdftoppm", "poppler-utils"), "-r", "80", "-png", pdf(template).toString(),
                    PICTURES.resolve(template.fileName()).toString()));
        }
    }

    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void aSheetHasItsHeadItsNumberAndItsEnterprise(DraftTemplate template) throws Exception {
        String text = text(template, "-layout");
        String number = template.issuer().written("07", template.kind(), "ĐUK");

        if (template.issuer().isParty()) {
            assertThat(text).contains("ĐẢNG CỘNG SẢN VIỆT NAM", "Số " + number).doesNotContain("CỘNG HÒA XÃ HỘI");
            assertThat(text.lines().findFirst().orElseThrow()).as("issuer to the left, title to the right")
                    .matches("\\s*ĐẢNG BỘ TỈNH BÀ RỊA - VŨNG TÀU\\s+ĐẢNG CỘNG SẢN VIỆT NAM");
        } else {
            assertThat(text).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: " + number)
                    .doesNotContain("ĐẢNG CỘNG SẢN");
        }
        assertThat(text).contains("Bà Rịa - Vũng Tàu, ngày 05 tháng 02 năm 2026").doesNotContain("{{", "}}");
        // Cell by cell: beside each other, the lines of a table's cells are mixed.
        assertThat(text(template, "-raw").replaceAll("\\s+", " ")).contains("TNHH <Thép> & “Sóng Đông” – Ỷ Lan");
    }

    /** A letter is one sheet; the others may turn it over once; the plan grows with its table. */
    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void aPaperHasAsManyPagesAsItsKindMayHave(DraftTemplate template) throws Exception {
        int most = switch (template) {
            case SURVEY_LETTER, INVITATION, FOUNDING_REQUEST, FOUNDING_DECISION, UNION_REQUEST -> 1;
            case ANNUAL_PLAN -> 7;
            default -> 2;
        };
        assertThat(pages(template)).isBetween(1, most);
    }

    /**
     * No other font stands in for the one that the Party's rules name: Liberation Serif and Tinos are its doubles, of which the second
     * has all Vietnamese letters.
     */
    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void everyLetterIsInTimesNewRomanOrItsDouble(DraftTemplate template) throws Exception {
        List<String> fonts = run(List.of(program("pdffonts", "poppler-utils"), pdf(template).toString())).lines().skip(2)
                .map(line -> line.split("\\s+")[0].replaceFirst("^[A-Z]{6}\\+", "")).toList();
        assertThat(fonts).isNotEmpty().allMatch(
                font -> font.matches("(Tinos|LiberationSerif|TimesNewRoman).*"),
                "Times New Roman or Tinos; on Debian: apt-get install fonts-croscore");
    }

    @Test
    void theFormOfAPartyPaperIsKept() throws Exception {
        String letter = text(DraftTemplate.SURVEY_LETTER, "-layout");
        assertThat(letter.lines().filter(line -> line.strip().startsWith("*")).findFirst().orElseThrow())
                .as("place and day beside the asterisk").contains("Bà Rịa - Vũng Tàu, ngày 05 tháng 02 năm 2026");
        assertThat(letter).contains("T/M BAN THƯỜNG VỤ", "Nơi nhận:", "Về việc").doesNotContain("-----", "CÔNG VĂN");
        assertThat(text(DraftTemplate.WORK_MINUTES, "-layout").lines().map(String::strip))
                .contains("BIÊN BẢN", "-----");
    }

    @Test
    void thePlanRepeatsItsHeadOnEveryPageOfTheTable() throws Exception {
        String text = text(DraftTemplate.ANNUAL_PLAN, "-raw").replaceAll("\\s+", " ");
        assertThat(text.split("Hạng và lý do", -1)).hasSizeGreaterThan(3);
        assertThat(text).contains("DN số 24");
    }

    /** The text of the plan on sheets that stand, its table on sheets that lie. */
    @Test
    void theTableOfThePlanIsAnAppendixInLandscape() throws Exception {
        List<String> sizes = run(List.of(program("pdfinfo", "poppler-utils"), "-f", "1", "-l", "9", pdf(DraftTemplate.ANNUAL_PLAN).toString()))
                .lines().filter(line -> line.matches("Page +\\d+ size:.*")).map(line -> line.replaceAll("Page +\\d+ size: +(\\d+)\\.?\\d* x (\\d+).*", "$1x$2")).toList();
        assertThat(sizes).startsWith("595x841").endsWith("841x595").containsOnly("595x841", "841x595").isSortedAccordingTo(Comparator.naturalOrder());
        int first = 1 + sizes.indexOf("841x595");
        String appendix = run(List.of(program("pdftotext", "poppler-utils"), "-f", Integer.toString(first), "-layout",
                pdf(DraftTemplate.ANNUAL_PLAN).toString(), "-"));
        assertThat(appendix.strip().lines().map(String::strip)).contains("PHỤ LỤC", "(Kèm theo Kế hoạch số 07-KH/ĐUK, ngày 05/02/2026)");
        assertThat(appendix).contains("05/02/2026", "05/08/2026", "Hạng 1:", "Nội dung giao").doesNotContain("Nơi nhận");
    }

    // --- what is printed -----------------------------------------------------------------------------------------------

    private static DraftValues values(DraftTemplate template) {
        boolean party = template.issuer().isParty();
        DraftValues values = new DraftValues()
                .put("capTren", party ? "ĐẢNG BỘ TỈNH BÀ RỊA - VŨNG TÀU" : "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH BÀ RỊA - VŨNG TÀU")
                .put("coQuan", party ? "ĐẢNG ỦY KHỐI DOANH NGHIỆP" : "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP")
                .put("tenCoQuan", party ? "Đảng ủy Khối Doanh nghiệp" : "Công đoàn các khu công nghiệp")
                .put("tenCapTren", "Tỉnh ủy Bà Rịa - Vũng Tàu")
                .put("capQuyetDinh", party ? "Ban Thường vụ Đảng ủy Khối Doanh nghiệp" : "Ban Thường vụ Liên đoàn Lao động tỉnh")
                .put("capQuyetDinhGon", "Đảng ủy Khối Doanh nghiệp")
                .put("soVanBan", template.issuer().written("07", template.kind(), "ĐUK"))
                .put("diaDanh", "Bà Rịa - Vũng Tàu")
                .put("ngay", "05").put("thang", "02").put("nam", "2026").put("nhiemKy", "2025–2030").put("namKeHoach", 2026)
                .put("thayMat", party ? "T/M BAN THƯỜNG VỤ" : "TM. BAN THƯỜNG VỤ")
                .put("chucVuKy", template.issuer() == DraftIssuer.BOARD ? "TRƯỞNG BAN" : party ? "PHÓ BÍ THƯ" : "CHỦ TỊCH")
                .put("nguoiLap", "Nguyễn Thị Ý");
        return template.isOfPlan() ? plan(values) : enterprise(values, DAY);
    }

    private static DraftValues enterprise(DraftValues values, LocalDate day) {
        return values.put("tenDoanhNghiep", "TNHH <Thép> & “Sóng Đông” – Ỷ Lan").put("maSoThue", "3500101146")
                .put("diaChi", "Lô 7, đường Đ1, phường Phú Mỹ").put("khuCongNghiep", "Khu công nghiệp Phú Mỹ I")
                .put("nganhNghe", "luyện cán thép").put("loaiHinh", "Công ty trách nhiệm hữu hạn").putCount("soLaoDong", 1250)
                .putCount("soDoanVienCongDoan", 980).put("soDoanVienThanhNien", 210).putCount("soDangVienChinhThuc", 7)
                .put("soDangVienDuBi", 2).put("soDangVienDongY", 5).put("hinhThucToChuc", "Chi bộ").put("ngayKhaoSat", day.minusMonths(8))
                .put("ngayChuDoanhNghiepDongY", day.minusMonths(6)).put("ngayCongDoan", day.minusYears(3)).put("nguoiPhuTrach", "Trần Văn Mười")
                .put("donViPhuTrach", "Cán bộ chuyên trách").put("chiTieuKetNap", 2).put("ngayHen", day.plusDays(7))
                .put("canCuQuyDinh", "Quy định số 294-QĐ/TW của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng")
                .put("ngayDaiHoi", day.minusDays(9)).put("soDonGiaNhap", 43).put("soUyVienBanChapHanh", 5)
                .putRows(DraftFields.CONTACTS, List.of(
                        new DraftValues().put("ngayTiepXuc", day).put("hinhThuc", "Đến doanh nghiệp").put("voiAi", "Ban Giám đốc"),
                        new DraftValues().put("ngayTiepXuc", day.minusDays(20)).put("hinhThuc", "Điện thoại").put("voiAi", "Phòng Nhân sự")));
    }

    private static DraftValues plan(DraftValues values) {
        return values.put("soDoanhNghiep", 24).put("chiTieuKhaoSat", 24).put("chiTieuGapGo", 12).put("chiTieuCongDoan", 4)
                .put("chiTieuChiBo", 4).put("chiTieuKetNapNam", 15).put("canCu", "Thực hiện Chỉ thị số 33-CT/TW ngày 18/3/2019 của Ban Bí thư")
                .put("mucDich", "1. Vận động, thuyết phục chủ doanh nghiệp.\n2. Phân công cụ thể từng đồng chí.")
                .put("kemTheo", "Kèm theo Kế hoạch số 07-KH/ĐUK, ngày 05/02/2026")
                .putRows(DraftFields.ASSIGNMENTS, IntStream.rangeClosed(1, 24).mapToObj(i -> new DraftValues().put("stt", i)
                        .put("tenDoanhNghiep", i == 1 ? "TNHH <Thép> & “Sóng Đông” – Ỷ Lan" : "Công ty TNHH DN số " + i)
                        .put("maSoThue", "3500101146").put("khuCongNghiep", "KCN Phú Mỹ I").putCount("soLaoDong", 90 * i)
                        .put("nguoiPhuTrach", "Trần Văn Mười").put("boPhanThamMuu", "Ban Dân vận").put("donViPhoiHop", "Đoàn Thanh niên, Công đoàn các khu công nghiệp")
                        .put("lyDoHang", "Hạng 1: khảo sát 06/02/2026, dễ tiếp cận, công đoàn từ 15/06/2015, 1.250 lao động (ngưỡng 500)."
                                + " Thứ " + i + " trong hạng theo số lao động.")
                        .put("noiDungGiao", "Khảo sát doanh nghiệp, Gặp chủ doanh nghiệp, Thành lập chi bộ; Kết nạp 2 người").put("sanPham", i % 2 == 0 ? "–" : "Quyết định thành lập chi bộ, danh sách đảng viên")
                        .put("batDau", DAY).put("hoanThanh", DAY.plusMonths(6))).toList());
    }

    // --- other people's programs -----------------------------------------------------------------------------------------

    private static Path pdf(DraftTemplate template) {
        return work.resolve(template.fileName() + ".pdf");
    }

    private static String text(DraftTemplate template, String how) throws Exception {
        return run(List.of(program("pdftotext", "poppler-utils"), how, pdf(template).toString(), "-"));
    }

    private static int pages(DraftTemplate template) throws Exception {
        return run(List.of(program("pdfinfo", "poppler-utils"), pdf(template).toString())).lines()
                .filter(line -> line.startsWith("Pages:")).map(line -> Integer.parseInt(line.substring(6).strip())).findFirst().orElseThrow();
    }

    private static String program(String name, String debianPackage) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return name;
            }
        }
        throw new AssertionError("The tests of papers need %s. On Debian: apt-get install --no-install-recommends libreoffice-writer-nogui"
                .formatted(name) + " poppler-utils fonts-croscore (" + name + " is in " + debianPackage + ").");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command.get(0) + " does not end");
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(command + "\n" + said).isZero();
        return said;
    }
}
