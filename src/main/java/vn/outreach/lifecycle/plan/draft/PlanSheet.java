package vn.outreach.lifecycle.plan.draft;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.text.SheetText;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.ShownRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;

/** Writes the rows of a plan as a sheet of Excel: what its page shows, a column each. */
@Component
class PlanSheet {

    private static final String PROGRAM = "Outreach";
    private static final String VERSION = "1.0";
    private static final String DAY = "dd/mm/yyyy";
    private static final double WIDE = 36;
    private static final double NARROW = 14;

    private final PeopleNames people;
    private final Units units;

    PlanSheet(PeopleNames people, Units units) {
        this.people = people;
        this.units = units;
    }

    private enum Column {
        TAX_CODE("Mã số thuế", NARROW),
        NAME("Doanh nghiệp", WIDE),
        ZONE("Khu, cụm công nghiệp", WIDE),
        WORKERS("Số lao động", NARROW),
        STAGE("Giai đoạn", WIDE),
        PRIORITY("Hạng", NARROW),
        PRIORITY_REASON("Lý do xếp hạng", WIDE),
        MEMBER("Người phụ trách", WIDE),
        UNIT("Bộ phận tham mưu", WIDE),
        PARTNERS("Đơn vị phối hợp", WIDE),
        MEASURES("Nội dung giao", WIDE),
        ADMISSIONS("Số người kết nạp", NARROW),
        PRODUCT("Sản phẩm", WIDE),
        START("Bắt đầu từ", NARROW),
        DUE("Hoàn thành trước", NARROW),
        STATUS("Tình trạng", WIDE),
        REASON("Lý do", WIDE),
        CARRIED("Chuyển từ năm", NARROW),
        NOTE("Ghi chú", WIDE);

        private final String heading;
        private final double width;

        Column(String heading, double width) {
            this.heading = heading;
            this.width = width;
        }
    }

    void write(int year, List<ShownRows.ShownRow> rows, OutputStream out) throws IOException {
        Map<String, String> names = people.of(rows.stream()
                .map(each -> each.row().responsibleMember())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        try (Workbook workbook = new Workbook(out, PROGRAM, VERSION)) {
            Worksheet sheet = workbook.newWorksheet("Kế hoạch " + year);
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.heading);
                sheet.width(column.ordinal(), column.width);
            }
            sheet.range(0, 0, 0, Column.values().length - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            sheet.freezePane(2, 1);
            int line = 1;
            for (ShownRows.ShownRow row : rows) {
                write(sheet, line++, row, names);
            }
        }
    }

    private void write(Worksheet sheet, int line, ShownRows.ShownRow shown, Map<String, String> names) {
        PlanRow row = shown.row();
        String member = row.responsibleMember();
        text(sheet, line, Column.TAX_CODE, row.taxCode());
        text(sheet, line, Column.NAME, row.name());
        text(sheet, line, Column.ZONE, row.zone());
        number(sheet, line, Column.WORKERS, row.workers());
        text(sheet, line, Column.STAGE, row.stage() == null ? null : row.stage().label());
        number(sheet, line, Column.PRIORITY, shown.rank().priority());
        text(sheet, line, Column.PRIORITY_REASON, shown.rank().priorityReason());
        text(sheet, line, Column.MEMBER, member == null ? null : names.getOrDefault(member, member));
        text(sheet, line, Column.UNIT, row.unit() == null ? null : units.nameOf(row.unit()));
        text(sheet, line, Column.PARTNERS, row.partners() == null ? null : joined(row.partners()));
        text(sheet, line, Column.MEASURES, row.measures() == null ? null : labels(row.measures()));
        number(sheet, line, Column.ADMISSIONS, row.admissionTarget());
        text(sheet, line, Column.PRODUCT, row.product());
        day(sheet, line, Column.START, row.startOn());
        day(sheet, line, Column.DUE, row.dueOn());
        text(sheet, line, Column.STATUS, row.status().label());
        text(sheet, line, Column.REASON, row.reason());
        number(sheet, line, Column.CARRIED, row.carriedFrom());
        text(sheet, line, Column.NOTE, row.note());
    }

    private String joined(List<String> ids) {
        return ids.stream().map(units::nameOf).collect(Collectors.joining(", "));
    }

    private static String labels(List<Measure> measures) {
        return measures.stream().map(Measure::label).collect(Collectors.joining(", "));
    }

    private static void text(Worksheet sheet, int line, Column column, @Nullable String text) {
        if (text != null) {
            sheet.value(line, column.ordinal(), SheetText.harmless(text));
        }
    }

    private static void number(Worksheet sheet, int line, Column column, @Nullable Integer number) {
        if (number != null) {
            sheet.value(line, column.ordinal(), number);
        }
    }

    private static void day(Worksheet sheet, int line, Column column, @Nullable LocalDate day) {
        if (day != null) {
            sheet.value(line, column.ordinal(), day);
            sheet.style(line, column.ordinal()).format(DAY).set();
        }
    }
}
