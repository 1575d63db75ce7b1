package vn.outreach.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.intake.Intake.ReadSheet;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.intake.workbook.Column;
import vn.outreach.intake.workbook.LegacyEncoding;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.SheetText;
import vn.outreach.intake.workbook.Table;
import vn.outreach.intake.workbook.TableFinder;
import vn.outreach.intake.workbook.TableRow;
import vn.outreach.intake.workbook.WorkbookReader;

/** Finds the rows of a list in the sheets of a file. */
@Component
class IntakeReader {

    private final IntakeTargets targets;
    private final Intakes intakes;

    IntakeReader(IntakeTargets targets, Intakes intakes) {
        this.targets = targets;
        this.intakes = intakes;
    }

    /** What a file holds: its sheets as they were understood, and their rows, not judged yet. */
    record Contents(List<ReadSheet> sheets, List<Kept> rows) {}

    /**
     * @param sheet the only sheet to be read; null for all that are not hidden
     * @param chosen what columns of a sheet mean to a person, by the sheet's name and the column's letter; where none
     *     are, what was said before of a sheet with the same header
     * @param converted whether texts in letters of before Unicode are converted
     */
    Contents read(
            Path file,
            IntakeKind kind,
            @Nullable String sheet,
            Map<String, Map<String, String>> chosen,
            boolean converted) {
        List<SheetText> sheets = new WorkbookReader().read(file);
        if (sheet != null && sheets.stream().noneMatch(each -> each.name().equals(sheet))) {
            throw Refusal.invalid("intake-sheet", "sheet", "Tệp không có trang tính “%s”.".formatted(sheet));
        }
        List<ReadSheet> read = new ArrayList<>();
        List<Kept> rows = new ArrayList<>();
        Refusal without = null;
        for (SheetText each : sheets) {
            if (sheet == null
                    ? each.hidden() || each.rows().isEmpty()
                    : !each.name().equals(sheet)) {
                read.add(notRead(each));
                continue;
            }
            try {
                Table table = table(kind, each, chosen.get(each.name()));
                read.add(new ReadSheet(
                        each.name(),
                        each.hidden(),
                        true,
                        table.headerRow(),
                        table.columns(),
                        table.personalColumns(),
                        table.ambiguities()));
                add(rows, table, converted);
            } catch (Refusal refused) {
                // A sheet of explanations beside the list is none; a file without any list is refused.
                without = refused;
                read.add(notRead(each));
            }
        }
        if (read.stream().noneMatch(ReadSheet::read)) {
            throw without == null
                    ? Refusal.invalid("intake-empty", null, "Tệp không có trang tính nào đọc được.")
                    : without;
        }
        return new Contents(read, rows);
    }

    private Table table(IntakeKind kind, SheetText sheet, @Nullable Map<String, String> chosen) {
        TableFinder finder = new TableFinder();
        List<ListField> fields = targets.of(kind).fields();
        if (chosen != null) {
            return finder.find(sheet, fields, Map.of(), chosen);
        }
        Table table = finder.find(sheet, fields, Map.of());
        Map<String, String> before = intakes.fields(kind, header(table.columns()));
        return before.isEmpty() ? table : finder.find(sheet, fields, Map.of(), before);
    }

    /** What tells a header from others: its headings as a reader in a hurry sees them. */
    static String header(List<Column> columns) {
        String headings = columns.stream()
                .map(column -> column.letter() + TableFinder.key(column.heading()))
                .collect(Collectors.joining("\n"));
        return DigestUtils.md5DigestAsHex(headings.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadSheet notRead(SheetText sheet) {
        return new ReadSheet(sheet.name(), sheet.hidden(), false, 0, List.of(), List.of(), List.of());
    }

    private static void add(List<Kept> rows, Table table, boolean converted) {
        Map<String, LegacyEncoding> legacy = new HashMap<>();
        table.columns().forEach(column -> {
            if (converted && column.field() != null && column.encoding() != null) {
                legacy.put(column.field(), column.encoding());
            }
        });
        for (TableRow row : table.rows()) {
            Map<String, Cell> cells = new HashMap<>(row.cells());
            legacy.forEach((field, encoding) ->
                    cells.computeIfPresent(field, (name, cell) -> cell.withText(encoding.toUnicode(cell.text()))));
            rows.add(new Kept(
                    rows.size() + 1,
                    row.sheet(),
                    row.number(),
                    row.zoneLine(),
                    RowState.ASK,
                    null,
                    cells,
                    List.of(),
                    List.of(),
                    Map.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }
}
