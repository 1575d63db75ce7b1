package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;

/** Where the table of a sheet is, and which of its columns is which field. */
class TableFinderTest {

    private static final List<ListField> FIELDS = ListColumns.of("REGISTER", register());
    private final TableFinder finder = new TableFinder();

    static Map<String, ValueKind> register() {
        Map<String, ValueKind> fields = new LinkedHashMap<>();
        fields.put("taxCode", ValueKind.TAX_CODE);
        fields.put("name", ValueKind.TEXT);
        fields.put("zone", ValueKind.ZONE);
        fields.put("address", ValueKind.TEXT);
        fields.put("sector", ValueKind.TEXT);
        fields.put("workers", ValueKind.NUMBER);
        fields.put("unionExists", ValueKind.YES_NO);
        fields.put("unionRecognisedOn", ValueKind.DAY);
        fields.put("unionMembers", ValueKind.NUMBER);
        fields.put("fullMembers", ValueKind.NUMBER);
        fields.put("responsibleMember", ValueKind.MEMBER);
        fields.put("ownerAttitude", ValueKind.TEXT);
        fields.put("note", ValueKind.TEXT);
        return fields;
    }

    /** A sheet whose cells are parted by bars, a row each line; numbers are numbers, the first row has the number 1. */
    static SheetText sheet(String name, String... lines) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            List<Cell> cells = new ArrayList<>();
            String[] texts = lines[i].split("\\|");
            for (int column = 0; column < texts.length; column++) {
                String text = texts[column].strip();
                if (text.matches("[0-9]+")) {
                    cells.add(new Cell(column, text, new BigDecimal(text), null));
                } else if (!text.isEmpty()) {
                    cells.add(Cell.text(column, text));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new SheetRow(i + 1, cells));
            }
        }
        return new SheetText(name, false, rows);
    }

    private Table find(String... lines) {
        return finder.find(sheet("Sheet1", lines), FIELDS, Map.of());
    }

    private static Map<String, String> fields(Table table) {
        Map<String, String> fields = new LinkedHashMap<>();
        table.columns().forEach(column -> {
            if (column.field() != null) {
                fields.put(column.letter(), column.field());
            }
        });
        return fields;
    }

    private static List<String> rows(Table table) {
        return table.rows().stream()
                .map(row -> row.number() + " " + row.zoneLine() + " " + text(row, "taxCode") + " " + text(row, "name"))
                .toList();
    }

    private static String text(TableRow row, String field) {
        Cell cell = row.cells().get(field);
        return cell == null ? "-" : cell.text();
    }

    @Test
    void aPlainList() {
        Table table = find("STT|MST|Tên DN|Số LĐ", "1|3500370371|Thép Sóng Đông|410", "2|0100047516|Giày Biển Xanh|85");

        assertThat(table.headerRow()).isEqualTo(1);
        assertThat(fields(table)).isEqualTo(Map.of("B", "taxCode", "C", "name", "D", "workers"));
        assertThat(rows(table)).containsExactly("2 null 3500370371 Thép Sóng Đông", "3 null 0100047516 Giày Biển Xanh");
        assertThat(table.rows().get(0).cells().get("workers").number()).isEqualByComparingTo("410");
    }

    @Test
    void titlesAboveAndWhoMadeItBelow() {
        Table table = find(
                "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
                "",
                "DANH SÁCH DOANH NGHIỆP ĐANG HOẠT ĐỘNG",
                "(đến ngày 31/12/2025)",
                "TT|Tên doanh nghiệp|Mã số\nthuế|ĐỊA CHỈ|Tổng số lao động (người)",
                "(1)|(2)|(3)|(4)|(5)",
                "1|Thép Sóng Đông|3500370371|Phú Mỹ|410",
                "",
                "|Tổng cộng|||410",
                "",
                "|Ghi chú: số liệu do doanh nghiệp báo cáo",
                "||||Vũng Tàu, ngày 5 tháng 1 năm 2026",
                "|Người lập biểu|||Trưởng phòng",
                "|Nguyễn Văn A|||Trần Thị B");

        assertThat(table.headerRow()).isEqualTo(5);
        assertThat(fields(table)).isEqualTo(Map.of("B", "name", "C", "taxCode", "D", "address", "E", "workers"));
        assertThat(rows(table)).containsExactly("7 null 3500370371 Thép Sóng Đông");
    }

    @Test
    void aHeaderOfTwoRowsWithMergedCells() {
        Table table = find(
                "STT|Tên doanh nghiệp|Mã số thuế|Lao động||Công đoàn||Chủ doanh nghiệp||Ghi chú",
                "|||Tổng số|Nữ|Có/chưa|Số đoàn viên|Họ tên|Điện thoại|",
                "1|Thép Sóng Đông|3500370371|410|120|Có|400|Ông A|0903|x");

        assertThat(table.headerRow()).isEqualTo(2);
        assertThat(fields(table)).isEqualTo(Map.of("B", "name", "C", "taxCode", "D", "workers", "F", "unionExists", "G", "unionMembers", "J", "note"));
        assertThat(table.columns()).extracting(Column::heading).contains("Lao động – Tổng số", "Lao động – Nữ", "Ghi chú");
        assertThat(table.personalColumns()).containsExactly("Chủ doanh nghiệp – Họ tên", "Chủ doanh nghiệp – Điện thoại");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cells()).doesNotContainValue(Cell.text(7, "Ông A")).hasSize(6);
    }

    @Test
    void groupsAboveTheRowOfTheHeadings() {
        Table table = find(
                "Thông tin chung|||||Lao động|",
                "STT|MST|Tên DN|Địa chỉ|Ngành nghề|Tổng số|Nữ",
                "1|3500370371|Thép Sóng Đông|Phú Mỹ|Thép|410|120");

        assertThat(table.headerRow()).isEqualTo(2);
        assertThat(fields(table)).isEqualTo(Map.of("B", "taxCode", "C", "name", "D", "address", "E", "sector", "F", "workers"));
    }

    @Test
    void aZoneInACellThatIsMergedWithThoseBelow() {
        SheetText plain = sheet("Sheet1", "KCN|Tên DN|MST", "Phú Mỹ I|Thép Sóng Đông|3500370371", "|Giày Biển Xanh|0100047516", "|Mây Tre Lá|3500370371");
        SheetText merged = new SheetText(plain.name(), false, plain.rows(), List.of(new MergedCells(2, 3, 0, 0)), 0);

        assertThat(finder.find(merged, FIELDS, Map.of()).rows()).extracting(row -> text(row, "zone")).containsExactly("Phú Mỹ I", "Phú Mỹ I", "-");
    }

    @Test
    void aliasesWithChoices() {
        assertThat(ListColumns.aliases("MST|[Công đoàn;CĐ] [ngày lập;năm]"))
                .containsExactly("MST", "Công đoàn ngày lập", "CĐ ngày lập", "Công đoàn năm", "CĐ năm");
        assertThat(fields(find("MST|Tổ chức CĐ|", "|Ngày QĐ thành lập|Số đoàn viên", "3500370371|13/12/2016|12")))
                .isEqualTo(Map.of("A", "taxCode", "B", "unionRecognisedOn", "C", "unionMembers"));
    }

    @Test
    void whatThePlanExports() {
        Map<String, ValueKind> plan = new LinkedHashMap<>(register());
        List.of("unit", "partners", "measures", "product").forEach(name -> plan.put(name, ValueKind.TEXT));
        plan.put("admissionTarget", ValueKind.NUMBER);
        plan.put("startOn", ValueKind.DAY);
        plan.put("dueOn", ValueKind.DAY);
        SheetText sheet = sheet("Kế hoạch 2027", "Mã số thuế|Doanh nghiệp|Khu, cụm công nghiệp|Số lao động|Giai đoạn|Hạng|Lý do xếp hạng|Người phụ trách|Bộ phận tham mưu"
                + "|Đơn vị phối hợp|Nội dung giao|Số người kết nạp|Sản phẩm|Bắt đầu từ|Hoàn thành trước|Tình trạng|Lý do|Chuyển từ năm|Ghi chú",
                "3500370371|Thép Sóng Đông|KCN Phú Mỹ I|410");

        Table table = finder.find(sheet, ListColumns.of("PLAN_ROWS", plan), Map.of());

        assertThat(fields(table).values()).containsExactly("taxCode", "name", "zone", "workers", "responsibleMember", "unit", "partners", "measures",
                "admissionTarget", "product", "startOn", "dueOn", "note");
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void daysOff() {
        List<ListField> days = ListColumns.of("DAYS_OFF", new LinkedHashMap<>(Map.of("date", ValueKind.DAY)));

        Table table = finder.find(sheet("2027", "LỊCH NGHỈ NĂM 2027", "STT|Ngày nghỉ|Dịp", "1|30/04/2027|Ngày Giải phóng", "2|01/05/2027|Quốc tế Lao động"), days, Map.of());

        assertThat(table.rows()).extracting(row -> text(row, "date")).containsExactly("30/04/2027", "01/05/2027");
        assertThatThrownBy(() -> finder.find(sheet("2027", "a|b"), days, Map.of())).isInstanceOf(Refusal.class)
                .hasMessage("Không tìm thấy dòng tiêu đề trong 30 dòng đầu; cần ít nhất cột “Ngày”.");
    }

    @Test
    void anAddressWithADayIsNoFoot() {
        Table table = find("MST|Tên DN|Ghi chú", "|Thép Sóng Đông|thành lập ngày 5 tháng 1 năm 2020", "|Giày Biển Xanh|mới");

        assertThat(rows(table)).containsExactly("2 null - Thép Sóng Đông", "3 null - Giày Biển Xanh");
    }

    @Test
    void namesThatBeginLikeASumOrAZone() {
        Table table = find("MST|Tên DN|Địa chỉ|Số LĐ", "|Tổng công ty May|Phú Mỹ|10", "|Cộng Đồng Xanh|Vũng Tàu|5", "|Tổng Hợp|Bà Rịa|5", "|Cộng KCN|||15");

        assertThat(rows(table)).containsExactly("2 null - Tổng công ty May", "3 null - Cộng Đồng Xanh", "4 null - Tổng Hợp");
    }

    @Test
    void noHeadingIsOfTwoFields() {
        Map<String, String> names = new LinkedHashMap<>();
        FIELDS.stream().filter(field -> !field.personal()).forEach(field -> field.aliases().forEach(alias ->
                assertThat(names.merge(TableFinder.key(alias), field.name(), (one, other) -> one)).as(alias).isEqualTo(field.name())));
        assertThat(names).hasSizeGreaterThan(200);
    }

    @Test
    void zonesAsLinesOfTheirOwn() {
        Table table = find(
                "STT|MST|Tên DN|Số LĐ",
                "I. KCN Phú Mỹ I (2 DN)",
                "1|3500370371|Thép Sóng Đông|410",
                "2||A-One Việt Nam|20",
                "|Cộng||430",
                "II|KCN Đông Xuyên||85",
                "1|0100047516|Giày Biển Xanh|85",
                "|Tổng cộng||515");

        assertThat(rows(table)).containsExactly("3 KCN Phú Mỹ I 3500370371 Thép Sóng Đông", "4 KCN Phú Mỹ I - A-One Việt Nam",
                "7 KCN Đông Xuyên 0100047516 Giày Biển Xanh");
    }

    @Test
    void theNameOfTheSheetIsAZone() {
        Table table = finder.find(sheet("KCN Cái Mép", "MST|Tên DN", "3500370371|Thép Sóng Đông"), FIELDS, Map.of());

        assertThat(rows(table)).containsExactly("2 KCN Cái Mép 3500370371 Thép Sóng Đông");
    }

    @Test
    void twoColumnsForOneFieldAreAsked() {
        SheetText sheet = sheet("Sheet1", "MST|Tên DN|Số lao động|Địa chỉ|Nữ|Tổng số LĐ", "3500370371|Thép Sóng Đông|410|Phú Mỹ|1|420");
        Table table = finder.find(sheet, FIELDS, Map.of());

        assertThat(table.ambiguities()).containsExactly(
                new Ambiguity("workers", List.of("C", "F"), "Cột C và cột F đều giống “Số lao động”; chọn một cột."));
        assertThat(fields(table)).doesNotContainValue("workers");

        assertThat(fields(finder.find(sheet, FIELDS, Map.of(), Map.of("F", "workers")))).containsEntry("F", "workers").doesNotContainKey("C");
        assertThat(fields(finder.find(sheet, FIELDS, Map.of("so lao dong", "")))).containsEntry("F", "workers").doesNotContainKey("C");
    }

    @Test
    void whatAPersonChoseBeforeHoldsForTheSameHeading() {
        Table table = finder.find(sheet("Sheet1", "MST|Tên DN|Quy mô", "3500370371|Thép Sóng Đông|410"), FIELDS,
                Map.of(TableFinder.key("QUY MÔ"), "workers"));

        assertThat(fields(table)).containsEntry("C", "workers");
    }

    @Test
    void columnsOfPersonsAreLeftOut() {
        Table table = find("MST|Tên doanh nghiệp|Họ và tên Giám đốc|SĐT liên hệ|E-mail công ty|Thái độ chủ DN",
                "3500370371|Thép Sóng Đông|Ông A|0903|a@example.vn|tốt");

        assertThat(table.personalColumns()).containsExactly("Họ và tên Giám đốc", "SĐT liên hệ", "E-mail công ty");
        assertThat(table.rows().get(0).cells()).containsOnlyKeys("taxCode", "name", "ownerAttitude");
    }

    @Test
    void headingsThatSayMoreThanTheField() {
        assertThat(fields(find("Mã số DN/ MST|Tên Công ty/ Doanh nghiệp|Tổng số CNLĐ đến 31/12/2025 (người)|Số LĐ nữ|Số lao động nước ngoài",
                "3500370371|Thép Sóng Đông|410|1|2"))).isEqualTo(Map.of("A", "taxCode", "B", "name", "C", "workers"));
    }

    @Test
    void noHeader() {
        assertThatThrownBy(() -> find("Kính gửi", "1|2|3")).isInstanceOf(Refusal.class).hasMessage(
                "Không tìm thấy dòng tiêu đề trong 30 dòng đầu; cần ít nhất cột mã số thuế hoặc tên doanh nghiệp.");
        assertThatThrownBy(() -> find("Số lao động|Địa chỉ", "1|2")).isInstanceOf(Refusal.class);
    }

    @Test
    void aHeaderThatIsPrintedOnEachPage() {
        Table table = find("MST|Tên DN|Số LĐ", "3500370371|Thép Sóng Đông|410", "MST|Tên DN|Số LĐ", "0100047516|Giày Biển Xanh|85");

        assertThat(rows(table)).containsExactly("2 null 3500370371 Thép Sóng Đông", "4 null 0100047516 Giày Biển Xanh");
    }
}
